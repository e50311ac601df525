import type { Comparison } from './comparison.ts';
import { doings, type Pair } from './pairing.ts';
import type { Rule } from './rule.ts';
import type { TermDetail } from './terms.ts';

/** What comes next after each rule among its like, where that makes a difference and is something else than before. */
export function orderOf(
  before: readonly Rule[],
  after: readonly Rule[],
  pairs: readonly Pair[],
  comparison: Comparison,
): ReadonlyMap<Pair, TermDetail> {
  const pairOf = new Map(pairs.flatMap((pair) => [[pair.before, pair] as const, [pair.after, pair] as const]));
  const kinds = new Set(pairs.filter((pair) => pair.after.isOrdered).map((pair) => pair.after.kind));
  const found = new Map<Pair, TermDetail>();
  for (const kind of kinds) {
    const inOrder = (rules: readonly Rule[]) =>
      rules.flatMap((rule) => (rule.kind === kind && rule.isOrdered ? (pairOf.get(rule) ?? []) : []));
    const [was, is] = [inOrder(before), inOrder(after)];
    // Of rules that do the same, it makes no difference which comes first.
    const deeds = new Map(was.map((pair) => [pair, deedsOf(pair, comparison)]));
    if (was.every((pair, place) => deeds.get(pair) === deeds.get(is[place] ?? pair))) continue;
    for (const pair of was) {
      const [earlier, present] = [was[was.indexOf(pair) + 1], is[is.indexOf(pair) + 1]];
      if (earlier === present) continue;
      found.set(pair, { of: 'next', direction: 'moved', before: nameOf(earlier), after: nameOf(present) });
    }
  }
  return found;
}

/** What both versions of a rule do. */
function deedsOf({ before, after }: Pair, comparison: Comparison): string {
  const own = before.isNamed ? before.names : before.about;
  return JSON.stringify([own, doings(before, 0, comparison), doings(after, 1, comparison)]);
}

function nameOf(pair: Pair | undefined): string | null {
  return pair ? [pair.after.isNamed ? '' : pair.after.form, pair.after.names[0] ?? ''].join(' ').trim() : null;
}
