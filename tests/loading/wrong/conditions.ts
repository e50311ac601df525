import { asks, WHEN, type WrongDocument } from './wrong-document.ts';

/** Facts that don't fit their use, and conditions that don't fit their facts. */
export const WRONG_CONDITIONS: readonly WrongDocument[] = [
  // Facts in use.
  {
    name: 'asking for a signal',
    edits: { '/steps/0/lines/2/field': 'note' },
    code: 'wrong-fact',
    path: '/steps/0/lines/2/field',
    message: '`note` has to be a field to be used here',
  },
  {
    name: 'a situation in a text',
    edits: { '/boundaries/0/sayInstead/1/fact': 'stuck' },
    code: 'wrong-fact',
    path: '/boundaries/0/sayInstead/1/fact',
  },
  {
    name: 'a worth that is no money',
    edits: { '/steps/2/lines/1/worth/fact': 'anger' },
    code: 'wrong-fact',
    path: '/steps/2/lines/1/worth/fact',
  },
  {
    name: 'a worth in another currency',
    edits: { '/steps/2/lines/1/worth/currency': 'EUR' },
    code: 'wrong-fact',
    path: '/steps/2/lines/1/worth/fact',
    message: '`limit` has to be an amount of money in EUR to be used here',
  },
  {
    name: 'a window over what is not counted',
    edits: { '/facts/14/derive/signal': 'anger' },
    code: 'wrong-fact',
    path: '/facts/14/derive/signal',
  },
  {
    name: 'a built-in fact of another unit',
    edits: { '/facts/-': { id: 'elapsed', kind: 'builtin', type: { type: 'duration', unit: 'days' } } },
    code: 'wrong-fact',
    path: '/facts/18/type',
  },
  {
    name: 'a situation before what it rests on',
    edits: {
      '/facts/3/when/facts/0': 'contacts',
      '/facts/3/when/certain': { '!==': [{ var: 'contacts' }, null] },
      '/facts/3/when/possible': { '!==': [{ var: 'supervisors is open' }, false] },
    },
    code: 'fact-order',
    path: '/facts/3/when/facts/0',
    message:
      '`stuck` is derived from `contacts`, which has to stand before it: facts are computed in one pass, in order',
  },
  {
    name: 'a situation that rests on itself',
    edits: { '/facts/3/when': asks('stuck', { '===': [{ var: 'stuck' }, true] }) },
    code: 'fact-order',
    path: '/facts/3/when/facts/0',
  },
  { name: 'a range without a value', edits: { '/facts/10/type/min': 11 }, code: 'empty-range', path: '/facts/10/type' },

  // Conditions.
  {
    name: 'a fact that is asked about and not listed',
    edits: { [`${WHEN}/facts`]: [] },
    code: 'unlisted-fact',
    path: `${WHEN}/facts`,
  },
  {
    name: 'a fact that is listed and not asked about',
    edits: { [`${WHEN}/facts/-`]: 'anger' },
    code: 'unneeded-fact',
    path: `${WHEN}/facts/1`,
  },
  {
    name: 'a constant before the fact',
    edits: { [WHEN]: asks('note', { and: [{ '!==': [{ var: 'note' }, null] }, { '===': [null, { var: 'note' }] }] }) },
    code: 'wrong-operands',
    path: `${WHEN}/certain/and/1/===`,
    problems: 2,
  },
  {
    name: 'two facts compared',
    edits: {
      [WHEN]: asks('anger', {
        and: [{ '!==': [{ var: 'anger' }, null] }, { '<': [{ var: 'anger' }, { var: 'contacts' }] }],
      }),
    },
    code: 'wrong-operands',
    path: `${WHEN}/certain/and/1/<`,
    message: '`<` compares a fact, which comes first, with a number',
    problems: 2,
  },
  {
    name: 'a number for equality',
    edits: { [`${WHEN}/certain`]: { '===': [{ var: 'offer refund has happened' }, 1] } },
    code: 'wrong-operands',
    path: `${WHEN}/certain/===`,
  },
  {
    name: 'order asked of yes and no',
    edits: { [`${WHEN}/certain`]: { '>=': [{ var: 'offer refund has happened' }, 1] } },
    code: 'unfit-comparison',
    path: `${WHEN}/certain/>=`,
    message: "`offer refund has happened` holds true and false, so it can't be compared like this with `>=`",
  },
  {
    name: 'a number compared with a text',
    edits: { [`${WHEN}/certain`]: { '===': [{ var: 'offer refund has happened' }, 'yes'] } },
    code: 'unfit-comparison',
    path: `${WHEN}/certain/===`,
  },
  {
    name: 'a choice that there is not',
    edits: { '/steps/0/lines/1/when/certain': { '===': [{ var: 'channel' }, 'fax'] } },
    code: 'unfit-comparison',
    path: '/steps/0/lines/1/when/certain/===',
  },
  {
    name: 'a number that may be null',
    edits: { '/steps/0/exits/0/when/certain': { '>': [{ var: 'delay' }, 20] } },
    code: 'unguarded-comparison',
    path: '/steps/0/exits/0/when/certain/>',
  },
  {
    name: 'a guard after the comparison',
    edits: {
      '/steps/0/exits/0/when/certain': { and: [{ '>': [{ var: 'delay' }, 20] }, { '!==': [{ var: 'delay' }, null] }] },
    },
    code: 'unguarded-comparison',
    path: '/steps/0/exits/0/when/certain/and/0/>',
  },
  {
    name: 'the guard of an `and` in an `or`',
    edits: {
      '/steps/0/exits/0/when/possible': { or: [{ '!==': [{ var: 'delay' }, null] }, { '>': [{ var: 'delay' }, 20] }] },
    },
    code: 'unguarded-comparison',
    path: '/steps/0/exits/0/when/possible/or/1/>',
  },
  {
    name: 'a guard that is over',
    edits: {
      '/steps/0/exits/0/when/possible': {
        or: [{ and: [{ '!==': [{ var: 'delay' }, null] }] }, { '>': [{ var: 'delay' }, 20] }],
      },
    },
    code: 'unguarded-comparison',
    path: '/steps/0/exits/0/when/possible/or/1/>',
  },
  {
    name: 'an approval outside of a `never`',
    edits: { [WHEN]: asks('approved by supervisors', { '===': [{ var: 'approved by supervisors' }, true] }) },
    code: 'misplaced-approval',
    path: `${WHEN}/facts/0`,
  },
];
