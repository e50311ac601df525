import { type Event, open, prepare } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPaths } from '../../../analysis/src/paths/check-paths.ts';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { asDocument, type Subject } from '../../../analysis/src/subject.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { CHOICES, type Choice, nameOf, type PlainStep, playbookOf } from './steps.ts';

const MOST_STEPS = 6;
const anyChoice = fc.option(fc.constantFrom(...CHOICES), { nil: undefined, freq: 2 });
const anySteps: fc.Arbitrary<readonly PlainStep[]> = fc.integer({ min: 2, max: MOST_STEPS }).chain((count) =>
  fc.array(
    fc.record({
      exits: fc.array(fc.record({ to: fc.nat({ max: count - 1 }), when: anyChoice }), { maxLength: 2 }),
      skip: fc.option(fc.constantFrom(...CHOICES), { nil: undefined, freq: 4 }),
    }),
    { minLength: count, maxLength: count },
  ),
);

/** The colour, once it is known; it may become known at any moment. */
type Known = Choice | undefined;

/** Where a conversation is: in a step, or at the end (`undefined`), and what it knows. */
interface Stand {
  readonly step: number | undefined;
  readonly known: Known;
}

/** Where one comes to, entering a step: past those that are skipped. */
function landing(steps: readonly PlainStep[], step: number, known: Known): number | undefined {
  for (let at = step; at < steps.length; at += 1) {
    const skip = steps[at]?.skip;
    if (skip === undefined || skip !== known) return at;
  }
  return undefined;
}

/**
 * Every move that may come next, one by one, as the guide to the language tells it.
 *
 * @param isAtOnce whether the step was entered in this very event: by a trigger, whose event goes on to the exits
 */
function movesFrom(steps: readonly PlainStep[], { step, known }: Stand, isAtOnce = false): Stand[] {
  if (step === undefined) return [];
  const goesOn = isAtOnce && steps[step]?.exits.some(({ when }) => when === undefined || when === known);
  const laterKnown: readonly Known[] = known === undefined && !goesOn ? [undefined, ...CHOICES] : [known];
  return laterKnown.map((now) => {
    const exit = steps[step]?.exits.find(({ when }) => when === undefined || when === now);
    return { step: landing(steps, exit?.to ?? step + 1, now), known: now };
  });
}

/** Everywhere that some path leads, without passing through `except`. */
function everywhere(steps: readonly PlainStep[], except?: number): Stand[] {
  const found = new Map<string, Stand>();
  const open: Stand[] = [undefined, ...CHOICES].map((known) => ({ step: landing(steps, 0, known), known }));
  for (const stand of open) {
    const key = `${stand.step} ${stand.known}`;
    if (found.has(key)) continue;
    found.set(key, stand);
    if (stand.step !== except || except === undefined) open.push(...movesFrom(steps, stand));
  }
  return [...found.values()];
}

/** Steps with at most one exit each, which asks for nothing. */
function stepsOf(...steps: readonly { readonly skip?: Choice; readonly to?: number }[]): PlainStep[] {
  return steps.map(({ skip, to }) => ({ skip, exits: to === undefined ? [] : [{ to, when: undefined }] }));
}

function found(subject: Subject) {
  return checkPaths(subject, new StateSpace([subject]));
}

test(
  'a step is unreachable exactly where going every path shows it',
  () => {
    let unreachable = 0;
    fc.assert(
      fc.property(anySteps, (steps) => {
        const reached = new Set(everywhere(steps).map(({ step }) => step));
        const expected = steps.flatMap((_, number) => (reached.has(number) ? [] : nameOf(number)));
        const told = found(playbookOf(steps, [])).flatMap((one) =>
          one.code === 'unreachable-step' ? one.data.step : [],
        );
        expect(told).toEqual(expected);
        unreachable += expected.length;
      }),
      runs(1500),
    );
    expect(unreachable).toBeGreaterThan(100);
  },
  PATIENCE,
);

test(
  'an order is broken exactly where going every path shows it, and the path that is told is one of the shortest',
  () => {
    let broken = 0;
    fc.assert(
      fc.property(anySteps, fc.nat(), fc.nat(), (steps, a, b) => {
        const [first, later] = [a % steps.length, b % steps.length];
        fc.pre(first !== later);
        const rule = {
          id: 'boundary.order.order.1',
          kind: 'order' as const,
          first: { kind: 'step' as const, id: nameOf(first) },
          later: { kind: 'step' as const, id: nameOf(later) },
          at: { file: 0, line: 99, column: 1 },
        };
        const [finding] = found(playbookOf(steps, [rule])).filter(({ code }) => code === 'order-broken');
        const shortest = shortestTo(steps, first, later);
        if (finding?.code !== 'order-broken') {
          expect(shortest).toBeUndefined();
          return;
        }
        broken += 1;
        const { path } = finding.data;
        expect(path.at(-1)?.step).toBe(nameOf(later));
        expect(path.map(({ step }) => step)).not.toContain(nameOf(first));
        expect(path.length).toBe(shortest);
      }),
      {
        ...runs(1500),
        examples: [
          // The step of the start moves on at once, whatever else leads to `s5` from there: one has to come back to it.
          [stepsOf({ skip: 'blue', to: 4 }, { to: 0 }, {}, {}, { skip: 'blue', to: 0 }, {}), 2, 5],
        ],
      },
    );
    expect(broken).toBeGreaterThan(200);
  },
  PATIENCE,
);

/** How many steps the shortest path to `later` has that doesn't pass through `first`; the move to `later` itself is held back. */
function shortestTo(steps: readonly PlainStep[], first: number, later: number): number | undefined {
  const seen = new Set<string>();
  let stands: Stand[] = [undefined, ...CHOICES].map((known) => ({ step: landing(steps, 0, known), known }));
  for (let length = 1; stands.length > 0; length += 1) {
    if (stands.some(({ step }) => step === later)) return length;
    stands = stands
      .filter((stand) => {
        // Where one has just begun, less is open than when one comes back there.
        const key = `${stand.step} ${stand.known} ${length === 1}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew && stand.step !== first;
      })
      .flatMap((stand) => movesFrom(steps, stand, length === 1));
  }
  return undefined;
}

test(
  'steps that are told to go round do so, and others come to rest',
  () => {
    let circles = 0;
    fc.assert(
      fc.property(anySteps, fc.constantFrom(...CHOICES), (steps, colour) => {
        const subject = playbookOf(steps, []);
        const told = found(subject).flatMap((one) => (one.code === 'circle-without-progress' ? [one.data] : []));
        const stuck = found(subject).some(({ code }) => code === 'no-way-out');
        circles += told.length;
        const { conversation } = open(prepare([asDocument(subject)]), { time: 0, reports: { colour } });
        conversation.handle({ type: 'customerSays', at: 0, text: 'Hello.' });
        const nothing: Event = { type: 'reports', at: 0, values: {} };
        for (let i = 0; i < MOST_STEPS; i += 1) conversation.handle(nothing);
        const isMoving = conversation.handle(nothing).moves.length > 0;
        if (isMoving && !stuck) expect(told).not.toEqual([]);
      }),
      {
        ...runs(800),
        examples: [
          // The shortest way to the circle begins where the event of the start moves on.
          [
            stepsOf({ skip: 'blue', to: 2 }, { to: 2 }, { skip: 'blue' }, { skip: 'blue' }, { skip: 'red', to: 2 }, {}),
            'blue',
          ],
        ],
      },
    );
    expect(circles).toBeGreaterThan(50);
  },
  PATIENCE,
);
