import type { Type } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import type { Cut } from '../../generator/src/coverage/logic.ts';
import { MESSAGES, type Measure, measureOf, SECONDS, shareMeasure } from '../../generator/src/coverage/measures.ts';
import { sidesOf } from '../../generator/src/coverage/sides.ts';

/** How a fact of this type is measured. */
function of(type: Type): Measure {
  return measureOf({ id: 'fact', kind: 'signal', type, at: { file: 0, line: 1, column: 1 } });
}

const ANGER = of({ type: 'range', min: 0, max: 10 });
const TONE = of({ type: 'range', min: -1, max: 1 });
const DAYS = of({ type: 'duration', unit: 'days' });
const POUNDS = of({ type: 'money', currency: 'GBP', decimals: 2 });
const NUMBER = of({ type: 'number' });
const COUNT = of({ type: 'count' });
const DATE = of({ type: 'date' });

function sides(measure: Measure, itself: Cut['itself'], constant: number) {
  const at = { file: 'a.playbook', line: 1, column: 1 };
  return sidesOf({
    rule: 'r',
    owner: {},
    at,
    name: 'rule r',
    subject: 'fact',
    constant,
    itself,
    measure,
    valuesIn: () => [],
  });
}

/** The side that a value covers, in the words that are said when it isn't covered. */
function coveredBy(measure: Measure, itself: Cut['itself'], constant: number, value: number): string[] {
  return sides(measure, itself, constant)
    .filter(({ distanceOf, reach }) => (distanceOf(value) ?? Number.POSITIVE_INFINITY) <= reach)
    .map(({ missing }) => missing);
}

describe('what is close to a threshold', () => {
  test.each<[string, Measure, Cut['itself'], number, number, string[]]>([
    ['one unit', ANGER, 'above', 8, 6.9, []],
    ['one unit', ANGER, 'above', 8, 7, ['never seen just below 8']],
    ['one unit', ANGER, 'above', 8, 7.9, ['never seen just below 8']],
    ['the number itself', ANGER, 'above', 8, 8, ['never seen at 8 or just above']],
    ['one unit', ANGER, 'above', 8, 9, ['never seen at 8 or just above']],
    ['one unit', ANGER, 'above', 8, 9.1, []],
    ['a tenth, which is more', POUNDS, 'below', 200, 179.99, []],
    ['a tenth, which is more', POUNDS, 'below', 200, 180, ['never seen at 200 GBP or just below']],
    ['the number itself', POUNDS, 'below', 200, 200, ['never seen at 200 GBP or just below']],
    ['a tenth, which is more', POUNDS, 'below', 200, 200.01, ['never seen just above 200 GBP']],
    ['a tenth, which is more', POUNDS, 'below', 200, 220, ['never seen just above 200 GBP']],
    ['a tenth, which is more', POUNDS, 'below', 200, 220.01, []],
    ['a day', DAYS, 'below', 10, 10, ['never seen at 10 days or just below']],
    ['a day', DAYS, 'below', 10, 11, ['never seen just above 10 days']],
    ['a day', DAYS, 'below', 10, 12, []],
    ['a tenth of a narrow scale', TONE, 'above', -0.2, -0.4, ['never seen just below -0.2']],
    ['a tenth of a narrow scale', TONE, 'above', -0.2, -0.41, []],
    ['a tenth of a narrow scale', TONE, 'above', -0.2, 0, ['never seen at -0.2 or just above']],
    ['a minute, of minutes', SECONDS, 'below', 180, 120, ['never seen at 3 minutes or just below']],
    ['a minute, of minutes', SECONDS, 'below', 180, 119, []],
    ['a minute, of minutes', SECONDS, 'below', 180, 240, ['never seen just above 3 minutes']],
    ['an hour, of hours', SECONDS, 'above', 7200, 3600, ['never seen just below 2 hours']],
    ['a tenth of many minutes', SECONDS, 'above', 2400, 2160, ['never seen just below 40 minutes']],
    ['a second, of odd seconds', SECONDS, 'above', 5, 4, ['never seen just below 5 seconds']],
    ['one day, over the end of a month', DATE, 'above', 20261201, 20261130, ['never seen just below 2026-12-01']],
    ['one day and no tenth', DATE, 'above', 20261201, 20261129, []],
    ['one less, and the number', MESSAGES, 'above', 3, 2, ['never seen just below 3 messages']],
    ['one less, and the number', MESSAGES, 'above', 3, 3, ['never seen at 3 messages or just above']],
    ['one less, and the number', MESSAGES, 'above', 3, 1, []],
    ['exactly the number', NUMBER, 'between', 3, 3, ['never seen at 3']],
    ['beside it', NUMBER, 'between', 3, 4, ['never seen just beside 3']],
    ['beside it', NUMBER, 'between', 3, 5, []],
    ['less than nothing', NUMBER, 'above', -50, -55, ['never seen just below -50']],
    ['a tenth of another amount', shareMeasure('order_value'), 'below', 1, 1.1, ['never seen just above order_value']],
    ['a tenth of another amount', shareMeasure('order_value'), 'below', 1, 1.2, []],
  ])('%s', (_, measure, itself, constant, value, covered) => {
    expect(coveredBy(measure, itself, constant, value)).toEqual(covered);
  });

  test('a tenth isn’t missed by how fractions are kept', () => {
    expect(coveredBy(TONE, 'above', 0.3, 0.1 + 0.2 - 0.2)).toEqual(['never seen just below 0.3']);
    expect(coveredBy(POUNDS, 'below', 0.3, 1.3)).toEqual(['never seen just above 0.3 GBP']);
  });
});

describe('a side that no value can be on', () => {
  test.each<[Measure, Cut['itself'], number, string[]]>([
    [ANGER, 'above', 0, ['never seen at 0 or just above']],
    [ANGER, 'below', 0, ['never seen at 0 or just below', 'never seen just above 0']],
    [ANGER, 'below', 10, ['never seen at 10 or just below']],
    [ANGER, 'above', 10, ['never seen just below 10', 'never seen at 10 or just above']],
    [COUNT, 'above', 0, ['never seen at 0 or just above']],
    [NUMBER, 'above', 0, ['never seen just below 0', 'never seen at 0 or just above']],
  ])('isn’t asked for', (measure, itself, constant, missing) => {
    expect(sides(measure, itself, constant).map((side) => side.missing)).toEqual(missing);
  });
});

test.each<[Measure, number, string]>([
  [SECONDS, 0, '0 seconds'],
  [SECONDS, 1, '1 second'],
  [SECONDS, 90, '90 seconds'],
  [SECONDS, 86_400, '1 day'],
  [SECONDS, 5_400, '90 minutes'],
  [DAYS, 1, '1 day'],
  [DAYS, 1.5, '1.5 days'],
  [MESSAGES, 1, '1 message'],
  [DATE, 20270131, '2027-01-31'],
  [POUNDS, 12.5, '12.5 GBP'],
  [shareMeasure('order_value'), 1.234, '123 % of order_value'],
])('values are named as people name them', (measure, value, words) => {
  expect(measure.inWords(value)).toBe(words);
});
