import { peakMemoryNow, tell, told } from '../measuring/child.ts';
import type { RunFigure } from '../measuring/runs.ts';
import { medianOfLaterHalf } from '../measuring/samples.ts';
import { readWorkload } from '../measuring/workload.ts';
import type { DecisionWorkload, Moment } from './workload.ts';

/** Decides at each of some moments. */
export type Decide<At, Outcome> = (moments: readonly At[]) => readonly Outcome[] | Promise<readonly Outcome[]>;

/** What is measured, with all that doesn't count: whatever it takes to say the rules in the subject's own notation. */
export interface Decider<At, Outcome> {
  readonly moments: readonly At[];
  /** Makes the rules ready. */
  readonly makeReady: () => Decide<At, Outcome> | Promise<Decide<At, Outcome>>;
  /** Whether that is what has to come out at a moment. */
  readonly isRight: (outcome: Outcome, moment: number) => boolean;
}

/** For how many milliseconds outcomes are checked, of subjects that can't decide at all moments in that time. */
const CHECKED_FOR = 1_000;
/** How many milliseconds are timed together, about. */
const TIMED_TOGETHER = 10;
/** How many decisions are asked for at once, at least. */
const AT_ONCE = 8;

/** The rules that hold at a moment, by their numbers, in any order. */
type Rules = readonly number[];

/**
 * Measures which rules of the workload hold at its moments.
 *
 * @param prepare says the rules in the subject's own notation, and gives what makes them ready
 * @throws Error where the answer is wrong
 */
export function measureDecisions(
  prepare: (workload: DecisionWorkload) => Decider<Moment, Rules>['makeReady'],
): Promise<void> {
  return measureDecider<Moment, Rules>((workload) => ({
    moments: workload.moments,
    makeReady: prepare(workload),
    isRight: (outcome, moment) => outcome.toSorted((a, b) => a - b).join() === workload.held[moment]?.join(),
  }));
}

/**
 * Measures a decider in this process, which does nothing else, and tells the figures: the first time is that of making the rules ready and one decision, the
 * later that of one decision.
 *
 * @throws Error where the answer is wrong
 */
export async function measureDecider<At, Outcome>(
  prepare: (workload: DecisionWorkload) => Decider<At, Outcome>,
): Promise<void> {
  const { folder, repeatFor } = told();
  const workload = readWorkload<DecisionWorkload>(folder);
  const { moments, makeReady, isRight } = prepare(workload);

  const start = performance.now();
  const decide = await makeReady();
  await decide(moments.slice(0, 1));
  const first = performance.now() - start;
  const peakMemory = peakMemoryNow();

  const checking = performance.now();
  let checked = 0;
  while (checked < moments.length && performance.now() < checking + CHECKED_FOR) {
    const outcomes = await decide(moments.slice(checked, checked + AT_ONCE));
    if (!outcomes.every((outcome, index) => isRight(outcome, checked + index))) {
      throw new Error(`the answer is wrong at one of the moments from ${checked} on`);
    }
    checked += outcomes.length;
  }

  const together = Math.max(AT_ONCE, Math.ceil((checked * TIMED_TOGETHER) / (performance.now() - checking)));
  const later: number[] = [];
  const end = performance.now() + repeatFor;
  for (let from = 0; later.length < 2 || performance.now() < end; from = (from + together) % moments.length) {
    const some = moments.slice(from, from + together);
    const began = performance.now();
    await decide(some);
    later.push((performance.now() - began) / some.length);
  }
  tell<RunFigure>({ found: workload.rules.length, figures: { first, warm: medianOfLaterHalf(later), peakMemory } });
}
