import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATTERN_KINDS, parsePattern } from '../../language/src/phrases/pattern.ts';
import { TEXT_KINDS } from '../../runtime/src/phrases/index.ts';
import { anyText } from './any-text.ts';

describe('a sound pattern', () => {
  test('has its elements with offsets in the text', () => {
    expect(parsePattern('still e-mail/call*...by <time>!')).toEqual({
      problems: [],
      elements: [
        { type: 'chunk', start: 0, end: 5, alternatives: [{ text: 'still', anyEnding: false, start: 0, end: 5 }] },
        {
          type: 'chunk',
          start: 6,
          end: 18,
          alternatives: [
            { text: 'e-mail', anyEnding: false, start: 6, end: 12 },
            { text: 'call', anyEnding: true, start: 13, end: 18 },
          ],
        },
        { type: 'gap', start: 18, end: 21 },
        { type: 'chunk', start: 21, end: 23, alternatives: [{ text: 'by', anyEnding: false, start: 21, end: 23 }] },
        { type: 'kind', kind: 'time', start: 24, end: 30 },
        { type: 'chunk', start: 30, end: 31, alternatives: [{ text: '!', anyEnding: false, start: 30, end: 31 }] },
      ],
    });
  });

  test.each([
    'a',
    '',
    'a ... b',
    'a … b',
    'a .... b',
    'a.. b',
    'idiot*, you',
    '(idiot*)',
    'a/b*/c',
    'a\u00a0b',
    'a > b',
    '<time> <date>',
    '(<time>)',
  ])('has no problem: %j', (text) => {
    expect(parsePattern(text).problems).toEqual([]);
  });

  test('a no-break space ends an alternative as a space does', () => {
    expect(parsePattern('a/b\u00a0c').elements).toHaveLength(2);
  });
});

describe('a problem', () => {
  test.each([
    { text: '... a', found: [{ kind: 'gap-at-end', start: 0, end: 3 }] },
    { text: 'a ...', found: [{ kind: 'gap-at-end', start: 2, end: 5 }] },
    { text: ' … a', found: [{ kind: 'gap-at-end', start: 1, end: 2 }] },
    { text: '...', found: [{ kind: 'gap-at-end', start: 0, end: 3 }] },
    { text: 'a ... ... b', found: [{ kind: 'gap-after-gap', start: 6, end: 9 }] },
    { text: 'a …… b', found: [{ kind: 'gap-after-gap', start: 3, end: 4 }] },
    {
      text: '<tiem>',
      found: [{ kind: 'unknown-kind', start: 0, end: 6, name: 'tiem', known: PATTERN_KINDS }],
    },
    {
      text: 'still ... <Time>',
      found: [{ kind: 'unknown-kind', start: 10, end: 16, name: 'Time', known: PATTERN_KINDS }],
    },
    { text: 'a <>', found: [{ kind: 'unknown-kind', start: 2, end: 4, name: '', known: PATTERN_KINDS }] },
    { text: 'by <time', found: [{ kind: 'unclosed-kind', start: 3, end: 8 }] },
    { text: 'i <3 <time>', found: [{ kind: 'unclosed-kind', start: 2, end: 5 }] },
    { text: '<time>/<date>', found: [{ kind: 'kind-as-alternative', start: 6, end: 7 }] },
    { text: 'noon/<time>', found: [{ kind: 'kind-as-alternative', start: 4, end: 5 }] },
    { text: '<time>/noon', found: [{ kind: 'kind-as-alternative', start: 6, end: 7 }] },
    { text: 'a *', found: [{ kind: 'star-alone', start: 2, end: 3 }] },
    { text: '*idiot', found: [{ kind: 'star-alone', start: 0, end: 1 }] },
    { text: 'a/*', found: [{ kind: 'star-alone', start: 2, end: 3 }] },
    { text: 'you*r', found: [{ kind: 'star-inside-word', start: 3, end: 4 }] },
    { text: 'idiot**', found: [{ kind: 'star-inside-word', start: 5, end: 6 }] },
    { text: 'a//b', found: [{ kind: 'empty-alternative', start: 2, end: 3 }] },
    { text: '/b', found: [{ kind: 'empty-alternative', start: 0, end: 1 }] },
    { text: 'b/', found: [{ kind: 'empty-alternative', start: 1, end: 2 }] },
    { text: 'a / b', found: [{ kind: 'empty-alternative', start: 2, end: 3 }] },
    {
      text: '*a ...',
      found: [
        { kind: 'star-alone', start: 0, end: 1 },
        { kind: 'gap-at-end', start: 3, end: 6 },
      ],
    },
  ])('$text', ({ text, found }) => {
    expect(parsePattern(text).problems).toEqual(found);
  });
});

describe('any text', () => {
  test('gives elements in order and problems in order, all of them in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { elements, problems } = parsePattern(text);
        let last = 0;
        for (const { start, end } of elements) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(problems.map(({ start }) => start)).toEqual(problems.map(({ start }) => start).sort((a, b) => a - b));
      }),
    );
  });
});

test('the language and the runtime know the same kinds', () => {
  expect(PATTERN_KINDS).toEqual(TEXT_KINDS);
});
