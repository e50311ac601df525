import type { Sample } from './processes.ts';

/** Something to be measured. */
export interface Case {
  /** No other has the same. */
  readonly name: string;
  /** Runs it in a process of its own. */
  measure(): Sample;
}

/** The figures of all rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What was measured of a case: milliseconds, and bytes. */
export interface Measured {
  readonly took: Spread;
  readonly warm?: Spread;
  readonly peakMemory: Spread;
}

/**
 * Measures all cases so many times, one process after another. Every other round goes backwards, so that no case always comes after the same one.
 *
 * @param onCase is told what comes
 */
export function measureInRounds(
  cases: readonly Case[],
  rounds: number,
  onCase: (name: string, round: number) => void,
): ReadonlyMap<Case, Measured> {
  const samples = new Map<Case, Sample[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [one, taken] of round % 2 === 0 ? [...samples] : [...samples].reverse()) {
      onCase(one.name, round);
      taken.push(one.measure());
    }
  }
  return new Map([...samples].map(([one, taken]) => [one, measuredOf(taken)]));
}

function measuredOf(samples: readonly Sample[]): Measured {
  const warm = samples.flatMap((sample) => sample.warm ?? []);
  return {
    took: spreadOf(samples.map(({ took }) => took)),
    ...(warm.length > 0 && { warm: spreadOf(warm) }),
    peakMemory: spreadOf(samples.map(({ peakMemory }) => peakMemory)),
  };
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, least: at(0), most: at(sorted.length - 1) };
}
