import type { Logic } from '@poise/runtime';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import type { Facts } from '../../generator/src/compile/expression.ts';

/** Somebody else's implementation of JsonLogic: what a condition comes to over some facts. */
export type Evaluator = (facts: Facts) => unknown;

/** The implementations that conditions are tried on, each given a condition as it stands in a file. */
export const ENGINES: Readonly<Record<string, (logic: Logic) => Evaluator>> = {
  'json-logic-js': (logic) => (facts) => jsonLogic.apply(logic as Parameters<typeof jsonLogic.apply>[0], facts),
  // By itself it compiles what it sees often: here it must interpret.
  'json-logic-engine, interpreted': (logic) => {
    const engine = new LogicEngine(undefined, { disableInterpretedOptimization: true });
    return (facts) => engine.run(logic, facts);
  },
  'json-logic-engine, compiled': (logic) => new LogicEngine().build(logic) as Evaluator,
};
