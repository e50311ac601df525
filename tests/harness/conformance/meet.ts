import { isDeepStrictEqual } from 'node:util';
import type { Guidance, Silent, Time, Verdict } from '@poise/runtime';
import type { Expected, ExpectedVerdict, Item, Items, Properties } from './case.ts';
import { SUMMARIES, type SummedPart, seconds } from './summaries.ts';

/** What came of an event. */
export interface Outcome {
  readonly guidance: Guidance;
  readonly silent?: readonly Silent[];
  readonly reviews?: readonly { readonly verdict: Verdict }[];
}

/** Where an outcome isn't as expected, in words: nothing where it is. */
export function differences(expected: Expected, { guidance, silent, reviews }: Outcome, opened: Time): string[] {
  const { state, step, verdict, nextDue, reviews: expectedReviews = [], ...lists } = expected;
  const actual = { ...guidance, silent };
  const found = Object.entries({ faults: [], ...lists } satisfies Partial<Record<SummedPart, Items>>).flatMap(
    ([part, items]) => inList(part as SummedPart, items, actual[part as keyof typeof actual], opened),
  );
  const compare = (part: string, wanted: unknown, got: unknown): void => {
    if (!isDeepStrictEqual(wanted, got)) found.push(`${part}: expected ${shown(wanted)}, got ${shown(got)}`);
  };
  if (state !== undefined) compare('state', state, guidance.state);
  if (step !== undefined) compare('step', step, guidance.step?.id ?? null);
  if (nextDue !== undefined) {
    compare('nextDue', nextDue, guidance.nextDue === null ? null : seconds(guidance.nextDue, opened));
  }
  if (verdict !== undefined) found.push(...onVerdict('verdict', verdict, guidance.verdict, opened));
  for (const [index, [act, wanted]] of expectedReviews.entries()) {
    found.push(...onVerdict(`review of ${shown(act)}`, wanted, reviews?.[index]?.verdict, opened));
  }
  return found;
}

function onVerdict(part: string, expected: ExpectedVerdict, verdict: Verdict | undefined, opened: Time): string[] {
  if (verdict === undefined) return [`${part}: there is none`];
  if (verdict.allowed !== (verdict.blocks.length === 0)) return [`${part}: ${shown(verdict)}`];
  return inList('blocks', expected === 'allowed' ? [] : expected, verdict.blocks, opened, part);
}

function inList(part: SummedPart, expected: Items, actual: unknown, opened: Time, name: string = part): string[] {
  const items = Array.isArray(actual) ? actual : [];
  const summary = SUMMARIES[part] as (item: unknown, opened: Time) => string;
  const summaries = items.map((item) => summary(item, opened));
  const isMet = expected.length === items.length && expected.every((one, index) => meets(one, summaries, items, index));
  return isMet ? [] : [`${name}: expected ${shown(expected)}, got ${shown(summaries)} ${shown(items)}`];
}

function meets(expected: Item, summaries: readonly string[], items: readonly unknown[], index: number): boolean {
  if (typeof expected === 'string') return expected === summaries[index];
  const [summary, properties] = isPair(expected) ? expected : [summaries[index], expected];
  return summary === summaries[index] && has(items[index], properties);
}

function isPair(item: Exclude<Item, string>): item is readonly [string, Properties] {
  return Array.isArray(item);
}

/** Whether a value has all of this, and whatever more properties; `undefined` means that it hasn't. Lists are as long as expected. */
function has(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) return false;
  if (Array.isArray(expected) && (actual as unknown[]).length !== expected.length) return false;
  return Object.entries(expected).every(([name, wanted]) => has((actual as Properties)[name], wanted));
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
