import type { Exit } from '@poise/runtime';
import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { GuardDetail, Outcome, Situation } from './change.ts';
import type { Comparison, Version } from './comparison.ts';
import { writtenIn } from './guards.ts';
import type { Form } from './rule.ts';

/** The name that a step goes by in a version. */
export type NameOf = (step: string, version: Version) => string;

/** Where a step leads, and in which situations: whatever the order in which its exits are written. */
export interface Way {
  readonly form: Form;
  readonly names: readonly string[];
  readonly before?: Exit;
  readonly after?: Exit;
  /** Absent where it leads there in the same situations. */
  readonly detail?: GuardDetail;
}

/**
 * Compares the ways out of a step by where they lead. What one of them gains another loses, or staying does: so they are moved and nothing else, unless
 * there is none that leads there in one of the versions.
 */
export function compareWays(
  before: readonly Exit[],
  after: readonly Exit[],
  comparison: Comparison,
  nameOf: NameOf,
): readonly Way[] {
  const targets = new Map([...after, ...before].map((exit) => [keyOf(exit), exit]));
  const ways = [...targets].map(([key, exit]): Way => {
    const [was, is] = [before, after].map((exits) => exits.find((one) => keyOf(one) === key));
    return { ...targetOf(exit), ...(was && { before: was }), ...(is && { after: is }) };
  });
  const meaning = (exits: readonly Exit[], version: Version) =>
    JSON.stringify(exits.map((exit) => [keyOf(exit), comparison.meaningOf(exit.when, version)]));
  if (meaning(before, 0) === meaning(after, 1)) return ways;
  const found = comparison.unlessTooLarge(() => {
    const [held, holds] = [takenBy(before, 0, comparison, nameOf), takenBy(after, 1, comparison, nameOf)];
    return ways.map((way) => withDetail(way, held, holds, comparison));
  });
  return found ?? ways.map((way) => ({ ...way, detail: { ...movedIn(way, []), undecided: true } }));
}

interface Target {
  readonly where: Diagram;
  readonly shown: Pick<Way, 'form' | 'names'>;
}
type Taken = ReadonlyMap<string, Target>;

/** Where each target is reached: an exit is taken only where none before it is. @throws TooLarge */
function takenBy(exits: readonly Exit[], version: Version, comparison: Comparison, nameOf: NameOf): Taken {
  const { diagrams } = comparison.space;
  const taken = new Map<string, Target>();
  let earlier: Diagram = NOWHERE;
  for (const exit of exits) {
    const holds = comparison.whereHolds({ condition: exit.when, without: true, asks: 'certain' }, version);
    const where = diagrams.and(holds, diagrams.not(earlier));
    const key = keyOf(exit);
    const names = [exit.kind === 'goTo' ? nameOf(exit.step, version) : exit.playbook];
    taken.set(key, { where: diagrams.or(taken.get(key)?.where ?? NOWHERE, where), shown: { form: exit.kind, names } });
    earlier = diagrams.or(earlier, holds);
  }
  return taken;
}

function withDetail(way: Way, held: Taken, holds: Taken, comparison: Comparison): Way {
  const { diagrams } = comparison.space;
  const exit = way.after ?? way.before;
  const key = exit ? keyOf(exit) : '';
  const [was, is] = [held, holds].map((taken) => taken.get(key)?.where ?? NOWHERE) as [Diagram, Diagram];
  const gained = situationAlong(diagrams.and(is, diagrams.not(was)), held, comparison, (outcome) => [outcome, TAKEN]);
  const lost = situationAlong(diagrams.and(was, diagrams.not(is)), holds, comparison, (outcome) => [TAKEN, outcome]);
  const situations = [gained, lost].filter((one) => one !== undefined);
  return situations.length === 0 ? way : { ...way, detail: movedIn(way, situations) };
}

function movedIn({ before, after }: Way, situations: readonly Situation[]): GuardDetail {
  return { ...writtenIn('when', before?.when, after?.when), direction: 'moved', situations };
}

type Verdict = Omit<Outcome, 'facts'>;
const TAKEN: Verdict = { holds: true };

/** A situation of those in the diagram, with the way that the other version takes there. */
function situationAlong(
  diagram: Diagram,
  others: Taken,
  comparison: Comparison,
  verdicts: (other: Verdict) => readonly [Verdict, Verdict],
): Situation | undefined {
  for (const { where, shown } of others.values()) {
    const there = comparison.space.diagrams.and(diagram, where);
    const situation = comparison.situationIn(there, verdicts({ holds: false, instead: shown }));
    if (situation) return situation;
  }
  return comparison.situationIn(diagram, verdicts({ holds: false }));
}

function targetOf(exit: Exit): Pick<Way, 'form' | 'names'> {
  return { form: exit.kind, names: [exit.kind === 'goTo' ? exit.step : exit.playbook] };
}

function keyOf(exit: Exit): string {
  const { form, names } = targetOf(exit);
  return `${form} ${names.join()}`;
}
