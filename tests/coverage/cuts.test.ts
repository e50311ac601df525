import type { Logic } from '@poise/runtime';
import { expect, test } from 'vitest';
import { cutsIn } from '../../generator/src/coverage/logic.ts';

const known: Logic = { '!==': [{ var: 'n' }, null] };
const unknown: Logic = { '===': [{ var: 'n' }, null] };
const atLeast = (number: number): Logic => ({ '>=': [{ var: 'n' }, number] });
const atMost = (number: number): Logic => ({ '<=': [{ var: 'n' }, number] });
const more = (number: number): Logic => ({ '>': [{ var: 'n' }, number] });
const less = (number: number): Logic => ({ '<': [{ var: 'n' }, number] });

test.each<[string, Logic, string[]]>([
  ['at least', { and: [known, atLeast(3)] }, ['above 3']],
  ['less than, which is the same limit', { or: [unknown, less(3)] }, ['above 3']],
  ['more than', { and: [known, more(3)] }, ['below 3']],
  ['at most, which is the same limit', { and: [known, atMost(3)] }, ['below 3']],
  ['asked twice', { or: [{ and: [known, atLeast(3)] }, { and: [known, atLeast(3)] }] }, ['above 3']],
  ['a span', { and: [known, atLeast(3), known, less(5)] }, ['above 3', 'above 5']],
  ['exactly', { and: [known, atLeast(3), atMost(3)] }, ['between 3']],
  ['anything else', { and: [known, { or: [less(3), more(3)] }] }, ['between 3']],
  [
    'exactly, one of two',
    { or: [{ and: [known, atLeast(3), atMost(3)] }, { and: [known, atLeast(4), atMost(4)] }] },
    ['between 3', 'between 4'],
  ],
  ['nothing with numbers', { and: [known, { '===': [{ var: 'flag' }, true] }] }, []],
  ['a comparison by itself', more(0), ['below 0']],
])('%s', (_, certain, cuts) => {
  const condition = { certain, possible: certain, facts: ['n'], text: '' };
  expect(cutsIn(condition).map(({ itself, constant }) => `${itself} ${constant}`)).toEqual(cuts);
});
