import type { Logic } from '@poise/runtime';
import { type Expression, evaluate, type Facts } from '../../generator/src/compile/expression.ts';
import { ENGINES } from './engines.ts';

/** An expression and what it was compiled to. */
export interface Compiled {
  readonly expression: Expression;
  readonly certain: Logic;
  readonly possible: Logic;
}

/** Where an engine says something else of a compiled condition than three-valued logic does: a sentence for each, none if all agree. */
export function disagreements({ expression, certain, possible }: Compiled, moments: readonly Facts[]): string[] {
  const readings = Object.entries(ENGINES).map(([engine, read]) => ({
    engine,
    certain: read(asRead(certain)),
    possible: read(asRead(possible)),
  }));
  return moments.flatMap((facts) => {
    const value = evaluate(expression, facts);
    const expected = { certain: value === true, possible: value !== false };
    return readings.flatMap((reading) =>
      (['certain', 'possible'] as const).flatMap((question) => {
        const answer = reading[question](facts);
        if (answer === expected[question]) return [];
        return `${reading.engine} answers ${JSON.stringify(answer)} for \`${question}\` where the value is ${value}: ${JSON.stringify(facts)}`;
      }),
    );
  });
}

/** As a consumer gets it, out of a file. */
function asRead(logic: Logic): Logic {
  return JSON.parse(JSON.stringify(logic)) as Logic;
}
