import type { Fact, PhraseList } from '@poise/runtime';
import { behaviourHash, type Digest } from './canonical.ts';

/** Properties that name facts, and those that name phrase lists. */
const FACT_NAMES: ReadonlySet<string> = new Set(['var', 'fact', 'facts', 'field', 'fields', 'signal', 'handOver']);
const LIST_NAMES: ReadonlySet<string> = new Set(['phrases']);

/**
 * Gives a rule the hash of what it does: its own content, and the facts and phrases that it rests on. Two documents that hold the same rule give it
 * the same hash, whatever else is in them.
 */
export function withHash<Rule extends object>(
  rule: Rule,
  facts: readonly Fact[],
  lists: readonly PhraseList[],
  digest: Digest,
): Rule & { hash: string } {
  const known = new Map<string, Fact | PhraseList>([
    ...facts.map((fact): [string, Fact] => [`fact ${fact.id}`, fact]),
    ...lists.map((list): [string, PhraseList] => [`list ${list.id}`, list]),
  ]);
  // Whose the rule is isn't part of what it does.
  const does = { ...rule, origin: undefined };
  const foundations = new Set<string>(namesIn(does));
  for (const key of foundations) for (const name of namesIn(known.get(key))) foundations.add(name);
  const rests = [...foundations].sort().map((key) => known.get(key));
  return { ...rule, hash: behaviourHash({ does, rests }, digest) };
}

/** The facts and lists that a part of a document names, anywhere in it. */
function* namesIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  for (const [property, value] of Object.entries(part)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item !== 'string') yield* namesIn(item);
      else if (FACT_NAMES.has(property)) yield `fact ${item}`;
      else if (LIST_NAMES.has(property)) yield `list ${item}`;
    }
  }
}
