import { compileWorkspace } from '@poise/generator';
import { type Cast, createSimulator, createStage, scenarioOf, type UntimedEvent } from '@poise/generator/playing';
import type { PlaybookScenarios } from '@poise/generator/scenarios';
import type { Event } from '@poise/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyConversation, anyConversation } from '../harness/any-conversation.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';

const OPENING = '2026-11-25 10:00';
const TODAY = '2026-11-22';

const sources = shippedSources();
const host = memoryHost(sources);
const { scenarios: all } = await compileWorkspace([...sources.keys()], host, {
  today: TODAY,
  scenarios: true,
  proofs: false,
});

/** A shipped playbook, and a conversation with it that can happen. */
interface Tried {
  readonly cast: Cast;
  readonly file: string;
  readonly events: readonly UntimedEvent[];
}

const anyTried: fc.Arbitrary<Tried> = fc
  .constantFrom(...all)
  .chain((played) => anyConversation(ownDocument(played)).map((conversation) => tried(played, conversation)));

/** What a scenario of a playbook can name is its own. */
function ownDocument({ playbook, documents }: PlaybookScenarios) {
  return documents.filter(({ id }) => id === playbook);
}

function tried({ playbook, documents, file }: PlaybookScenarios, { opening, events }: AnyConversation): Tried {
  const cast = { playbook, documents };
  const simulator = createSimulator(cast);
  let now = opening.time;
  const untimed = events.flatMap((event): readonly UntimedEvent[] => {
    const seconds = Math.floor((event.at - now) / 1000);
    now = Math.max(now, event.at);
    return [...(seconds > 0 ? [{ type: 'timePasses' as const, seconds }] : []), ...sayable(event)];
  });
  const possible: UntimedEvent[] = [];
  for (const event of untimed) {
    if (!simulator.simulate(OPENING, [...possible, event]).stopped) possible.push(event);
  }
  const shown = () => JSON.stringify({ file, events: possible });
  return Object.assign({ cast, file, events: possible }, { [fc.toStringMethod]: shown });
}

/** The event as a line of a scenario can tell it, if one can. */
function sayable(event: Event): readonly UntimedEvent[] {
  // It stands for a name where the playbook has none.
  if (Object.values(event).includes('nothing')) return [];
  switch (event.type) {
    case 'agentAsks':
    case 'agentWarns':
    case 'agentEscalates':
    case 'agentKeeps':
    case 'customerLeaves':
    case 'timePasses':
      return [];
    case 'teamApproves':
    case 'teamDeclines': {
      const { at: _, action: _action, ...rest } = event;
      return [rest];
    }
    case 'agentOffers': {
      const { at: _, done: _done, worth, ...rest } = event;
      // Nobody writes a worth in another currency than the playbook's: that is an error.
      return [{ ...rest, ...(worth && { worth: { ...worth, currency: 'GBP' } }) }];
    }
    case 'customerSays':
    case 'reports': {
      const { at: _, ...rest } = event;
      const values = Object.values(event.type === 'reports' ? event.values : (event.reports ?? {}));
      return values.includes(null) || (event.type === 'reports' && values.length === 0) ? [] : [rest];
    }
    case 'agentRecords': {
      const { at: _, ...rest } = event;
      return event.value === null ? [] : [rest];
    }
    default: {
      const { at: _, done: _done, ...rest } = { done: false, ...event };
      return [rest as UntimedEvent];
    }
  }
}

describe('a conversation that is tried out', () => {
  test('comes out the same each time, and what was taken back has never been', { timeout: 2 * PATIENCE }, () => {
    fc.assert(
      fc.property(anyTried, fc.nat(), ({ cast, events }, count) => {
        const simulator = createSimulator(cast);
        const kept = events.slice(0, count % (events.length + 1));
        const before = simulator.simulate(OPENING, kept);
        simulator.simulate(OPENING, events, 'Are you sure?');
        expect(simulator.simulate(OPENING, kept)).toEqual(before);
        expect(createSimulator(cast).simulate(OPENING, kept)).toEqual(before);
      }),
      runs(100),
    );
  });

  test('passes as a scenario', { timeout: 4 * PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTried, async ({ cast, file, events }) => {
        const lines = createSimulator(cast).record(OPENING, events);
        const played = await createStage(file, host, { today: TODAY }).play(scenarioOf('Tried out', lines));
        if (played.kind === 'mistaken') expect(played.inScenario.map(({ message }) => message)).toEqual([]);
        expect(played).toMatchObject({ kind: 'played' });
        expect(played.kind === 'played' && played.run.failure).toBeUndefined();
      }),
      runs(40),
    );
  });
});
