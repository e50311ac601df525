import type { Place } from '@poise/runtime';
import { lastTurns, type ScenarioLine, type ScenarioRun } from '../scenarios/index.ts';
import { type CardItem, documentOf, type View } from './card-item.ts';
import { type Clock, clockOf } from './clock.ts';
import { factsNow } from './facts-now.ts';
import { forbiddenItems } from './forbidden-items.ts';
import { lineItems, offerItems } from './line-items.ts';
import { owedItems } from './owed-items.ts';
import { escalationItems, eventItems, heldBackItems, stepItems } from './situation-items.ts';
import { verdictItems } from './verdict-items.ts';

/** How the conversation of a scenario stands after one of its lines, in words. */
export interface Stop {
  /** The line; of the opening, the scenario's heading. */
  readonly at: Place;
  /** None of them is empty. */
  readonly groups: readonly StopGroup[];
}

/** What belongs together, as one shows variables. */
export interface StopGroup {
  readonly title: string;
  readonly entries: readonly StopEntry[];
}

export interface StopEntry {
  /** One or two words: what it is about, or the fact that it is the value of. */
  readonly name: string;
  readonly text: string;
}

/** The stops of a run: its opening, every line by which something happened, and every expectation that was met, where it stands as before. */
export function stopsOf(run: ScenarioRun): readonly Stop[] {
  const clock = clockOf(documentOf(run));
  const { failure, turns } = run;
  const { items } = run.scenario;
  let { at, groups } = stopAfter({ ...run, turns: [] }, clock);
  const stops: Stop[] = [{ at, groups }];
  let played = 0;
  for (const [index, item] of items.entries()) {
    if (failure?.kind === 'fault' ? played === turns.length : failure?.line === item) break;
    at = item.at;
    if (item.kind === 'event') {
      played += 1;
      if (isSameLine(items[index + 1], item)) continue;
      groups = stopAfter({ ...run, turns: turns.slice(0, played) }, clock).groups;
    }
    stops.push({ at, groups });
  }
  return stops;
}

/** One line may be several events. */
function isSameLine(one: ScenarioLine | undefined, { at }: ScenarioLine): boolean {
  return one?.at.line === at.line && one.at.column === at.column;
}

function stopAfter(run: ScenarioRun, clock: Clock): Stop {
  const { at, guidance } = run.turns.at(-1) ?? run.opening;
  const view: View = { run, guidance, lately: lastTurns(run).map((moment) => moment.guidance), clock };
  const groups: readonly StopGroup[] = [
    { title: 'What came of it', entries: [...verdictItems(view), ...eventItems(view)].map(entryOf) },
    { title: 'Now', entries: stepItems(view).map(entryOf) },
    { title: 'What to do', entries: [...lineItems(view), ...offerItems(view), ...heldBackItems(view)].map(entryOf) },
    { title: 'Not allowed', entries: forbiddenItems(view).map(entryOf) },
    { title: 'Escalations', entries: escalationItems(view).map(entryOf) },
    { title: 'Still to come', entries: owedItems(view).map(entryOf) },
    { title: 'Known facts', entries: knownEntries(run) },
  ];
  return { at, groups: groups.filter(({ entries }) => entries.length > 0) };
}

function entryOf({ label, text, more = [] }: CardItem): StopEntry {
  const rest = more.map((one) => one.text).join('; ');
  return { name: label, text: rest === '' ? text : `${text}: ${rest}` };
}

function knownEntries(run: ScenarioRun): readonly StopEntry[] {
  return factsNow(run).flatMap(({ fact, value, text }) => (value === null ? [] : [{ name: fact, text }]));
}
