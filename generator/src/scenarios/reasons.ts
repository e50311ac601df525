import {
  type Block,
  type Condition,
  type Fact,
  type Id,
  type Place,
  type Playbook,
  type Position,
  textOf,
  type Value,
} from '@poise/runtime';
import { answerOf } from './answer.ts';
import type { Because, KnownFact, Reason, RulePlace } from './failure.ts';
import type { Moment } from './run.ts';

/** A part of a document that has a place in its source. */
interface Placed {
  readonly id: Id;
  readonly at: Position;
}

/** What the guidance says of whatever a rule made so. */
interface MadeSo extends RulePlace {
  readonly because: object;
}

export function reason(part: Placed, document: Playbook, because: Because): Reason {
  return { rule: part.id, playbook: document.id, at: placeIn(document, part.at), ...because };
}

/** Why a rule with a condition acts, or doesn't: its condition, and what it comes to. Nothing where it has none. */
export function conditionOf(
  part: Placed,
  when: Condition | undefined,
  document: Playbook,
  { facts }: Moment,
): readonly Reason[] {
  if (!when) return [];
  const values = facts[document.id] ?? {};
  const answer = answerOf(when, values);
  const known = restsOn(when, document).map((id) => knownFact(id, values[id] ?? null, document));
  return [reason(part, document, { kind: 'condition', condition: when.text, answer, facts: known })];
}

/** Of rules that might have acted, when one of them has, those whose condition holds. */
export function whatDid(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.flatMap((one): readonly Reason[] => {
    if (one.kind !== 'condition' || one.answer !== 'yes') return [];
    const { rule, playbook, at, condition, facts } = one;
    return [{ rule, playbook, at, kind: 'did', condition, facts }];
  });
}

/** The rule that made something so, with the facts as they were. */
export function didIt(made: MadeSo, documents: readonly Playbook[], when?: Condition): Reason {
  const { rule, playbook, at, because } = made;
  const document = documents.find(({ id }) => id === playbook);
  const facts = Object.entries(because).map(([id, value]) => knownFact(id, value as Value, document));
  return { rule, playbook, at, kind: 'did', ...(when && { condition: when.text }), facts };
}

export function blockedBy(blocks: readonly Block[]): readonly Reason[] {
  return blocks.map((block) => ({ rule: block.rule, playbook: block.playbook, at: block.at, kind: 'blocked', block }));
}

export function placeIn({ files }: Playbook, { file, line, column }: Position): Place {
  return { file: files[file]?.path ?? '', line, column };
}

/** A fact with its value, as its type has it in words. */
export function knownFact(id: Id, value: Value, document: Playbook | undefined): KnownFact {
  const fact = document?.facts.find((one) => one.id === id);
  const type = fact && 'type' in fact ? fact.type : undefined;
  return { fact: id, value, text: value === null ? '' : textOf(value, type) };
}

/** The facts of a condition; after each that stands for a condition itself, the facts of that one. */
function restsOn({ facts }: Condition, document: Playbook): readonly Id[] {
  const found = new Set<Id>();
  for (const id of facts) {
    found.add(id);
    const inner = conditionIn(document.facts.find((fact) => fact.id === id));
    if (inner) for (const one of restsOn(inner, document)) found.add(one);
  }
  return [...found];
}

function conditionIn(fact: Fact | undefined): Condition | undefined {
  if (fact?.kind === 'situation') return fact.when;
  return fact?.kind === 'derived' && 'when' in fact.derive ? fact.derive.when : undefined;
}
