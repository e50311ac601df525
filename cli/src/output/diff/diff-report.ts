import type { Change, Detail, Outcome, Place, TermDetail } from '@poise/analysis/diff';
import {
  pathInRevision,
  pointsOf,
  ruleWords,
  toldChanges,
  type Verdict,
  verdictWords,
} from '@poise/generator/comparing';
import type { ReadSide } from '../../diff/read-side.ts';
import { version } from '../../version.ts';
import { jsonDocument, REPORT_FORMAT, reportedFinding } from '../report.ts';
import type { DiffResults } from './results.ts';

/** The document of `poise diff --format json`; `cli/diff.schema.json` describes it. The same versions and options give the same bytes. */
export function diffReport({ today, exitCode, sides, difference, verdict }: DiffResults): string {
  const [before, after] = sides.map(reportedSide);
  const head = { format: REPORT_FORMAT, poise: version, command: 'diff', exitCode };
  if (!difference || !verdict) return jsonDocument({ ...head, reason: 'findings', today, before, after }, false);
  return jsonDocument(
    {
      ...head,
      reason: verdict.isGood ? 'clean' : 'changes',
      today,
      before,
      after,
      fails: verdictWords(verdict),
      playbooks: difference.playbooks,
      changes: toldChanges(difference.changes).map((change) => reportedChange(change, sides, verdict)),
    },
    false,
  );
}

function reportedSide({ name, broken }: ReadSide): object {
  return { name, ...(broken && { findings: broken.map(reportedFinding) }) };
}

function reportedChange(change: Change, [was, is]: DiffResults['sides'], { refused, approvals }: Verdict): object {
  const { class: what, kind, playbooks, before, after, renamed, details } = change;
  const needed = approvals.filter((approval) => approval.change === change);
  return {
    class: what,
    kind,
    rule: ruleWords(change),
    playbooks,
    ...(before && { before: { ...placeIn(before.at, was), ...(renamed && { name: before.names[0] }) } }),
    ...(after && { after: { ...placeIn(after.at, is), ...(renamed && { name: after.names[0] }) } }),
    points: pointsOf(change),
    details: details.map(reportedDetail),
    refused: refused.includes(change),
    approvals: needed.map(({ by, isGiven }) => ({ by, given: isGiven })),
  };
}

function placeIn({ file, line, column }: Place, side: ReadSide): object {
  return { file: pathInRevision(side, file), line, column };
}

function reportedDetail(detail: Detail): object {
  if (!('situations' in detail)) return reportedTerm(detail);
  const { of, direction, before, after, situations, undecided } = detail;
  const outcome = ({ holds, facts }: Outcome) => ({ holds, facts });
  return {
    of,
    direction,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    situations: situations.map((one) => ({ before: outcome(one.before), after: outcome(one.after) })),
    ...(undecided && { undecided }),
  };
}

/** Of phrases their texts are enough: what they match follows from them. */
function reportedTerm({ of, direction, before, after, message }: TermDetail): object {
  const value = (one: TermDetail['before']) => {
    if (typeof one !== 'object' || one === null || !('phrases' in one)) return one;
    return { phrases: one.phrases.map(({ text }) => text), except: one.except.map(({ text }) => text) };
  };
  return {
    of,
    direction,
    ...(before !== undefined && { before: value(before) }),
    ...(after !== undefined && { after: value(after) }),
    ...(message && { message }),
  };
}
