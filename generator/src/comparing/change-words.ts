/** A change in words: what is different, in which situation, and what comes of it before and now. */
import type { Change, Detail, GuardDetail, Situation, TermDetail, TermValues } from '@poise/analysis/diff';
import { situationWords } from '@poise/language';
import { writtenConditions } from './condition-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { lineWords, withoutTicks } from './rule-words.ts';
import { termName, termWords } from './value-words.ts';

/** One thing that is different about a rule. */
export interface Point {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** All that is different about a rule, its words at the end. */
export function pointsOf(change: Change): readonly Point[] {
  const { class: what } = change;
  if (what === 'new' || what === 'lost') return onlyPoints(change);
  return [
    ...change.details.flatMap((detail) => (isGuard(detail) ? guardPoints(detail, change) : termPoints(detail))),
    ...wordsPoints(change),
  ];
}

function wordsPoints({ words }: Change): readonly Point[] {
  if (!words) return [];
  const shown = (texts: readonly string[]) =>
    texts.flatMap((text) => (text === '' ? [] : `\`${withoutTicks(text)}\``)).join(', ') || 'nothing more';
  return [{ what: 'its words', before: shown(words.before), now: shown(words.after) }];
}

function isGuard(detail: Detail): detail is GuardDetail {
  return 'situations' in detail;
}

/** What only one of the versions has: what is in it, and what it does in a situation. */
function onlyPoints({ kind, class: what, before, after, details }: Change): readonly Point[] {
  const side = after ?? before;
  if (!side) return [];
  const isNew = what === 'new';
  const point = (about: string, there: string, absent: string): Point =>
    isNew ? { what: about, before: absent, now: there } : { what: about, before: there, now: absent };
  const situations = details.filter(isGuard).flatMap((detail) => detail.situations);
  return [
    ...(side.parts.length > 0 ? [point('what is in it', side.parts.map(lineWords).join(', '), 'nothing')] : []),
    ...situations.map((situation) => {
      const there = outcomeWords('when', kind, side, isNew ? situation.after : situation.before);
      return point(`for example ${situationOf(situation)}`, there, 'it is not there');
    }),
  ];
}

/** Its condition, if that is written otherwise, and what comes of it. */
function guardPoints(detail: GuardDetail, { kind, before, after }: Change): readonly Point[] {
  const { of, situations, undecided } = detail;
  const why = undecided ? ', which is too large to say in which situations that makes a difference' : '';
  return [
    ...(detail.before !== detail.after || undecided
      ? [{ what: `its condition${why}`, ...writtenConditions(detail) }]
      : []),
    ...situations.map((situation) => ({
      what: `${ASKED[of]} in ${situation.after.holds ? 'more' : 'fewer'} situations, for example ${situationOf(situation)}`,
      before: before ? outcomeWords(of, kind, before, situation.before) : '',
      now: after ? outcomeWords(of, kind, after, situation.after) : '',
    })),
  ];
}

const ASKED: Readonly<Record<GuardDetail['of'], string>> = {
  when: 'it holds',
  skip: 'it is left out',
  done: 'it is done',
  until: 'it stops being repeated',
};

/** `always`, or what is so. */
function situationOf({ circumstances }: Situation): string {
  const safe = circumstances.map((one) =>
    one.kind === 'says'
      ? { ...one, text: withoutTicks(one.text) }
      : one.kind === 'so'
        ? { ...one, words: withoutTicks(one.words) }
        : one,
  );
  return situationWords(safe) || 'at any time';
}

function termPoints(detail: TermDetail): readonly Point[] {
  const point = { what: termName(detail.of), before: wordsOf(detail, 'before'), now: wordsOf(detail, 'after') };
  const { message } = detail;
  if (!message) return [point];
  const found = (is: boolean) => (is ? 'it is found' : 'it is not found');
  const what = `words like \`${withoutTicks(message.text)}\``;
  return [point, { what, before: found(message.before), now: found(message.after) }];
}

/** Of phrases only those that the other version hasn't got: lists can be long. */
function wordsOf(detail: TermDetail, version: 'before' | 'after'): string {
  const { of } = detail;
  if (of !== 'phrases' && of !== 'wanted') return termWords(of, detail[version] as TermValues[typeof of] | undefined);
  const [own, other] = version === 'before' ? [detail.before, detail.after] : [detail.after, detail.before];
  return ownPhrases(own, other);
}

type Phrases = TermValues['phrases'];

function ownPhrases(own: Phrases | undefined, other: Phrases | undefined): string {
  const textsOf = (phrases: Phrases['phrases'] = []) => [...new Set(phrases.map(({ text }) => text))];
  const without = (texts: readonly string[], others: readonly string[]) =>
    texts.filter((text) => !others.includes(text)).map((text) => `\`${withoutTicks(text)}\``);
  const phrases = without(textsOf(own?.phrases), textsOf(other?.phrases));
  const except = without(textsOf(own?.except), textsOf(other?.except));
  const parts = [phrases.join(', '), except.length > 0 ? `except ${except.join(', ')}` : ''].filter(
    (part) => part !== '',
  );
  return parts.join(' ') || 'nothing more';
}
