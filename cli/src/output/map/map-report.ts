import { type Box, type Lead, type SituationMap, type TimeMap, unhandledIn } from '@poise/analysis/map';
import type { FileFinding } from '@poise/generator';
import { version } from '../../version.ts';
import { jsonDocument, REPORT_FORMAT, reportedFinding } from '../report.ts';
import { answerWords, timesWords } from './time-words.ts';
import { stretchWords } from './words.ts';

/**
 * The document of `poise map --format json`. A situation gives, for each of the facts in their order, the place of a stretch of its values; so does a
 * situation that isn't handled, with several.
 */
export function mapReport(map: SituationMap, today: string, exitCode: number): string {
  const { playbooks, axes, situations, elsewhere } = map;
  return jsonDocument(
    {
      format: REPORT_FORMAT,
      poise: version,
      command: 'map',
      exitCode,
      reason: 'clean',
      today,
      playbooks,
      facts: axes.map(({ fact, type, stretches }) => ({
        fact,
        type,
        stretches: stretches.map((stretch) => ({ ...stretch, text: stretchWords(stretch, type) })),
      })),
      situations: situations.map(({ at, leads }) => ({ at, leads: leads.map(reportedLead) })),
      unhandled: unhandledIn(map).map(({ at }: Box) => at),
      elsewhere: elsewhere.map(reportedLead),
    },
    false,
  );
}

/** The document of `poise map time --format json`. */
export function timesReport({ playbooks, escalations }: TimeMap, today: string, exitCode: number): string {
  const head = { format: REPORT_FORMAT, poise: version, command: 'map', exitCode, reason: 'clean', today };
  const reported = escalations.map(({ answers, ...escalation }) => ({
    ...escalation,
    answers: answers.map((answer) => ({ ...answer, text: `${answerWords(answer)}: ${timesWords(answer.times)}` })),
  }));
  return jsonDocument({ ...head, playbooks, escalations: reported }, false);
}

/** The same where the playbooks have errors. */
export function brokenReport(errors: readonly FileFinding[], today: string, exitCode: number): string {
  const head = { format: REPORT_FORMAT, poise: version, command: 'map', exitCode, reason: 'findings', today };
  return jsonDocument({ ...head, findings: errors.map(reportedFinding) }, false);
}

function reportedLead({ outcome, how, dependsOn, beatenBy }: Lead): object {
  return { ...outcome, how, ...(how === 'may' && { dependsOn }), ...(beatenBy !== undefined && { beatenBy }) };
}
