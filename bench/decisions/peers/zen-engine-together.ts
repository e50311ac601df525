import { ZenEngine } from '@gorules/zen-engine';
import { measureDecisions } from '../measure.ts';
import { rulesIn, zenTable } from '../zen-table.ts';

const TOGETHER = 8;

// It evaluates in threads of its own: with more than one call at once it decides more in the same time, though none sooner.
measureDecisions(({ rules, facts }) => {
  const table = zenTable(rules, facts);
  return () => {
    const decision = new ZenEngine().createDecision(table);
    return async (moments) => {
      const outcomes: (readonly number[])[] = [];
      for (let from = 0; from < moments.length; from += TOGETHER) {
        const some = moments.slice(from, from + TOGETHER);
        const responses = await Promise.all(some.map((moment) => decision.evaluate(moment)));
        outcomes.push(...responses.map(rulesIn));
      }
      return outcomes;
    };
  };
});
