import type { GuardDetail, GuardName } from '@poise/analysis/diff';
import { conditionWords, LONGEST_QUOTE } from '../words/index.ts';
import { withoutTicks } from './rule-words.ts';

/** A condition as it is written in both versions: of long ones only from where they differ, since a long quote is cut at its end. */
export function writtenConditions({ of, before, after }: GuardDetail): {
  readonly before: string;
  readonly now: string;
} {
  const wordsOf = (text: string | undefined): Words => (text === undefined ? [] : WRITTEN[of](text).split(' '));
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const isLong = [was, is].some((words) => words.join(' ').length > LONGEST_QUOTE);
  const start = isLong ? Math.max(0, alike(was, is) - WORDS_BEFORE) : 0;
  const shown = (words: Words) => {
    if (words.length === 0) return 'none';
    return `\`${start > 0 ? '… ' : ''}${withoutTicks(words.slice(start).join(' '))}\``;
  };
  return { before: shown(was), now: shown(is) };
}

type Words = readonly string[];

/** Enough to know again what a number stands behind: `order_delay is more than`. */
const WORDS_BEFORE = 4;

/** In how many words two texts begin alike. */
function alike(words: Words, others: Words): number {
  const apart = words.findIndex((word, place) => word !== others[place]);
  return apart < 0 ? words.length : apart;
}

const WRITTEN: Readonly<Record<GuardName, (text: string) => string>> = {
  when: (text) => conditionWords({ text }),
  skip: (text) => `skip ${conditionWords({ text })}`,
  done: (text) => `done ${conditionWords({ text })}`,
  until: (text) => `until ${text}`,
};
