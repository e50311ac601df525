import { type LoadProblem, load } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../../runtime/src/loading/messages.ts';
import { edited } from './edits.ts';
import { parcelText } from './parcel.ts';
import { WRONG_DOCUMENTS } from './wrong/index.ts';

const text = await parcelText();
const parcel = JSON.parse(text);

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** The same object twice on each of so many levels: small to hold, and without end to walk. */
function folded(levels: number): unknown {
  let value: unknown = { '===': [{ var: 'note' }, null] };
  for (let level = 0; level < levels; level += 1) value = { and: [value, value] };
  return value;
}

const circle: Record<string, unknown> = {};
circle.self = circle;
const throwing = () => {
  throw new Error('read me not');
};

/** What is given by mistake or on purpose, and how it is answered. */
const HOSTILE: readonly (readonly [name: string, given: unknown, code: LoadProblem['code'], path: string])[] = [
  ['nothing', undefined, 'not-a-document', ''],
  ['null', null, 'not-a-document', ''],
  ['a number', 7, 'not-a-document', ''],
  ['a list', [], 'not-a-document', ''],
  ['an empty object', {}, 'not-a-document', '/format'],
  ['the index', { format: '1.0', playbooks: [] }, 'not-a-document', ''],
  ['an empty text', '', 'not-json', ''],
  ['a text that is cut off', text.slice(0, -10), 'not-json', ''],
  ['a text of nothing', 'null', 'not-a-document', ''],
  ['quotes and backslashes', '{"\\\\": "\\"}{[", "[": 1}', 'not-a-document', '/format'],
  ['a text with brackets only', '['.repeat(1_000_000), 'too-deep', ''],
  ['a text in which a string never ends', `"${'\\"'.repeat(1_000_000)}`, 'not-json', ''],
  ['a text of too many values', `{"a":[${'0,'.repeat(2_000_000)}0]}`, 'too-large', ''],
  ['a text that is too long', `"${'x'.repeat(64 * 1024 * 1024)}"`, 'too-large', ''],
  ['levels beyond measure', { deep: nested(128) }, 'too-deep', `/deep${'/0'.repeat(126)}`],
  ['a circle', circle, 'too-deep', '/self'.repeat(127)],
  ['an object folded over and over', edited(parcel, { '/triggers/0/when/certain': folded(50) }), 'too-large', ''],
  ['a list of holes', { holes: new Array(4_294_967_295) }, 'too-large', ''],
  ['a hole', { format: '1.0', holes: new Array(1) }, 'not-data', '/holes/0'],
  ['a number without end', text.replace('{', '{"endless": 1e999,'), 'not-data', '/endless'],
  ['no number', edited(parcel, { '/nothing': Number.NaN }), 'not-data', '/nothing'],
  ['a large whole number', { whole: 1n }, 'not-data', '/whole'],
  ['a function', { format: throwing }, 'not-data', '/format'],
  ['a prototype', text.replace('"beats": {', '"beats": { "__proto__": {"everything": true},'), 'unsafe-key', '/beats'],
  ['a property that throws', Object.defineProperty({}, 'id', { enumerable: true, get: throwing }), 'unreadable', ''],
  ['a proxy that throws', new Proxy({}, { ownKeys: throwing }), 'unreadable', ''],
  [
    'a class',
    new (class {
      format = '3.0';
    })(),
    'other-format',
    '/format',
  ],
];

test.each(HOSTILE)('%s', (_name, given, code, path) => {
  const loaded = load([given]);
  expect(loaded).toMatchObject({ ok: false, more: 0, problems: [{ code, path, document: 0 }] });
});

test('as deep as allowed, and no deeper', () => {
  for (const given of [
    edited(parcel, { '/deep': nested(127) }),
    JSON.stringify(edited(parcel, { '/deep': nested(127) })),
  ])
    expect(load([given]).ok).toBe(true);
  for (const given of [
    edited(parcel, { '/deep': nested(128) }),
    JSON.stringify(edited(parcel, { '/deep': nested(128) })),
  ])
    expect(load([given])).toMatchObject({ ok: false, problems: [{ code: 'too-deep' }] });
});

test('each property is read once, so that what is checked is what is used', () => {
  let reads = 0;
  const given = Object.defineProperty({ ...parcel }, 'id', {
    enumerable: true,
    get: () => {
      reads += 1;
      return reads === 1 ? 'parcel' : 'constructor';
    },
  });
  expect(load([given])).toMatchObject({ ok: true, playbooks: [{ id: 'parcel' }] });
});

test('nothing that is given changes what all objects have', () => {
  load([text.replace('{', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},')]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('a document of nothing but mistakes', () => {
  const many = <Part>(part: (index: number) => Part): Part[] =>
    Array.from({ length: 100_000 }, (_, index) => part(index));
  const at = { file: 0, line: 1, column: 1 };

  test.each([
    ['ids', { '/actions': many(() => ({ id: 'block_account', at })) }, 99_999],
    ['ids of lines', { '/followUps/0/lines': many(() => ({ id: 'x', kind: 'do', text: '', at })) }, 99_999],
    ['references', { '/escalations/0/beats/escalations': many((index) => `e_${index}`) }, 100_000],
    ['facts of a condition', { '/followUps/0/when/facts': many((index) => `f_${index}`) }, 100_001],
    ['guards', { '/followUps/0/when/certain': { and: many(() => ({ '<': [{ var: 'x' }, 1] })) } }, 1],
    ['capabilities', { '/requires': many((index) => `c-${'x'.repeat(index % 7)}`) }, 100_000],
  ])('%s', (_name, edits, problems) => {
    const loaded = load([edited(parcel, edits as Record<string, unknown>)]);
    if (loaded.ok) throw new Error('it was loaded');
    expect(loaded.problems.length + loaded.more).toBeGreaterThanOrEqual(problems);
    expect(loaded.problems.length).toBeLessThanOrEqual(20);
  });

  test('quotes only the beginning of what is long', () => {
    const long = `${'a '.repeat(1_000_000)}`;
    const loaded = load([edited(parcel, { '/escalations/0/handOver/0': long })]);
    if (loaded.ok) throw new Error('it was loaded');
    for (const { message } of loaded.problems) expect(message.length).toBeLessThan(300);
  });
});

test('every code has a case in these tables, or among what is said of several documents', () => {
  const OF_SEVERAL = ['missing-capability', 'duplicate-playbook', 'conflicting-house-rule'];
  const tried = new Set<string>([
    ...WRONG_DOCUMENTS.map(({ code }) => code),
    ...HOSTILE.map(([, , code]) => code),
    ...OF_SEVERAL,
  ]);
  expect(Object.keys(MESSAGES).filter((code) => !tried.has(code))).toEqual([]);
});
