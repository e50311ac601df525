import type { Id, Place, Playbook, Silent, Type, Value } from '@poise/runtime';
import { knownFact, type ScenarioRun } from '../scenarios/index.ts';
import { placeIn } from '../scenarios/reasons.ts';
import { ownFirst } from './card-item.ts';

/** A signal or field, with the value that it has now. */
export interface SettableFact {
  readonly id: Id;
  /** Signals come from tools; fields are what the agent writes down. */
  readonly kind: 'signal' | 'field';
  readonly type: Type;
  readonly title?: string;
  /** Whether the playbook itself asks about it, and not only one that it is played with. */
  readonly isOwn: boolean;
  readonly value: Value;
  /** The value in words; empty where it isn't known. */
  readonly text: string;
  /** It has a value, and never gets another one. */
  readonly isFixed: boolean;
  /** How many rules stay silent only because this isn't known. */
  readonly waiting: number;
  readonly at: Place;
}

/** All that can be reported or written down: of the playbook itself first, then of those that it is played with. */
export function settableFacts(run: ScenarioRun, silent: readonly Silent[]): readonly SettableFact[] {
  const facts = new Map<Id, SettableFact>();
  for (const document of ownFirst(run)) {
    for (const fact of factsIn(document, run, silent)) if (!facts.has(fact.id)) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}

function factsIn(document: Playbook, run: ScenarioRun, silent: readonly Silent[]): readonly SettableFact[] {
  const values = (run.turns.at(-1) ?? run.opening).facts[document.id] ?? {};
  return document.facts.flatMap((fact) => {
    if (fact.kind !== 'signal' && fact.kind !== 'field') return [];
    const { id, kind, type, title, fixed } = fact;
    const { value, text } = knownFact(id, values[id] ?? null, document);
    const settable: SettableFact = {
      id,
      kind,
      type,
      ...(title !== undefined && { title }),
      isOwn: document.id === run.scenario.playbook,
      value,
      text,
      isFixed: fixed === true && value !== null,
      waiting: silent.filter(({ missing }) => missing.includes(id)).length,
      at: placeIn(document, fact.at),
    };
    return [settable];
  });
}
