import { open, prepare } from '@poise/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callsOf, outcomesOf } from '../../../analysis/src/ladders/answers.ts';
import { Rota } from '../../../analysis/src/ladders/rota.ts';
import { asDocument } from '../../../analysis/src/subject.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { anyLadder, anyTeams } from './any-teams.ts';
import { playbookWith } from './document.ts';

const anyPlaybook = anyTeams.chain((all) =>
  anyLadder(all).map((ladder) => ({ ...all, ladder, playbook: playbookWith(all, ladder) })),
);

describe('what is said to become of a ladder', () => {
  test('is what becomes of it in a conversation', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyPlaybook, fc.nat(), ({ playbook, within, ladder }, pick) => {
        const outcomes = outcomesOf(callsOf(ladder), [], new Rota(playbook, within)).flatMap((days) => days.outcomes);
        const playbooks = prepare([asDocument(playbook)]);
        for (const [index, outcome] of outcomes.entries()) {
          if (index % 7 !== pick % 7) continue;
          for (const begins of [outcome.from, outcome.until - 1]) {
            const asked = askedInConversation(
              playbooks,
              begins,
              ladder.reduce((sum, { after }) => sum + after, 0),
            );
            const answers = asked.flatMap(({ team, after }) => {
              const found = playbook.teams.find(({ id }) => id === team);
              return found ? [{ team: found, asked: after, seconds: after + found.answersWithin }] : [];
            });
            const [first] = answers.toSorted((a, b) => a.seconds - b.seconds);
            expect(outcome.first).toEqual(first);
          }
        }
      }),
      runs(60),
    );
  });
});

/** Who is asked in a conversation in which an escalation begins at that second, and how many seconds later. */
function askedInConversation(playbooks: ReturnType<typeof prepare>, begins: number, lasts: number) {
  const time = begins * 1000;
  const { conversation } = open(playbooks, { time, reports: { needed: true } });
  const guidance = conversation.handle({ type: 'timePasses', at: time + lasts * 1000 });
  const [running] = guidance.escalations;
  if (!running) throw new Error('the escalation does not run');
  return running.asked.map(({ asked, time: at }) => ({ team: asked, after: at / 1000 - begins }));
}
