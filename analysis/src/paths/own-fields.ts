import type { Subject } from '../subject.ts';

/** The fields that are declared where the playbook is: no other playbook gathers them. */
export function ownFields({ facts, steps }: Subject): ReadonlySet<string> {
  const file = steps[0]?.at.file;
  return new Set(facts.flatMap((fact) => (fact.kind === 'field' && fact.at.file === file ? [fact.id] : [])));
}

/** Whether a boundary demands that it is recorded: then the agent is told so, whether a step asks for it or not. */
export function isDemandedField(field: string, { boundaries }: Subject): boolean {
  return boundaries.some(({ rules }) =>
    rules.some((rule) => rule.kind === 'mustRecord' && rule.fields.includes(field)),
  );
}
