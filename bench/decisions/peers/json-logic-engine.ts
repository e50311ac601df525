import { LogicEngine } from 'json-logic-engine';
import { jsonLogicOf } from '../json-logic.ts';
import { measureDecisions } from '../measure.ts';

type Holds = (moment: object) => unknown;

measureDecisions(({ rules }) => {
  const logics = rules.map(jsonLogicOf);
  return () => {
    const engine = new LogicEngine();
    const compiled = logics.map((logic) => engine.build(logic) as Holds);
    return (moments) =>
      moments.map((moment) => {
        const held: number[] = [];
        for (let rule = 0; rule < compiled.length; rule++) {
          if ((compiled[rule] as Holds)(moment)) held.push(rule);
        }
        return held;
      });
  };
});
