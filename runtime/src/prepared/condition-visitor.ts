/** Every condition in a document. */
import type { Condition, Line, NeverRule, Playbook } from '../generated/format.ts';

export function conditionsIn(playbook: Playbook): readonly Condition[] {
  const lines = (of: readonly Line[]) => of.map(({ when }) => when);
  const nevers = (of: readonly NeverRule[]) => of.map(({ when }) => when);
  const all = [
    ...playbook.facts.map((fact) => {
      if (fact.kind === 'situation') return fact.when;
      return fact.kind === 'derived' && 'when' in fact.derive ? fact.derive.when : undefined;
    }),
    ...playbook.triggers.map(({ when }) => when),
    ...playbook.steps.flatMap((step) => [
      step.skip,
      step.done,
      ...lines(step.lines),
      ...nevers(step.never),
      ...step.exits.map(({ when }) => when),
    ]),
    ...playbook.boundaries.flatMap(({ rules }) => rules.map((rule) => ('when' in rule ? rule.when : undefined))),
    ...playbook.escalations.flatMap((escalation) => [
      escalation.when,
      ...lines(escalation.lines),
      ...escalation.continueWith.map(({ when }) => when),
    ]),
    ...playbook.followUps.flatMap((followUp) => [followUp.when, followUp.repeat?.until, ...lines(followUp.lines)]),
    ...playbook.agentCare.flatMap((care) => [care.when, ...lines(care.lines)]),
  ];
  return all.filter((condition) => condition !== undefined);
}
