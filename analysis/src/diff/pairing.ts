import type { Comparison, Version } from './comparison.ts';
import type { Rule } from './rule.ts';

/** Which rules of two versions are one. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly lost: readonly Rule[];
  readonly gained: readonly Rule[];
}

export interface Pair {
  readonly before: Rule;
  readonly after: Rule;
}

/**
 * Pairs rules: by the names that authors gave; those without a name with what is about the same, first what is wholly alike, then what does the same in
 * other words, then what says the same words, then in order. So a line above, or one in another place, makes no other rule of those around it.
 */
export function pairRules(before: readonly Rule[], after: readonly Rule[], comparison: Comparison): Pairing {
  const pairs: Pair[] = [];
  let lost = before;
  let gained = after;
  for (const likeness of LIKENESSES) {
    const waiting = new Map<string, Rule[]>();
    for (const rule of gained) {
      const key = likeness(rule, 1, comparison);
      if (key === undefined) continue;
      const others = waiting.get(key);
      if (others) others.push(rule);
      else waiting.set(key, [rule]);
    }
    const paired = new Set<Rule>();
    for (const rule of lost) {
      const key = likeness(rule, 0, comparison);
      const other = key === undefined ? undefined : waiting.get(key)?.shift();
      if (!other) continue;
      pairs.push({ before: rule, after: other });
      paired.add(rule).add(other);
    }
    const isLeft = (rule: Rule) => !paired.has(rule);
    lost = lost.filter(isLeft);
    gained = gained.filter(isLeft);
  }
  const order = new Map(after.map((rule, index) => [rule, index]));
  pairs.sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
  return { pairs, lost, gained };
}

/** What two rules must have in common, as a text; `undefined`: this says nothing about the rule. */
type Likeness = (rule: Rule, version: Version, comparison: Comparison) => string | undefined;

const LIKENESSES: readonly Likeness[] = [
  (rule) => (rule.isNamed ? `${rule.kind} ${rule.kind === 'playbook' ? '' : rule.names[0]}` : undefined),
  (rule, version, comparison) => unlessNamed(rule, [doings(rule, version, comparison), rule.words]),
  (rule, version, comparison) => unlessNamed(rule, [doings(rule, version, comparison)]),
  (rule) => (rule.words.every((text) => text === '') ? undefined : unlessNamed(rule, [rule.words])),
  (rule) => unlessNamed(rule, []),
];

function unlessNamed({ isNamed, kind, about }: Rule, alike: readonly unknown[]): string | undefined {
  return isNamed ? undefined : JSON.stringify([kind, about, ...alike]);
}

/** What a rule does, as a text. */
export function doings({ guards, terms }: Rule, version: Version, comparison: Comparison): string {
  return JSON.stringify([guards.map(({ condition }) => comparison.meaningOf(condition, version)), terms]);
}
