import { convertTime, currencyDecimals, inSeconds, languageTag, type TimeUnit, timeUnit } from '@poise/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies } from '../../language/src/vocabulary/currencies.ts';
import { languages } from '../../language/src/vocabulary/languages.ts';

const unit = fc.constantFrom<TimeUnit>('second', 'minute', 'hour', 'day', 'week');

describe('lengths of time', () => {
  test('keep their seconds in every unit in which they come out even', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), unit, unit, (amount, from, to) => {
        const converted = convertTime(amount, from, to);
        if (converted !== undefined) expect(inSeconds(converted, to)).toBe(inSeconds(amount, from));
      }),
    );
  });

  test('come out even in a unit that divides their own', () => {
    expect(convertTime(2, 'week', 'day')).toBe(14);
    expect(convertTime(36, 'hour', 'day')).toBe(1.5);
    expect(convertTime(5, 'hour', 'day')).toBeUndefined();
    expect(inSeconds(0.1, 'minute')).toBe(6);
  });

  test('are told from currencies by their unit', () => {
    expect(['day', 'days', 'GBP', 'constructors', undefined].map(timeUnit)).toEqual(['day', 'day', ...Array(3)]);
  });
});

test('every currency has a code of three capitals and up to three decimals', () => {
  for (const currency of currencies()) {
    expect(currency).toMatch(/^[A-Z]{3}$/);
    expect(currencyDecimals(currency)).toBeLessThanOrEqual(3);
  }
  expect([currencyDecimals('GBP'), currencyDecimals('JPY'), currencyDecimals('KWD'), currencyDecimals('XXX')]).toEqual([
    2,
    0,
    3,
    undefined,
  ]);
});

test('every language has a name that a file can say, and a well-formed tag', () => {
  for (const language of languages()) {
    expect(language).toMatch(/^[a-z][a-z_]*$/);
    expect(languageTag(language)).toMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
  }
  expect(new Set(languages()).size).toBe(languages().length);
});
