/** Compiled playbooks made ready for conversations. */
import type { Playbook } from '../generated/format.ts';
import { conditionsIn } from '../prepared/condition-visitor.ts';
import { visitNumbers } from '../prepared/conditions.ts';
import { type Facts, prepareFacts } from '../prepared/facts.ts';
import { type PhraseLists, preparePhraseLists } from '../prepared/phrase-lists.ts';
import { prepareRules, type Rules } from '../prepared/rules.ts';
import { Moment } from './moment.ts';
import type { Suggestion } from './suggestions.ts';

/** Documents made ready: shared by all conversations over them, and the same after each. */
export interface Playbooks {
  /** In the order of their ids. */
  readonly documents: readonly Playbook[];
  readonly facts: Facts;
  readonly phraseLists: PhraseLists;
  readonly rules: Rules;
  /** The seconds at which some condition looks at `elapsed` or `waiting` differently than before, ascending. */
  readonly thresholds: { readonly elapsed: readonly number[]; readonly waiting: readonly number[] };
  /** Where facts are computed, for one conversation at a time. */
  readonly moment: Moment;
  /** What has been found out about texts of the documents. */
  readonly suggestions: Map<string, Suggestion>;
}

/**
 * Makes documents ready that `load` has accepted. Takes time linear in their size.
 *
 * One set of playbooks serves any number of conversations, one event at a time: a worker thread needs its own.
 */
export function prepare(documents: readonly Playbook[]): Playbooks {
  const inOrder = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const phraseLists = preparePhraseLists(inOrder);
  const facts = prepareFacts(inOrder, phraseLists);
  const rules = prepareRules(inOrder, facts, phraseLists);
  return {
    documents: inOrder,
    facts,
    phraseLists,
    rules,
    thresholds: { elapsed: secondsComparedWith('elapsed', inOrder), waiting: secondsComparedWith('waiting', inOrder) },
    moment: new Moment(facts, rules.expressions),
    suggestions: new Map(),
  };
}

function secondsComparedWith(fact: string, documents: readonly Playbook[]): readonly number[] {
  const seconds = new Set<number>();
  for (const { certain, possible } of documents.flatMap(conditionsIn)) {
    for (const logic of [certain, possible]) {
      visitNumbers(logic, (id, constant) => {
        if (id === fact) for (const second of [Math.ceil(constant), Math.ceil(constant) + 1]) seconds.add(second);
      });
    }
  }
  return [...seconds].filter((second) => second > 0).sort((a, b) => a - b);
}
