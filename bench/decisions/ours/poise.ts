import { eachBit, readLogic, ruleIndex } from '../../../runtime/src/rules/index.ts';
import { compiledRule } from '../compiled-rules.ts';
import { measureDecisions } from '../measure.ts';

// Which rules are certain. From one moment to the next all facts may change.
measureDecisions(({ rules, facts }) => {
  const logics = rules.map((rule) => compiledRule(rule).certain);
  const numbers = new Map(facts.map((fact, number) => [fact, number]));
  return () => {
    const index = ruleIndex(
      logics.map((logic) => readLogic(logic, (fact) => numbers.get(fact) ?? -1)),
      facts.map(() => null),
    );
    return (moments) =>
      moments.map((moment) => {
        for (let fact = 0; fact < facts.length; fact++) index.set(fact, moment[facts[fact] ?? ''] ?? null);
        const held: number[] = [];
        eachBit(index.holding(), (rule) => held.push(rule));
        return held;
      });
  };
});
