import type { Logic } from '@poise/runtime';
import type { Comparison, Rule } from './workload.ts';

/** A rule as the compiler writes it: whether it is certain, and whether it is possible. */
export interface CompiledRule {
  readonly certain: Logic;
  readonly possible: Logic;
}

/** What a playbook would say with this rule, compiled. */
export function compiledRule(rule: Rule): CompiledRule {
  const parts = rule.map(compiledComparison);
  return {
    certain: every(parts.flatMap(({ certain }) => certain)),
    possible: every(parts.map(({ possible }) => possible)),
  };
}

/** `certain` as parts of the `and` around it. */
function compiledComparison({ fact, is, value }: Comparison): {
  readonly certain: readonly Logic[];
  readonly possible: Logic;
} {
  const variable = { var: fact };
  const known: Logic = { '!==': [variable, null] };
  const unknown: Logic = { '===': [variable, null] };
  switch (is) {
    case 'in': {
      const same = value.map((one): Logic => ({ '===': [variable, one] }));
      return { certain: [any(same)], possible: any([unknown, ...same]) };
    }
    case '==': {
      const same: Logic = { '===': [variable, value] };
      const possible: Logic = typeof value === 'boolean' ? { '!==': [variable, !value] } : { or: [unknown, same] };
      return { certain: [same], possible };
    }
    case '!=': {
      const differs: Logic = { '!==': [variable, value] };
      return { certain: [known, differs], possible: differs };
    }
    default: {
      const compared = { [is]: [variable, value] } as unknown as Logic;
      return { certain: [known, compared], possible: { or: [unknown, compared] } };
    }
  }
}

function every([first, ...others]: readonly Logic[]): Logic {
  if (!first) throw new Error('a rule compares something');
  return { and: [first, ...others] };
}

function any([first, ...others]: readonly Logic[]): Logic {
  if (!first) throw new Error('a rule compares with something');
  return { or: [first, ...others] };
}
