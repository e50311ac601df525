import { knownFact, type ScenarioRun } from '../scenarios/index.ts';
import { documentOf } from './card-item.ts';

type KnownFact = ReturnType<typeof knownFact>;

/**
 * The facts of the playbook that is tried out, known or not, as they are at the end of a run: what tools report, what the agent records, situations, and what the
 * conversation itself counts. Facts that stand for conditions are left out.
 */
export function factsNow(run: ScenarioRun): readonly KnownFact[] {
  const document = documentOf(run);
  const values = (run.turns.at(-1) ?? run.opening).facts[document.id] ?? {};
  return document.facts
    .filter(({ kind }) => kind !== 'derived')
    .map(({ id }) => knownFact(id, values[id] ?? null, document));
}
