import type { Condition, Logic, Operand } from '@poise/runtime';
import type { FactValues } from './run.ts';

/** What a condition comes to with these values. */
export function answerOf(condition: Condition, facts: FactValues): 'yes' | 'no' | 'unknown' {
  if (holds(condition.certain, facts)) return 'yes';
  return holds(condition.possible, facts) ? 'unknown' : 'no';
}

function holds(logic: Logic, facts: FactValues): boolean {
  if ('and' in logic) return logic.and.every((part) => holds(part, facts));
  if ('or' in logic) return logic.or.some((part) => holds(part, facts));
  const worthOf = (operand: Operand) =>
    typeof operand === 'object' && operand !== null ? (facts[operand.var] ?? null) : operand;
  if ('===' in logic) return worthOf(logic['==='][0]) === worthOf(logic['==='][1]);
  if ('!==' in logic) return worthOf(logic['!=='][0]) !== worthOf(logic['!=='][1]);
  const [operator, [left, right]] = Object.entries(logic)[0] as [string, [Operand, Operand]];
  const [value, limit] = [worthOf(left), worthOf(right)];
  if (typeof value !== 'number' || typeof limit !== 'number') return false;
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    default:
      return value >= limit;
  }
}
