import { type Box, type Lead, type SituationMap, sameLeads, unhandledIn } from '@poise/analysis/map';
import { listed, quoted } from '@poise/generator/words';
import { stretchesWords } from './words.ts';

/** `What anger and channel lead to, in 15 playbooks`. */
export function titleOf({ axes, playbooks }: SituationMap, mark: (name: string) => string = quoted): string {
  const names = listed(axes.map(({ fact }) => mark(fact)));
  const where = playbooks.length === 1 ? mark(playbooks[0] ?? '') : `${playbooks.length} playbooks`;
  return `What ${names} ${axes.length === 1 ? 'leads' : 'lead'} to, in ${where}`;
}

/** `whatever anger and channel are`. */
export function whateverWords({ axes }: SituationMap, mark: (name: string) => string = quoted): string {
  return `whatever ${listed(axes.map(({ fact }) => mark(fact)))} ${axes.length === 1 ? 'is' : 'are'}`;
}

/** What is to be said about the situations in which no playbook starts, and these; none where that is all of them, or none of them. */
export function nobodyHandles(map: SituationMap): { readonly words: string; readonly boxes: readonly Box[] } {
  const facts = listed(map.axes.map(({ fact }) => quoted(fact)));
  const isOne = map.axes.length === 1;
  const boxes = unhandledIn(map);
  const isAnywhere = map.situations.some(({ leads }) => leads.some(({ outcome }) => outcome.kind === 'playbook'));
  if (!isAnywhere) return { words: `Whether a playbook starts doesn’t hang on ${facts}.`, boxes: [] };
  if (boxes.length === 0) return { words: 'In each of these situations a playbook starts, or may start.', boxes };
  return { words: `No playbook starts here, as far as ${facts} ${isOne ? 'decides' : 'decide'}:`, boxes };
}

/** The situations of a box: for each axis, in words. */
export function boxWords({ at }: Box, { axes }: SituationMap): readonly string[] {
  return axes.map((axis, place) => stretchesWords(axis, at[place] ?? []));
}

/** What leads to the same, by how: what is sure first. */
export function byHow(leads: readonly Lead[]): readonly (readonly [Lead['how'], readonly Lead[]])[] {
  return (['always', 'may'] as const)
    .map((how) => [how, leads.filter((lead) => lead.how === how)] as const)
    .filter(([, some]) => some.length > 0);
}

/** Situations that lead to the same, under one letter. */
export interface Area {
  /** `A`, `B`, … `Z`, `AA`; nothing for one that leads to nothing. */
  readonly letter: string;
  readonly leads: readonly Lead[];
}

/** The areas of a map, in the order in which the eye comes by them, and the one that each situation is in. */
export function areasOf(map: SituationMap): {
  readonly areas: readonly Area[];
  readonly areaAt: (at: readonly number[]) => Area | undefined;
} {
  const areas = new Map<string, Area>();
  const places = new Map<string, Area>();
  for (const { at, leads } of map.situations) {
    const key = sameLeads(leads);
    const lettered = [...areas.values()].filter(({ letter }) => letter !== '').length;
    const area = areas.get(key) ?? { letter: leads.length === 0 ? '' : letterOf(lettered), leads };
    areas.set(key, area);
    places.set(at.join(), area);
  }
  return { areas: [...areas.values()], areaAt: (at) => places.get(at.join()) };
}

/** `A` for 0, `B`, … `Z`, `AA`. */
export function letterOf(number: number): string {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : letterOf(Math.floor(number / 26) - 1) + letter;
}

/** Every outcome on the map that depends on other facts, once, with all of these. */
export function dependentLeads({ situations }: SituationMap): readonly Lead[] {
  const leads = new Map<string, Lead>();
  for (const lead of situations.flatMap((one) => one.leads)) {
    if (lead.how !== 'may') continue;
    const key = JSON.stringify(lead.outcome);
    const known = leads.get(key)?.dependsOn ?? [];
    const more = lead.dependsOn.filter(
      (one) => !known.some(({ kind, name }) => kind === one.kind && name === one.name),
    );
    leads.set(key, { ...lead, dependsOn: [...known, ...more] });
  }
  return [...leads.values()];
}
