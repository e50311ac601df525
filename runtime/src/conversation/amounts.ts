/** Amounts of money: what offers are worth, and what limits allow. */
import type { Worth } from '../generated/conversation.ts';
import type { Amount, OfferLine } from '../generated/format.ts';
import type { PreparedPlaybook } from '../prepared/rules.ts';
import type { Moment } from './moment.ts';
import { leadingFrame } from './runs.ts';
import type { Session } from './session.ts';

/** An amount of a document; null where the fact that holds it isn't known. */
export function amountOf(amount: Amount, playbook: PreparedPlaybook, moment: Moment): Worth | null {
  if ('amount' in amount) return { amount: amount.amount, currency: amount.currency };
  const number = playbook.facts.get(amount.fact);
  const value = number === undefined ? null : moment.value(number);
  return typeof value === 'number' ? { amount: value, currency: amount.currency } : null;
}

/** Whether an amount is more than a limit: true where one of them isn't known, or they are of different currencies. */
export function isMore(worth: Worth | null, limit: Worth | null): boolean {
  return isUncertain(worth, limit) || (worth?.amount ?? 0) > (limit?.amount ?? 0);
}

export function isUncertain(worth: Worth | null, limit: Worth | null): boolean {
  return worth === null || limit === null || worth.currency !== limit.currency;
}

/** The sum of two amounts, in ten-thousandths so that it is the same everywhere; null where it isn't known. */
export function sum(a: Worth | null, b: Worth | null): Worth | null {
  if (a === null || b === null || a.currency !== b.currency) return null;
  return { amount: (tenThousandths(a.amount) + tenThousandths(b.amount)) / 10_000, currency: a.currency };
}

function tenThousandths(amount: number): number {
  return Math.floor(amount * 10_000 + 0.5);
}

/** All offers of the conversation together with one more. */
export function totalWith(worth: Worth | null, { memory }: Session): Worth | null {
  return memory.total === undefined ? worth : sum(memory.total, worth);
}

/** What an offer is worth where nobody says: by its line in the present step, else by the first in the documents. */
export function usualWorth(offer: string, session: Session): Worth | null {
  const { playbooks } = session.playbooks.rules;
  const present = leadingFrame(session);
  const lines = present ? offerLines(present.playbook, offer, present.frame.step) : [];
  const [line] = lines.length > 0 ? lines : playbooks.flatMap((playbook) => offerLines(playbook, offer, undefined));
  return line?.source.worth ? amountOf(line.source.worth, line.playbook, session.moment) : null;
}

function offerLines(playbook: PreparedPlaybook, offer: string, step: string | undefined) {
  const steps = playbook.source.steps.filter(({ id }) => step === undefined || id === step);
  return steps
    .flatMap(({ lines }) => lines)
    .filter((line): line is OfferLine => line.kind === 'offer' && line.offer === offer)
    .map((source) => ({ source, playbook }));
}
