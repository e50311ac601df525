/** Which playbook comes before which. */
import type { Subject } from '../subject.ts';

/** Whether one playbook says that it comes before the other. If both say so, that is a circle, and a finding of its own. */
export function isSettled({ beats: a, id }: Subject, { beats: b, id: other }: Subject): boolean {
  return beatsById(a, other) || beatsById(b, id) || a.everything !== b.everything;
}

/** Whether one playbook keeps the other from starting in the same event. */
export function isBeatenBy(playbook: Subject, other: Subject): boolean {
  const beats = (one: Subject, another: Subject) =>
    beatsById(one.beats, another.id) || (one.beats.everything && !another.beats.everything);
  return beats(other, playbook) && !beats(playbook, other);
}

function beatsById({ playbooks }: Subject['beats'], id: string): boolean {
  return playbooks.includes(id);
}
