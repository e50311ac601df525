import { ZenEngine } from '@gorules/zen-engine';
import { measureDecisions } from '../measure.ts';
import { rulesIn, zenTable } from '../zen-table.ts';

measureDecisions(({ rules, facts }) => {
  const table = zenTable(rules, facts);
  return () => {
    const decision = new ZenEngine().createDecision(table);
    return async (moments) => {
      const outcomes: (readonly number[])[] = [];
      for (const moment of moments) outcomes.push(rulesIn(await decision.evaluate(moment)));
      return outcomes;
    };
  };
});
