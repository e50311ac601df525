import { describe, expect, test } from 'vitest';
import configuration from '../../extension/language-configuration.json' with { type: 'json' };
import { piecesOf } from '../harness/colours.ts';
import { shippedSources } from '../harness/shipped.ts';

type Action = { readonly indent: string; readonly appendText?: string };
type Rule = { readonly beforeText: string; readonly afterText?: string; readonly action: Action };

const rules: readonly Rule[] = configuration.onEnterRules;

/** What Enter does where the bar stands: the first rule that fits, as in VS Code. Without one the line below begins below the line's first word. */
function enter(line: string): string {
  const [before = '', after = ''] = line.split('|');
  const rule = rules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  return rule ? `${rule.action.indent}${rule.action.appendText ?? ''}` : 'as it is';
}

describe('Enter goes on with what plainly goes on', () => {
  test.each([
    { line: '  say "One." or|', below: 'indent"' },
    { line: '  say on phone "One." or |', below: 'indent"' },
    { line: '    or "Two." or|', below: 'none"' },
    { line: '  say "One."|', below: 'as it is' },
    { line: '    or "Two."|', below: 'as it is' },
    { line: '  say "One or|', below: 'as it is' },
    { line: 'phrases late "Late":|', below: 'indent"' },
    { line: 'phrases late: "is late", |', below: 'indent"' },
    { line: '  "never arrived", "still waiting",|', below: 'none"' },
    { line: '  except "order number",|', below: 'none"' },
    { line: '  "never arrived"|', below: 'as it is' },
    { line: '  when customer says "a", "b",|', below: 'indent"' },
    { line: '  given note "a", channel phone,|', below: 'indent' },
    { line: '  given note "a",|', below: 'indent' },
    { line: '  hand over complaint,|', below: 'indent' },
    { line: '  done when known and|', below: 'indent' },
    { line: '  done when (|', below: 'indent' },
    { line: '    and vip or|', below: 'as it is' },
    { line: '/// From the sentiment tool.|', below: 'none/// ' },
    { line: '/// |', below: 'as it is' },
    { line: '// For those who read the file|', below: 'none// ' },
    { line: '// For those |who read the file', below: 'none// ' },
    { line: '//|', below: 'as it is' },
    { line: '// allow unused-name: it comes in May|', below: 'as it is' },
    { line: '  |', below: 'outdent' },
    { line: '|', below: 'as it is' },
  ])('$line', ({ line, below }) => {
    expect(enter(line)).toBe(below);
  });
});

describe('lines', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  test.each([
    { line: 'step hear "Listen"', opens: true, closes: false },
    { line: 'follow up check_in', opens: true, closes: false },
    { line: 'signal anger from 0 to 10', opens: false, closes: false },
    { line: '  step agree', opens: false, closes: true },
    { line: '  agent care breather', opens: false, closes: true },
    { line: '  agent says "Hello"', opens: false, closes: false },
    { line: '  stage listen', opens: false, closes: false },
    { line: '  expect step hear', opens: false, closes: false },
  ])('$line', ({ line, opens, closes }) => {
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(opens);
    expect(new RegExp(decreaseIndentPattern).test(line)).toBe(closes);
  });

  test('that stand indented in what is shipped are left where they are', () => {
    const lines = [...shippedSources().values()].flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => new RegExp(decreaseIndentPattern).test(line))).toEqual([]);
  });
});

describe('a double click takes', () => {
  const word = new RegExp(configuration.wordPattern, 'g');

  test.each([
    { text: 'go to hand_over when', words: ['go', 'to', 'hand_over', 'when'] },
    { text: '"my parcel/order", e-mail', words: ['my', 'parcel', 'order', 'e-mail'] },
    { text: 'from -1 to 10.5', words: ['from', '-1', 'to', '10.5'] },
    { text: 'by 2027-03-31 08:00 1.2.0', words: ['by', '2027-03-31', '08:00', '1.2.0'] },
    { text: '{über_name}', words: ['über_name'] },
  ])('$words', ({ text, words }) => {
    expect(text.match(word)).toEqual(words);
  });

  test('never nothing, which would stop the editor', () => {
    expect(new RegExp(`^(?:${configuration.wordPattern})$`).test('')).toBe(false);
  });

  test('each word and number whole, as the language reads it', () => {
    const pieces = [...shippedSources()].flatMap(([path, text]) => piecesOf(path, text));
    const words = new Set(pieces.filter(({ kind }) => kind !== 'text' && kind !== 'remark').map(({ text }) => text));
    expect(words.size).toBeGreaterThan(500);
    expect([...words].filter((text) => text.match(word)?.join() !== text)).toEqual([]);
  });
});

test('regions can be folded', () => {
  const { start, end } = configuration.folding.markers;
  expect(new RegExp(start).test('  // #region House rules')).toBe(true);
  expect(new RegExp(end).test('// endregion')).toBe(true);
  expect(new RegExp(start).test('// regional rules')).toBe(false);
});
