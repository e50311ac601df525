import { type Coverage, type CoverageKind, figuresOf, reachesPercent } from '@poise/generator/coverage';
import { percentOf } from './words.ts';

/** What `--min` asks of. */
const HELD: readonly CoverageKind[] = ['rules', 'steps', 'thresholds'];

/** A line for each that is covered by less than so many per cent. */
export function shortfallsOf({ items }: Coverage, percent: number): readonly string[] {
  const figures = figuresOf(items);
  return HELD.filter((kind) => !reachesPercent(figures[kind], percent)).map((kind) => {
    const { covered, total } = figures[kind];
    return `${covered} of ${total} ${kind} are covered, which is ${percentOf(figures[kind])}; \`--min\` asks for ${percent}%`;
  });
}
