import { findPhrase } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Covering, coveredPhrases, covers } from '../../generator/src/phrase-cover.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { compiledList } from '../phrases/compiled-list.ts';

/**
 * A proof is no guess: a phrase that is said to be covered changes nothing in any message, whatever exceptions its list has. So phrases are made
 * that are nearly like each other, and messages in which the one or the other may be found.
 */
const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'c', '5', 'pm');
const words = (most: number) => fc.array(word, { maxLength: most });
const part = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([one, other]) => `${one}/${other}`) },
  { weight: 2, arbitrary: word.map((beginning) => `${beginning}*`) },
  { weight: 2, arbitrary: fc.constantFrom('<time>', '<number>', '<duration>', 'a-b/c') },
  { weight: 3, arbitrary: fc.constant('...') },
);
const parts = fc.array(part, { minLength: 1, maxLength: 5 }).map((all) => (asPhrase(all) === '' ? ['a'] : all));

/** A phrase like that one: some parts left out, some in a wider or another form. */
const like = (known: readonly string[]) =>
  fc
    .tuple(
      ...known.map((part) =>
        fc.tuple(fc.constantFrom('same', 'same', 'same', 'out', 'gap', 'star', 'or', 'kind'), word, fc.constant(part)),
      ),
    )
    .map((changes) =>
      changes.flatMap(([change, other, part]) => {
        if (change === 'out') return [];
        if (change === 'gap') return ['...'];
        if (change === 'kind') return ['<number>'];
        if (/^\w+$/.test(part) && change === 'star') return [`${part.slice(0, 1)}*`];
        return /^\w+$/.test(part) && change === 'or' ? [`${other}/${part}`] : [part];
      }),
    );

/** Words in which such a phrase is found, most likely. */
const said = (known: readonly string[]) => fc.tuple(...known.map((part) => saidFor(part))).map((each) => each.flat());

function saidFor(part: string): fc.Arbitrary<readonly string[]> {
  if (part === '...') return words(4);
  if (part === '<time>') return fc.constantFrom(['5', 'pm'], ['noon'], ['half', 'past', '5']);
  if (part === '<number>') return fc.constantFrom(['5'], ['a', 'hundred', 'and', 'five']);
  if (part === '<duration>')
    return fc.constantFrom(['5', 'days'], ['a', 'b'], ['a', 'couple', 'of', 'days', 'and', '5', 'minutes']);
  if (part.endsWith('*')) return fc.constantFrom(part.slice(0, -1), `${part.slice(0, -1)}c`).map((text) => [text]);
  return fc.constantFrom(...part.split('/')).map((text) => text.split('-'));
}

const cases = fc.tuple(parts, parts).chain(([phrase, other]) =>
  fc
    .tuple(
      like(phrase),
      fc.array(fc.oneof(like(phrase), fc.constant(other)), { maxLength: 2 }),
      fc.array(
        fc.tuple(words(2), fc.oneof(said(phrase), said(other)), words(2)).map((each) => each.flat().join(' ')),
        { minLength: 5, maxLength: 10 },
      ),
    )
    .map(([by, others, messages]) => ({
      phrase: asPhrase(phrase),
      by: asPhrase(by) || 'a',
      others: others.map(asPhrase).filter((text) => text !== ''),
      messages,
    })),
);

test(
  'without a covered phrase a list is found in the same messages',
  () => {
    let proved = 0;
    fc.assert(
      fc.property(cases, ({ by, phrase, others, messages }) => {
        if (!covers(written(by), written(phrase), 'within')) return;
        proved++;
        for (const text of messages) expect(isFound(text, [by], others)).toBe(isFound(text, [by, phrase], others));
      }),
      runs(1000),
    );
    expect(proved).toBeGreaterThan(10);
  },
  PATIENCE,
);

test(
  'without a covered exception a list is found in the same messages',
  () => {
    let proved = 0;
    fc.assert(
      fc.property(cases, ({ by, phrase, others, messages }) => {
        if (!covers(written(by), written(phrase), 'exactly')) return;
        proved++;
        for (const text of messages) {
          expect(isFound(text, [...others, 'a', 'b*'], [by])).toBe(isFound(text, [...others, 'a', 'b*'], [by, phrase]));
        }
      }),
      runs(1000),
    );
    expect(proved).toBeGreaterThan(10);
  },
  PATIENCE,
);

const pairs: readonly [by: string, phrase: string, covering: Covering, expected: boolean][] = [
  ['refund', 'want a refund', 'within', true],
  ['refund', 'refunded', 'within', false],
  ['cancel*', 'cancel my contract', 'within', true],
  ['cancelled', 'cancel*', 'within', false],
  ['a ... b', 'a x ... y b', 'within', false],
  ['a ... b', 'a x y z u b', 'within', true],
  ['a ... b', 'a x y z u v b', 'within', false],
  ['a ... b', 'a ... b c', 'within', true],
  ['a b', 'a ... b', 'within', false],
  ['a ... c', 'a <number> c', 'within', false],
  ['<time>', 'by <time>', 'within', true],
  ['<number>', '<time>', 'within', false],
  ['e-mail/letter', 'my letter', 'within', true],
  ['letter', 'e-mail/letter', 'within', false],
  ['an idiot', 'like an idiot', 'exactly', false],
  ['an idiot', 'an idiot', 'exactly', true],
  ['like ... idiot', 'like an idiot', 'exactly', true],
];

test.each(pairs)('%s and %s (%s): %s', (by, phrase, covering, expected) => {
  expect(covers(written(by), written(phrase), covering)).toBe(expected);
});

test('of phrases that find the same the first stays, and whatever covers is named', () => {
  const own = ['want a refund', 'refund', 'Refund!', 'my money'].map(written);
  const named = coveredPhrases(own, [written('money')], 'within').map(({ phrase, by }) => `${phrase.text}: ${by.text}`);
  expect(named).toEqual(['want a refund: refund', 'Refund!: refund', 'my money: money']);
});

function written(text: string) {
  return { text, sequences: compiledList([text]).phrases.map(({ sequence }) => sequence) };
}

function isFound(text: string, phrases: readonly string[], except: readonly string[]): boolean {
  return findPhrase(text, compiledList(phrases, except)) !== undefined;
}

/** Gaps only where a phrase may have them. */
function asPhrase(parts: readonly string[]): string {
  return parts
    .filter((part, index) => part !== '...' || parts[index - 1] !== '...')
    .join(' ')
    .replace(/^(?:\.\.\. ?)+|(?: ?\.\.\.)+$/g, '');
}
