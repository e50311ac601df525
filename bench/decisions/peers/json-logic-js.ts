import jsonLogic from 'json-logic-js';
import { jsonLogicOf } from '../json-logic.ts';
import { measureDecisions } from '../measure.ts';

type Logic = Parameters<typeof jsonLogic.apply>[0];

measureDecisions(({ rules }) => {
  const logics = rules.map((rule) => jsonLogicOf(rule) as Logic);
  return () => (moments) =>
    moments.map((moment) => {
      const held: number[] = [];
      for (let rule = 0; rule < logics.length; rule++) {
        if (jsonLogic.apply(logics[rule] as Logic, moment)) held.push(rule);
      }
      return held;
    });
});
