import { load, type Playbook } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PATIENCE, runs } from '../harness/runs.ts';
import { baselineTexts } from './baselines.ts';
import { edited, pointersIn, valueAt } from './edits.ts';
import { missingIn } from './missing.ts';
import { parcelText } from './parcel.ts';

const parcel: unknown = JSON.parse(await parcelText());
const documents = [parcel, ...baselineTexts().map((text): unknown => JSON.parse(text))];
const places = documents.map((document) => [...pointersIn(document)]);

const anything = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
);

/** What a host gets: playbooks in which all is there, or problems. */
function answered(...given: readonly unknown[]): void {
  const loaded = load(given);
  if (loaded.ok) for (const playbook of loaded.playbooks) expect(missingIn(playbook)).toEqual([]);
  else expect(loaded.problems.length).toBeGreaterThan(0);
}

test(
  'whatever is given is answered, alone or beside a sound document',
  () =>
    fc.assert(
      fc.property(fc.oneof(anything, fc.json(), fc.string()), (given) => {
        expect(load([given])).toMatchObject({ ok: false });
        expect(load([parcel, given])).toMatchObject({ ok: false, problems: [{ document: 1 }] });
      }),
      runs(300),
    ),
  PATIENCE,
);

test(
  'anything in the place of anything in a document is answered',
  () =>
    fc.assert(
      fc.property(fc.constantFrom(...(places[0] ?? [])), anything, (pointer, value) => {
        answered(edited(parcel, { [pointer]: value }));
      }),
      runs(600),
    ),
  PATIENCE,
);

/** A document, and what is done to it at some places: taken out, put in twice, or replaced by what stands elsewhere in it. */
const disturbed = fc.nat({ max: documents.length - 1 }).chain((index) => {
  const document = documents[index];
  const place = fc.constantFrom(...(places[index] ?? []));
  const copied = fc.tuple(place, place).map(([to, from]) => ({ [to]: valueAt(document, from) }));
  const removed = place.map((to) => ({ [to]: undefined }));
  const doubled = place.map((from) => {
    const list = from.slice(0, from.lastIndexOf('/'));
    return Array.isArray(valueAt(document, list)) ? { [`${list}/-`]: valueAt(document, from) } : { [from]: null };
  });
  const renamed = place
    .filter((to) => typeof valueAt(document, to) === 'string')
    .chain((to) => fc.constantFrom('nowhere', 'constructor', '').map((name) => ({ [to]: name })));
  return fc
    .array(fc.oneof(copied, removed, doubled, renamed), { minLength: 1, maxLength: 2 })
    .map((edits) => ({ index, edits }));
});

test(
  'documents with anything taken out, doubled, exchanged or renamed are refused, or nothing that they refer to is missing',
  () =>
    fc.assert(
      fc.property(disturbed, ({ index, edits }) => {
        let document = documents[index];
        for (const edit of edits) {
          // What the first change took away can't be changed again.
          const [pointer = ''] = Object.keys(edit);
          const holder = valueAt(document, pointer.slice(0, pointer.lastIndexOf('/')));
          if (typeof holder === 'object' && holder !== null) document = edited(document, edit);
        }
        answered(document);
        answered(JSON.stringify(document));
      }),
      runs(500),
    ),
  PATIENCE,
);

test('the check of references that these laws rest on sees what is missing', () => {
  const wrong = edited(parcel, {
    '/steps/0/next': 'nowhere',
    '/triggers/0/when/facts/0': 'nothing',
    '/boundaries/0/rules/4/acts/0/phrases/0': 'no list',
  }) as Playbook;
  expect(missingIn(wrong)).toEqual(['facts nothing', 'steps nowhere', 'phrases no list']);
});
