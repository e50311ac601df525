import type { Case, Figures, Measured, MeasuredOf, Spread } from './case.ts';

/**
 * Measures all cases so many times, but those that are measured once, one process after another. Every other round goes backwards, so that no case always comes after the same one.
 *
 * @param onCase is told what comes
 */
export function measureInRounds(
  cases: readonly Case[],
  rounds: number,
  onCase: (name: string, round: number) => void,
): MeasuredOf {
  const samples = new Map<Case, Figures[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [one, taken] of round % 2 === 0 ? [...samples] : [...samples].reverse()) {
      if (one.once && round > 0) continue;
      onCase(one.name, round);
      taken.push(one.measure());
    }
  }
  return <Figure extends string>(one: Case<Figure>) => measuredIn(samples.get(one) ?? []) as Measured<Figure>;
}

/** @throws Error for no samples */
function measuredIn(samples: readonly Figures[]): Measured {
  const [first] = samples;
  if (!first) throw new Error('this has not been measured');
  return Object.fromEntries(
    Object.keys(first).map((figure) => [figure, spreadOf(samples.map((sample) => sample[figure] ?? Number.NaN))]),
  );
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, least: at(0), most: at(sorted.length - 1) };
}
