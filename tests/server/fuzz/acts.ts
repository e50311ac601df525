import fc from 'fast-check';
import { anyChange, type Change } from './changes.ts';
import { FORMS } from './requests.ts';

/** Where something is done: in the file at that number, at a place in it that is there or, as one that was there once, not. */
export interface Spot {
  readonly file: number;
  readonly at: number | { readonly line: number; readonly character: number };
  /** How far it reaches. */
  readonly length: number;
}

/** When a request is called off: so many turns of the event loop after it was sent; if at all. */
type Turns = number;

/** Something that happens between an editor and the server. */
export type Act =
  | { readonly kind: 'edit'; readonly file: number; readonly changes: readonly Change[] }
  | { readonly kind: 'change on disk'; readonly file: number; readonly change: Change }
  | { readonly kind: 'open' | 'close' | 'save' | 'delete' | 'mend'; readonly file: number }
  | { readonly kind: 'move'; readonly file: number; readonly to: number }
  | { readonly kind: 'mend all' | 'delete folder' | 'settle' }
  | { readonly kind: 'configure'; readonly text: string | undefined }
  | { readonly kind: 'open stray' | 'close stray'; readonly stray: number; readonly from: number }
  | { readonly kind: 'events'; readonly files: readonly number[] }
  | { readonly kind: 'ask'; readonly form: number; readonly spot: Spot; readonly cancelled?: Turns }
  | {
      readonly kind: 'ask badly';
      readonly form: number;
      readonly spot: Spot;
      readonly where: number;
      readonly bad: number;
    }
  | {
      readonly kind: 'tell badly';
      readonly message: number;
      readonly file: number;
      readonly where: number;
      readonly bad: number;
    }
  | { readonly kind: 'rename' | 'complete' | 'act' | 'format'; readonly spot: Spot; readonly choice: number }
  | { readonly kind: 'wait'; readonly turns: Turns };

const number = fc.nat(50_000);
// Whoever works goes on where they are: few files get most of it.
const file = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, number);
const far = fc.constantFrom(0, 1, 7, 80, 3000, 2 ** 31 - 1);
export const anySpot: fc.Arbitrary<Spot> = fc.record({
  file,
  at: fc.oneof({ weight: 5, arbitrary: number }, fc.record({ line: far, character: far })),
  length: fc.oneof(fc.constant(0), fc.nat(300)),
});

/** What `poise.json` may say, the broken kinds too. */
const CONFIGURATIONS: readonly (string | undefined)[] = [
  undefined,
  '{}',
  '',
  '{ "severity": { "missing-goal": "off" } }',
  '{ "severity": { "unused-name": "error", "short-phrase": "off" } }',
  '{ "severity": { "unused-name": "loud" } }',
  '{ "severity": ',
  '[]',
  '{ "locale": "de", "currency": "EUR" }',
];

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file,
      changes: fc.oneof(
        { weight: 4, arbitrary: anyChange.map((one) => [one]) },
        fc.array(anyChange, { minLength: 2, maxLength: 4 }),
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change on disk' as const), file, change: anyChange }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('open', 'close', 'close', 'save', 'delete', 'mend', 'mend'), file }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), file, to: number }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('mend all', 'delete folder', 'settle', 'settle') }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('configure' as const), text: fc.constantFrom(...CONFIGURATIONS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('open stray', 'close stray'), stray: fc.nat(3), from: number }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('events' as const),
      files: fc.array(file, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 40,
    arbitrary: fc.record(
      {
        kind: fc.constant('ask' as const),
        form: fc.nat(FORMS.length - 1),
        spot: anySpot,
        cancelled: fc.oneof(fc.constant(0), fc.nat(30)),
      },
      { requiredKeys: ['kind', 'form', 'spot'] },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask badly' as const),
      form: fc.nat(FORMS.length),
      spot: anySpot,
      where: number,
      bad: number,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tell badly' as const),
      message: number,
      file,
      where: number,
      bad: number,
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename', 'complete', 'act', 'format'),
      spot: anySpot,
      choice: number,
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), turns: fc.nat(60) }) },
);
