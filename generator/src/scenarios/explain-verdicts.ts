import type { Reason } from './failure.ts';
import { blockedBy, conditionOf, didIt, reason } from './reasons.ts';
import type { ExpectedVerdict } from './scenario.ts';
import { lastVerdict, present, type Story, soFar } from './story.ts';

/** Why an act is blocked, or isn't: what blocks it, else what the boundary that was to do it asks. */
export function explainVerdict(expected: ExpectedVerdict, negated: boolean, story: Story): readonly Reason[] {
  const verdict = lastVerdict(story, expected.act);
  if (!verdict) return [];
  const shouldBeBlocked = (expected.verdict === 'blocked') !== negated;
  if (!shouldBeBlocked) {
    return blockedBy(
      verdict.blocks.filter(({ by, id }) => expected.by === undefined || (by === 'boundary' && id === expected.by)),
    );
  }
  const documents = story.documents.filter(({ id }) => id === (expected.playbook ?? story.scenario.playbook));
  const named = documents.flatMap((document) =>
    document.boundaries
      .filter(({ id }) => id === expected.by)
      .flatMap(({ rules }) =>
        rules.flatMap((rule) => {
          const conditions = 'when' in rule ? conditionOf(rule, rule.when, document, present(story)) : [];
          const isOff = conditions.some((one) => one.kind === 'condition' && one.answer === 'no');
          return isOff ? conditions : [reason(rule, document, { kind: 'unmatched' })];
        }),
      ),
  );
  return [...named, ...blockedBy(verdict.blocks)];
}

/** Why the conversation has ended, or hasn't: what ended it, else what blocked its close. */
export function explainEnd(story: Story): readonly Reason[] {
  const ended = soFar(story, 'crossings').filter(({ reaction }) => reaction?.kind === 'endConversation');
  const verdict = lastVerdict(story, 'action');
  if (ended.length > 0) return ended.map((crossing) => didIt(crossing, story.documents));
  return verdict?.act === 'agentCloses' ? blockedBy(verdict.blocks) : [];
}
