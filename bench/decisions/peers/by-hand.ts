import { measureDecisions } from '../measure.ts';
import type { Comparison, Moment, Rule } from '../workload.ts';

// The limit: what somebody would write for these rules and no others. Only the benchmark makes code out of texts.
measureDecisions(({ rules, facts }) => {
  const body = `const { ${facts.join(', ')} } = moment;
const held = [];
${rules.map(statementOf).join('\n')}
return held;`;
  return () => {
    const decide = new Function('moment', body) as (moment: Moment) => readonly number[];
    return (moments) => moments.map(decide);
  };
});

function statementOf(rule: Rule, number: number): string {
  return `if (${rule.map(conditionOf).join(' && ')}) held.push(${number});`;
}

function conditionOf({ fact, is, value }: Comparison): string {
  if (is === 'in') return `(${value.map((one) => `${fact} === ${JSON.stringify(one)}`).join(' || ')})`;
  if (is === '==' || is === '!=') return `${fact} ${is}= ${JSON.stringify(value)}`;
  return `${fact} ${is} ${value}`;
}
