import { ast } from '@poise/language';
import type { Amount } from '@poise/runtime';
import { target } from './conditions.ts';
import type { CompileContext } from './context.ts';

/** An amount of money: fixed, or what a fact holds. */
export function compileAmount(amount: ast.Amount, context: CompileContext): Amount {
  if (ast.isMoney(amount)) return { amount: amount.amount, currency: amount.currency };
  const fact = target(amount.fact);
  const unit = !ast.isSituation(fact) && ast.isUnitType(fact.valueType) ? fact.valueType.unit : '';
  return { fact: context.facts.declared(fact), currency: unit };
}
