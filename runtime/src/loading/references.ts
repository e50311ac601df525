import type { Amount, Fact } from '../generated/format.ts';
import type { Checking, Kind } from './known.ts';
import type { Path } from './path.ts';

/** Something that is referred to has to be in the document. */
export function refer({ known, report }: Checking, kind: Kind, id: string, path: Path): void {
  if (!known[kind].has(id)) report('unknown-reference', { kind, id }, path);
}

/** The fact of that id, if there is one. */
export function factOf({ playbook, known }: Checking, id: string): Fact | undefined {
  return playbook.facts[known.fact.get(id) ?? -1];
}

/** What a fact must be for some of the uses that are made of facts. */
const USES = {
  field: { needed: 'a field', fits: (fact: Fact) => fact.kind === 'field' },
  value: { needed: 'a signal or a field', fits: (fact: Fact) => fact.kind === 'signal' || fact.kind === 'field' },
  count: {
    needed: 'a signal that is a count',
    fits: (fact: Fact) => fact.kind === 'signal' && fact.type.type === 'count',
  },
} as const;

/** A fact that is referred to has to be there, and fit the use that is made of it. */
export function referFact(checking: Checking, id: string, use: keyof typeof USES, path: Path): void {
  refer(checking, 'fact', id, path);
  const fact = factOf(checking, id);
  if (fact && !USES[use].fits(fact)) checking.report('wrong-fact', { fact: id, needed: USES[use].needed }, path);
}

/** The worth or limit of an offer, where a fact holds it, is money of that currency. */
export function checkAmount(checking: Checking, amount: Amount | undefined, path: Path): void {
  if (!amount || 'amount' in amount) return;
  refer(checking, 'fact', amount.fact, path.at('fact'));
  const fact = factOf(checking, amount.fact);
  const type = fact && 'type' in fact ? fact.type : undefined;
  if (fact && !(type?.type === 'money' && type.currency === amount.currency)) {
    const needed = `an amount of money in ${amount.currency}`;
    checking.report('wrong-fact', { fact: amount.fact, needed }, path.at('fact'));
  }
}
