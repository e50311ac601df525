import type { Situation, SituationMap } from './situation-map.ts';

/** Situations that lead to the same, next to each other: for each axis, the places of the stretches that they take in, ascending. */
export interface Box {
  readonly at: readonly (readonly number[])[];
  readonly leads: Situation['leads'];
}

/** The situations of a map, put together where they lead to the same: as few boxes as come of joining them axis by axis. */
export function boxesOf({ axes, situations }: Pick<SituationMap, 'axes' | 'situations'>): readonly Box[] {
  let boxes: readonly Box[] = situations.map(({ at, leads }) => ({ at: at.map((place) => [place]), leads }));
  for (const axis of [...axes.keys()].reverse()) boxes = joinedAlong(axis, boxes);
  return boxes;
}

/** What makes two situations the same to whoever looks at the map. */
export function sameLeads(leads: Situation['leads']): string {
  return JSON.stringify(leads.map(({ outcome, how, beatenBy }) => [outcome, how, beatenBy]));
}

function joinedAlong(axis: number, boxes: readonly Box[]): readonly Box[] {
  // Node 20 has no `Map.groupBy`.
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = JSON.stringify([box.at.with(axis, []), sameLeads(box.leads)]);
    const group = groups.get(key);
    if (group) group.push(box);
    else groups.set(key, [box]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const places = [first, ...others].flatMap(({ at }) => at[axis] ?? []).sort((a, b) => a - b);
    return [{ ...first, at: first.at.with(axis, places) }];
  });
}

/** The situations that start no playbook: where nobody handles what comes, as far as that hangs on the facts of the map. */
export function unhandledIn({ axes, situations }: SituationMap): readonly Box[] {
  const isHandled = ({ leads }: Situation) => leads.some(({ outcome }) => outcome.kind === 'playbook');
  const left = situations.filter((situation) => !isHandled(situation)).map(({ at }) => ({ at, leads: [] }));
  return boxesOf({ axes, situations: left });
}
