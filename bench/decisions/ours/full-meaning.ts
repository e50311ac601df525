import { eachBit, type FactValue, readLogic, ruleIndex } from '../../../runtime/src/rules/index.ts';
import { compiledRule } from '../compiled-rules.ts';
import { measureDecider } from '../measure.ts';
import { isSo, type Moment, type Rule } from '../workload.ts';

/** Each fact is unknown at one moment out of so many. */
const SELDOM = 5;

/** What comes out with full meaning. */
interface Outcome {
  readonly certain: number[];
  /** Rules that may hold or not, and the facts that are missing. */
  readonly open: { readonly rule: number; readonly missing: readonly string[] }[];
}
type Values = Readonly<Record<string, FactValue>>;

// Which rules are certain, which are possible, and what isn't known for those that are only that.
measureDecider<Values, Outcome>(({ rules, facts, moments }) => {
  const logics = rules.map(compiledRule).flatMap(({ certain, possible }) => [certain, possible]);
  const factsOf = rules.map((rule) => rule.map(({ fact }) => fact));
  const numbers = new Map(facts.map((fact, number) => [fact, number]));
  const known = moments.map((moment, index) => withoutSome(moment, index));
  return {
    moments: known,
    makeReady: () => {
      const index = ruleIndex(
        logics.map((logic) => readLogic(logic, (fact) => numbers.get(fact) ?? -1)),
        facts.map(() => null),
      );
      return (moments) =>
        moments.map((values) => {
          for (let fact = 0; fact < facts.length; fact++) index.set(fact, values[facts[fact] ?? ''] ?? null);
          const outcome: Outcome = { certain: [], open: [] };
          // What is certain is possible, too, and comes right before.
          let last = -1;
          eachBit(index.holding(), (expression) => {
            const rule = expression >>> 1;
            if (expression % 2 === 0) outcome.certain.push(rule);
            else if (last !== rule) outcome.open.push({ rule, missing: missing(factsOf[rule] ?? [], values) });
            last = rule;
          });
          return outcome;
        });
    },
    isRight: (outcome, moment) => JSON.stringify(outcome) === JSON.stringify(expected(rules, known[moment] ?? {})),
  };
});

function withoutSome(moment: Moment, index: number): Values {
  const values = Object.entries(moment).map(([fact, value], number) => {
    return [fact, (index * 7 + number * 3) % SELDOM === 0 ? null : value];
  });
  return Object.fromEntries(values) as Values;
}

function missing(facts: readonly string[], values: Values): readonly string[] {
  return facts.filter((fact) => values[fact] === null);
}

/** As plainly as it can be said: a rule is open where nothing that is known is against it, but something isn't known. */
function expected(rules: readonly Rule[], values: Values): Outcome {
  const outcome: Outcome = { certain: [], open: [] };
  for (const [rule, comparisons] of rules.entries()) {
    const unknown = missing(
      comparisons.map(({ fact }) => fact),
      values,
    );
    if (!comparisons.every((one) => values[one.fact] === null || isSo(one, values as Moment))) continue;
    if (unknown.length === 0) outcome.certain.push(rule);
    else outcome.open.push({ rule, missing: unknown });
  }
  return outcome;
}
