import type { Amount, Line, MoneyType } from '@poise/runtime';
import type { Finding } from '../finding.ts';
import type { Subject } from '../subject.ts';
import { forbiddenBy, type Prohibition } from './prohibitions.ts';

/** An offer that is worth more than a prohibition in force wherever it is shown allows, by amounts that are known beforehand. */
export function checkAuthority(line: Line, prohibition: Prohibition, subject: Subject): Finding[] {
  if (line.kind !== 'offer' || !line.worth) return [];
  const { rule, by } = prohibition;
  const { offer, worth } = line;
  const least = bound(worth, 'min', subject);
  return rule.acts.flatMap((act): Finding[] => {
    if (act.act !== 'offer' || act.over === undefined || (act.offer ?? offer) !== offer) return [];
    const most = bound(act.over, 'max', subject);
    const { currency } = worth;
    // An amount in another currency is a mistake of its own.
    if (currency !== act.over.currency || least === undefined || most === undefined || least <= most) return [];
    const { inTotal } = act;
    const data = { offer, worth: least, limit: most, currency, by, inTotal, upTo: line.upTo === true };
    return [{ code: 'beyond-authority', at: line.at, mark: 'line', related: forbiddenBy(prohibition), data }];
  });
}

/** What an amount is at least, or at most; `undefined` where nothing limits it. */
function bound(amount: Amount, end: 'min' | 'max', { facts }: Subject): number | undefined {
  if ('amount' in amount) return amount.amount;
  const fact = facts.find(({ id }) => id === amount.fact);
  return fact && 'type' in fact && fact.type.type === 'money' ? (fact.type as MoneyType)[end] : undefined;
}
