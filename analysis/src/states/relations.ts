/** What always holds between two facts, whatever happens in a conversation. */
import type { Origin } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import type { Diagram } from '../diagrams/diagrams.ts';

/** What a relation is made of: facts by their numbers. */
export interface RelationParts {
  readonly origin: (fact: number) => Origin;
  /** Whether a message in which one of the first lists is found has one of the others in it. */
  readonly isHeardIn: (part: readonly number[], whole: readonly number[]) => boolean;
  /** That a fact has this value. */
  readonly is: (fact: number, value: FactValue) => Diagram;
  readonly isAtLeast: (fact: number, number: number) => Diagram;
  /** That one number isn't above another. */
  readonly isAtMostThat: (fact: number, other: number) => Diagram;
  /** That two facts hold what one report said. */
  readonly reportedAlike: (fact: number, other: number) => Diagram;
  /** That where the first holds, the other does. */
  readonly implies: (condition: Diagram, consequence: Diagram) => Diagram;
  readonly notBoth: (a: Diagram, b: Diagram) => Diagram;
  /** Of facts that look at a condition over time: whether that of the first is always certain (or possible) where that of the second is. */
  readonly covers: (whole: number, part: number, by: 'certain' | 'possible') => boolean;
}

/** What always holds because of what the first fact is, given the second; called for both orders. Empty where nothing is known. */
export function relationsOf(fact: number, other: number, parts: RelationParts): readonly Diagram[] {
  const a = parts.origin(fact);
  const b = parts.origin(other);
  const { is, implies, isAtLeast } = parts;
  const yes = () => is(fact, true);
  if (isHeard(a)) {
    if (isHeard(b) && isHeardAlways(a, b, parts)) return [implies(yes(), is(other, true))];
    if (a.kind === 'says' && b.kind === 'says' && a.speaker === 'customer' && b.speaker === 'agent')
      return [parts.notBoth(yes(), is(other, true))];
  }
  if (b.kind === 'builtin' && b.name === 'messages') {
    const least = leastMessages(a);
    if (least > 0) return [implies(yes(), isAtLeast(other, least))];
    if (a.kind === 'builtin' && a.name === 'waiting') return [implies(isAtLeast(fact, 1), isAtLeast(other, 1))];
  }
  if (a.kind === 'hasHappened' && b.kind === 'hasHappened' && a.happening === b.happening && isStricter(a, b))
    return [implies(yes(), is(other, true))];
  if (a.kind === 'countWithin' && b.kind === 'countWithin' && a.signal === b.signal && a.within < b.within)
    return [parts.isAtMostThat(fact, other)];
  if (a.kind === 'builtin' && b.kind === 'builtin' && a.name === 'waiting' && b.name === 'elapsed')
    return [parts.isAtMostThat(fact, other)];
  if (isReported(a) && isReported(b) && fact < other && areOfOneReport(a, b)) return [parts.reportedAlike(fact, other)];
  return overTime(a, b) ? lookedAtOverTime(fact, other, parts) : [];
}

type Heard = Extract<Origin, { kind: 'says' | 'answers' | 'hasSaid' }>;
type Reported = Extract<Origin, { kind: 'signal' | 'field' }>;
interface Counted {
  readonly times: number;
  readonly within: number | undefined;
}

function isHeard(origin: Origin): origin is Heard {
  return origin.kind === 'says' || origin.kind === 'answers' || origin.kind === 'hasSaid';
}

function isReported(origin: Origin): origin is Reported {
  return origin.kind === 'signal' || origin.kind === 'field';
}

/** Whether two facts take the same reports, and measure in the same unit. What is fixed keeps an earlier report than the other may. */
function areOfOneReport(a: Reported, b: Reported): boolean {
  if (a.fixed || b.fixed) return false;
  const unit = ({ type }: Reported) => ('unit' in type ? type.unit : 'currency' in type ? type.currency : '');
  return a.kind === b.kind && a.name === b.name && a.type.type === b.type.type && unit(a) === unit(b);
}

/** How a heard fact is counted: what is said now has been said once, just now; what is being answered was said some time ago. */
function countOf(origin: Heard): Counted {
  if (origin.kind === 'hasSaid') return origin;
  return { times: 1, within: origin.kind === 'says' ? 0 : undefined };
}

function isHeardAlways(a: Heard, b: Heard, { isHeardIn }: RelationParts): boolean {
  if (a.speaker !== b.speaker || !isHeardIn(a.lists, b.lists)) return false;
  if (b.kind === 'hasSaid') return isStricter(countOf(a), b);
  return a.kind === b.kind || (a.kind === 'says' && b.kind === 'answers');
}

/** Whether so many times in that span are at least as many, in no longer span. */
function isStricter(a: Counted, b: Counted): boolean {
  return a.times >= b.times && (b.within === undefined || (a.within !== undefined && a.within <= b.within));
}

/** How many messages of the customer there must have been where the fact is true. */
function leastMessages(origin: Origin): number {
  if (origin.kind === 'streak') return origin.messages;
  return isHeard(origin) && origin.speaker === 'customer' ? countOf(origin).times : 0;
}

function overTime(a: Origin, b: Origin): boolean {
  if (a.kind === 'streak') return b.kind === 'hasBeen' || (b.kind === 'streak' && a.messages >= b.messages);
  return a.kind === 'hasBeen' && b.kind === 'hasBeen';
}

/** A longer run implies a shorter one, a run that it has been so, and a narrower condition a wider one. */
function lookedAtOverTime(fact: number, other: number, { is, implies, covers }: RelationParts): Diagram[] {
  return [
    ...(covers(other, fact, 'certain') ? [implies(is(fact, true), is(other, true))] : []),
    ...(covers(other, fact, 'possible') ? [implies(is(other, false), is(fact, false))] : []),
  ];
}
