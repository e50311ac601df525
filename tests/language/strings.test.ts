import { readString } from '@poise/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** What a string token may be made of: what matters to its reading, besides any other character. */
const character = fc.oneof(
  fc.constantFrom('\\', '"', '{', '}', 'n', 'a', '_', ' ', '“', '”', "'", '😀'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const raw = fc.array(character, { maxLength: 20 }).map((characters) => characters.join('').replaceAll(/[\r\n]/g, ' '));

/** A text as an author would write it so that it means just itself. */
function written(text: string): string {
  return `"${text.replaceAll(/["\\{}]/g, (special) => `\\${special}`).replaceAll('\n', '\\n')}"`;
}

describe('reading a string', () => {
  test('gives back what was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readString(written(text));
        expect(reading.text).toBe(text);
        expect(reading.problems).toEqual([]);
      }),
    );
  });

  test('knows for each character of the text where it stands', () => {
    fc.assert(
      fc.property(raw, fc.constantFrom('"', '“', ''), (inside, close) => {
        const token = `"${inside}${close}`;
        const { text, offsets } = readString(token);
        expect(offsets).toHaveLength(text.length);
        for (const [index, offset] of offsets.entries()) {
          const isEscaped = token[offset] === '\\' && token[offset] !== text[index];
          const standsThere = isEscaped ? token[offset + 1]?.replace('n', '\n') : token[offset];
          expect(standsThere === text[index] || token[offset + 1] === text[index]).toBe(true);
          if (index > 0) expect(offset).toBeGreaterThan(offsets[index - 1] ?? -1);
        }
      }),
    );
  });

  test('splits the text without losing any of it', () => {
    fc.assert(
      fc.property(raw, (inside) => {
        const { segments, text } = readString(`"${inside}"`);
        const joined = segments
          .map((segment) => (typeof segment === 'string' ? segment : `{${segment.name}}`))
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });

  test('places every problem inside the token', () => {
    fc.assert(
      fc.property(raw, (token) => {
        for (const problem of readString(token).problems) {
          if (!('start' in problem)) continue;
          const shown = problem.kind === 'unknown-escape' ? problem.escape : problem.written;
          expect(token.slice(problem.start, problem.end)).toBe(shown);
        }
      }),
    );
  });

  test.each([
    ['"closed"', []],
    ['"open', ['missing-quote']],
    ['"', ['missing-quote']],
    ['"ends with an apostrophe\'', ['missing-quote']],
    ['"ends escaped\\"', ['missing-quote']],
    ['“curly”', ['wrong-quotes']],
    ['"half curly”', ['wrong-quotes']],
    ["'single'", ['wrong-quotes']],
  ])('%s', (token, problems) => {
    expect(readString(token).problems.map(({ kind }) => kind)).toEqual(problems);
  });
});
