import type { Comparison, Rule } from './workload.ts';

/** A rule in JsonLogic, as one would write it by hand. */
export function jsonLogicOf(rule: Rule): object {
  return { and: rule.map(comparisonOf) };
}

const OPERATORS: Readonly<Partial<Record<Comparison['is'], string>>> = { '==': '===', '!=': '!==' };

function comparisonOf({ fact, is, value }: Comparison): object {
  return { [OPERATORS[is] ?? is]: [{ var: fact }, value] };
}
