import type { Facts, Origin } from '@poise/runtime/prepared';
import { type Expression, eachComparison, type FactValue } from '@poise/runtime/rules';

/** What each fact's domain is cut by: what it is compared with, and what relations between facts need. */
export function constantsOf(expressions: readonly Expression[], facts: Facts): readonly ReadonlySet<FactValue>[] {
  const groups = new Map<string, Set<FactValue>>();
  // What is compared with one another is cut alike.
  const constants = facts.all.map(({ origin }, fact) => {
    const key = cutWith(origin) ?? `${fact}`;
    const group = groups.get(key) ?? new Set<FactValue>();
    groups.set(key, group);
    for (const bound of boundsOf(origin)) group.add(bound);
    return group;
  });
  for (const expression of expressions) {
    eachComparison(expression, ({ fact, constant }) => {
      if (constant !== null) constants[fact]?.add(constant);
    });
  }
  const messages = facts.all.find(({ origin }) => origin.kind === 'builtin' && origin.name === 'messages');
  for (const { origin } of messages ? facts.all : []) {
    const least = origin.kind === 'streak' ? origin.messages : origin.kind === 'hasSaid' ? origin.times : 1;
    constants[messages?.number ?? -1]?.add(least);
  }
  return constants;
}

/** Facts with the same words here are cut by the same constants. */
function cutWith(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'signal':
    case 'field':
      return `${origin.kind} ${origin.name}`;
    case 'countWithin':
      return `${origin.kind} ${origin.signal}`;
    case 'builtin':
      return origin.name === 'waiting' || origin.name === 'elapsed' ? 'time' : undefined;
    default:
      return undefined;
  }
}

function boundsOf(origin: Origin): readonly FactValue[] {
  switch (origin.kind) {
    case 'signal':
    case 'field': {
      const { type } = origin;
      if (type.type === 'choice') return type.choices;
      if (type.type === 'flag') return [true, false];
      return ['min' in type ? type.min : undefined, 'max' in type ? type.max : undefined].filter(
        (bound) => bound !== undefined,
      );
    }
    case 'builtin':
      return origin.name === 'waiting' || origin.name === 'messages' ? [1] : [];
    case 'situation':
    case 'countWithin':
      return [];
    default:
      return [true, false];
  }
}
