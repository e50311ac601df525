import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { writtenWords } from '../structure/tree.ts';
import { currencyDecimals, currencyLike } from '../vocabulary/currencies.ts';
import { timeUnit } from '../vocabulary/time-units.ts';
import type { Check, CheckContext } from './check.ts';
import { describeType, factInQuestion } from './fact-types.ts';
import { relatedPlace } from './places.ts';
import { writtenOf } from './written.ts';

/** An amount of money is in a currency that exists and can be paid in it. */
export const moneyMustBePayable: Check<ast.Money> = (money, context) => {
  if (!currencyMustExist(money, 'currency', money.currency, context)) return;
  const written = writtenOf(money, 'amount');
  if (written === undefined) return;
  if (money.amount < 0)
    context.report('too-small', { what: 'an amount of money', least: 0, written }, { node: money, property: 'amount' });
  else decimalsMustFit(money, 'amount', money.currency, written, context);
};

/** A value with a currency behind it is one that can be paid in it. */
export const valueInMoneyMustBePayable: Check<ast.NumberLiteral> = (literal, context) => {
  const { unit } = literal;
  if (unit === undefined || timeUnit(unit) || !currencyMustExist(literal, 'unit', unit, context)) return;
  const written = writtenOf(literal, 'value');
  if (written !== undefined) decimalsMustFit(literal, 'value', unit, written, context);
};

/** A fact is kept in a unit of time or in a currency that exists. */
export const unitMustExist: Check<ast.UnitType> = (type, context) => {
  if (!timeUnit(type.unit)) currencyMustExist(type, 'unit', type.unit, context);
};

function currencyMustExist(
  node: ast.Money | ast.NumberLiteral | ast.UnitType,
  property: 'currency' | 'unit',
  written: string | undefined,
  { report, currency }: CheckContext,
): boolean {
  if (!written) return false;
  if (currencyDecimals(written) !== undefined) return true;
  const suggestion = currencyLike(written);
  const proposal = { example: currency, ...(suggestion !== undefined && { suggestion }) };
  report('unknown-currency', { written, ...proposal }, { node, property });
  return false;
}

function decimalsMustFit(
  node: ast.Money | ast.NumberLiteral,
  property: 'amount' | 'value',
  currency: string,
  written: string,
  { report }: CheckContext,
): void {
  const most = currencyDecimals(currency) ?? 0;
  const decimals = /\.(\d*[1-9])0*$/.exec(written)?.[1]?.length ?? 0;
  if (decimals > most) report('too-many-decimals', { currency, decimals: most, written }, { node, property });
}

/** Only a fact that is kept in a currency is an amount: of an offer's worth, of a limit. */
export const factMustBeAnAmount: Check<ast.FactAmount> = (amount, { report }) => {
  const fact = factInQuestion(amount.fact?.ref);
  if (fact && fact.type.kind !== 'money')
    report('not-an-amount', { fact: fact.name, type: describeType(fact.type) }, { node: amount });
};

/** A limit can only be held against offers whose worth is in its currency. */
export const limitMustBeInTheOffersCurrency: Check<ast.OfferAct> = (act, context) => {
  const offers = act.anything
    ? ([...context.workspace.allVisible(documentOf(act), [ast.Offer.$type])] as ast.Offer[])
    : act.offer?.ref
      ? [act.offer.ref]
      : [];
  mustBeInCurrencyOf(offers, act.over, context);
};

/** What an agent offers in a scenario is in the currency of the offer. */
export const offeredWorthMustBeInTheOffersCurrency: Check<ast.AgentOffers> = (event, context) => {
  mustBeInCurrencyOf(event.offer?.ref ? [event.offer.ref] : [], event.worth, context);
};

function mustBeInCurrencyOf(
  offers: readonly ast.Offer[],
  amount: ast.Amount | undefined,
  { report }: CheckContext,
): void {
  const found = currencyOf(amount);
  if (!amount || found === undefined) return;
  for (const offer of offers) {
    const expected = currencyOf(offer.worth);
    if (expected === undefined || expected === found) continue;
    const written = writtenWords(amount.$cstNode);
    const related = [relatedPlace({ node: offer, property: 'worth' }, `what ${offer.name} is worth`)];
    report('other-currency', { offer: offer.name, expected, written, found }, { node: amount, related });
    return;
  }
}

/** The currency of an amount, if there is such a currency. */
function currencyOf(amount: ast.Amount | undefined): string | undefined {
  if (!amount) return undefined;
  const type = ast.isMoney(amount) ? undefined : factInQuestion(amount.fact?.ref)?.type;
  const currency = ast.isMoney(amount) ? amount.currency : type?.kind === 'money' ? type.currency : undefined;
  return currency !== undefined && currencyDecimals(currency) !== undefined ? currency : undefined;
}
