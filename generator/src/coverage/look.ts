import type { Event, Guidance, Happened, Id, Place, Playbook, Value } from '@poise/runtime';
import type { FactValues, Moment, ScenarioRun, Turn } from '../scenarios/run.ts';
import { countsOf } from './counts.ts';

/** What there is to see of one document after the opening or an event. */
export interface Look {
  readonly document: Playbook;
  /** All that are loaded. */
  readonly documents: readonly Playbook[];
  /** Absent for the opening. */
  readonly event?: Event;
  readonly guidance: Guidance;
  readonly facts: FactValues;
  /** How it was before the event: acts are judged by that. */
  readonly before?: FactValues;
  /** Whether the playbook has started, now or earlier. */
  readonly begun: boolean;
  /** The steps of the playbook that the conversation was in: before the event, in passing, and after it. */
  readonly steps: ReadonlySet<Id>;
  /** The value of a fact after the event, and those that decided something in the course of it. */
  readonly valuesOf: (fact: string) => readonly Value[];
  /** How far a fact has come that is true from some number on: `declined twice`, `for 3 messages`. */
  readonly countOf: (fact: string) => number;
}

/** All there is to see of one document in a run, in order of time. */
export function looksAt(document: Playbook, run: ScenarioRun): readonly Look[] {
  const moments: readonly (Moment | Turn)[] = [run.opening, ...run.turns];
  const counts = countsOf(document, run);
  let begun = false;
  return moments.map((moment, index) => {
    const previous = moments[index - 1];
    const { guidance } = moment;
    begun ||= hasHappened(guidance, 'playbook', document.id);
    const facts = moment.facts[document.id] ?? {};
    const before = previous?.facts[document.id];
    const reasons = reasonsIn(guidance, document.id);
    return {
      document,
      documents: run.documents,
      ...('event' in moment && { event: moment.event }),
      guidance,
      facts,
      ...(before && { before }),
      begun,
      steps: new Set([
        ...stepsIn(document.id, guidance),
        ...(previous ? presentStep(document.id, previous.guidance) : []),
      ]),
      valuesOf: (fact) => [facts[fact] ?? null, ...reasons.flatMap((because) => because[fact] ?? [])],
      countOf: (fact) => counts.get(fact)?.[index] ?? 0,
    };
  });
}

/** Whether something happened in a turn. `owner` is the playbook whose own thing it is, as for steps; absent for house rules and all else. */
export function hasHappened({ happened }: Guidance, kind: Happened['kind'], id: Id, owner?: Id): boolean {
  return happened.some((each) => each.kind === kind && each.id === id && each.playbook === owner);
}

/** Whether a part of the guidance is about the rule of that id and place. The place tells apart what has the same id in two documents. */
export function isAbout(part: { readonly rule: string; readonly at: Place }, rule: string, at: Place): boolean {
  return part.rule === rule && isSamePlace(part.at, at);
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

function stepsIn(playbook: Id, guidance: Guidance): Id[] {
  return [
    ...presentStep(playbook, guidance),
    ...guidance.happened.filter((each) => each.kind === 'step' && each.playbook === playbook).map(({ id }) => id),
    ...guidance.moves.filter((move) => move.playbook === playbook).map(({ from }) => from),
  ];
}

function presentStep(playbook: Id, { playbooks }: Guidance): Id[] {
  return playbooks.filter((each) => each.id === playbook && each.state === 'leads').map(({ step }) => step);
}

/** By which values what the document's rules did came about. */
function reasonsIn(guidance: Guidance, playbook: Id): readonly FactValues[] {
  const blocks = [guidance.verdict, ...guidance.offers, ...guidance.heldBack].flatMap((part) => part?.blocks ?? []);
  return [
    ...guidance.lines,
    ...guidance.offers,
    ...guidance.escalations,
    ...guidance.crossings,
    ...guidance.moves,
    ...guidance.obligations,
    ...blocks,
  ]
    .filter((part) => part.playbook === playbook)
    .map(({ because }) => because as FactValues);
}
