import type { Block, FactValues, Place } from '@poise/runtime';
import { explain, knownFact, type ScenarioRun } from '../scenarios/index.ts';
import { becauseOf, factWords, listed, quoted } from '../words/index.ts';
import type { Why } from './card-item.ts';

/** Something in the guidance that a rule made so. */
interface MadeSo {
  readonly playbook?: string;
  readonly at?: Place;
  readonly because?: FactValues;
  readonly missing?: readonly string[];
}

/** The rule that made something so, and the facts of its condition. */
export function whyOf(
  { playbook, at, because = {}, missing = [] }: MadeSo,
  { documents }: ScenarioRun,
): readonly Why[] {
  if (!at) return [];
  const document = documents.find(({ id }) => id === playbook);
  const facts = Object.entries(because).map(([id, value]) => factWords(knownFact(id, value, document)));
  const unknown = missing.filter((id) => !(id in because)).map((id) => `${quoted(id)} is not known`);
  return [{ at, words: listed([...facts, ...unknown]) }];
}

/** The rules that forbid something. */
export function whyBlocked(blocks: readonly Block[]): readonly Why[] {
  return blocks.map((block) => ({ at: block.at, words: blockInWords(block) }));
}

export function blockInWords(block: Block): string {
  const { rule, playbook, at } = block;
  return becauseOf({ kind: 'blocked', rule, playbook, at, block });
}

/** What a playbook has started by. */
export function whyStarted(playbook: string, run: ScenarioRun): readonly Why[] {
  const asked = { kind: 'expect', expectation: { kind: 'playbook', playbook }, negated: true } as const;
  const { because } = explain({ ...asked, at: run.scenario.at, text: '' }, run);
  return because.map((reason) => ({ at: reason.at, words: becauseOf(reason) }));
}
