import type { Trigger } from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';
import { type Diagram, Diagrams, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import type { Circumstance } from '../states/circumstance.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Assignment } from '../states/witness.ts';
import type { Subject } from '../subject.ts';
import { isBeatenBy, isSettled } from './beats.ts';
import type { Occasion } from './occasions.ts';
import { startedBy } from './replay.ts';
import { dayOfBoth, type Starter } from './starters.ts';

/** How large the diagrams of all values that one report may have can become, in nodes. */
const MOST_WAYS = 100_000;

/** A situation in which two playbooks start at once, with the triggers by which they do. */
export interface Meeting {
  readonly triggers: readonly [Trigger, Trigger];
  readonly circumstances: readonly Circumstance[];
}

/** Finds situations in which two playbooks start. Playbooks go by their place among those that start. */
export class Meetings {
  /** When each of the playbooks is to start. */
  readonly conditions: readonly Diagram[];
  private readonly space: StateSpace;
  private readonly starters: readonly Starter[];
  private readonly starts = new WeakMap<Occasion, Map<number, Diagram>>();

  /** @throws TooLarge */
  constructor(space: StateSpace, starters: readonly Starter[]) {
    this.space = space;
    this.starters = starters;
    this.conditions = space.scopes.map((scope) => scope.starts());
  }

  /** The pairs of playbooks that the occasion may start in the same way, the earlier one first. @throws TooLarge */
  *pairsOf(occasion: Occasion): Generator<readonly [number, number]> {
    const { own, facts } = occasion;
    const ways = new Diagrams([this.space.cells[facts[0] ?? -1]?.count ?? 1], MOST_WAYS);
    const earlier: { readonly place: number; readonly way: Diagram }[] = [];
    let taken = NOWHERE;
    for (const place of occasion.places) {
      const way = this.wayIn(occasion, place, ways);
      if (way === NOWHERE) continue;
      // Of a thousand playbooks that share a fact, most may each have a value of their own.
      if (ways.canMeet(way, taken)) {
        for (const other of earlier) {
          const isOwn = own.has(place) || own.has(other.place);
          if (isOwn && ways.canMeet(way, other.way)) yield [other.place, place];
        }
      }
      earlier.push({ place, way });
      taken = ways.or(taken, way);
    }
  }

  /**
   * In which ways the occasion may start a playbook: with which of the values that may be reported, in cells that all facts of that name have, whatever their types.
   * What happens in one way only starts it everywhere or nowhere.
   */
  private wayIn(occasion: Occasion, place: number, ways: Diagrams): Diagram {
    const { space } = this;
    const starts = this.startsAt(occasion, place);
    const { kind } = occasion.what;
    if (kind === 'says' || kind === 'reports') return starts === NOWHERE ? NOWHERE : EVERYWHERE;
    const values = space.diagrams.exists(starts, (fact) => !occasion.facts.includes(fact));
    const [fact] = space.diagrams.supportOf(values);
    return fact === undefined ? values : ways.where(0, space.cellsIn(values, fact));
  }

  /** How the occasion starts both, unless something says which of them leads then. @throws TooLarge */
  find(occasion: Occasion, first: number, second: number): Meeting | undefined {
    const { space } = this;
    const both = space.diagrams.and(this.startsAt(occasion, first), this.startsAt(occasion, second));
    const subjects = [this.subject(first), this.subject(second)] as const;
    if (both === NOWHERE || isSettled(...subjects)) return undefined;
    const day = dayOfBoth(...subjects);
    if (day === undefined) return undefined;
    const rivals = this.rivalsOf(subjects);
    const state = space.witness(this.withLittleKnown(this.without(rivals, both, occasion)));
    if (!state) return undefined;
    const known = this.knownIn(state);
    const started = startedBy(occasion, known, day, [...subjects, ...rivals.map((rival) => this.subject(rival))]);
    const triggers = subjects.map(({ id, triggers }) => triggers.find((trigger) => trigger.id === started.get(id)));
    const [one, other] = triggers;
    if (!one || !other) return undefined;
    const { what } = occasion;
    const said: readonly Circumstance[] =
      what.kind === 'says' ? [{ kind: 'says', speaker: 'customer', text: what.text }] : [];
    return {
      triggers: [one, other],
      circumstances: [...space.circumstances(this.onceByName(state.filter(isKnown))), ...said],
    };
  }

  private subject(place: number): Subject {
    const starter = this.starters[place];
    if (!starter) throw new RangeError(`there is no playbook ${place}`);
    return starter.subject;
  }

  /** The situations in which the occasion starts the playbook: with it the trigger holds, and without it, it doesn't. */
  private startsAt(occasion: Occasion, place: number): Diagram {
    const { diagrams } = this.space;
    const known = this.starts.get(occasion) ?? new Map<number, Diagram>();
    this.starts.set(occasion, known);
    const found = known.get(place);
    if (found !== undefined) return found;
    const condition = this.conditions[place] ?? NOWHERE;
    const made = diagrams.and(occasion.after(condition), diagrams.not(occasion.before(condition)));
    known.set(place, made);
    return made;
  }

  /** The playbooks that would keep either from starting. */
  private rivalsOf(subjects: readonly Subject[]): readonly number[] {
    return this.starters.flatMap(({ subject }, place) =>
      !subjects.includes(subject) && subjects.some((one) => isBeatenBy(one, subject)) ? [place] : [],
    );
  }

  /** The situations in which no rival starts, as far as that hangs on the same facts: of those of others nothing need be known. */
  private without(rivals: readonly number[], situations: Diagram, occasion: Occasion): Diagram {
    const { diagrams } = this.space;
    const matters = new Set(diagrams.supportOf(situations));
    return rivals.reduce((left, rival) => {
      const starts = occasion.after(this.conditions[rival] ?? NOWHERE);
      const hangsOnThese = diagrams.supportOf(starts).some((fact) => matters.has(fact));
      return hangsOnThese ? diagrams.and(left, diagrams.not(starts)) : left;
    }, situations);
  }

  /** Those of the situations in which as few facts as possible are known: nothing need be said of the others. */
  private withLittleKnown(situations: Diagram): Diagram {
    const { space } = this;
    return space.diagrams
      .supportOf(situations)
      .filter((fact) => space.valuesOf(fact).includes(null))
      .reduce((left, fact) => {
        const less = space.diagrams.and(left, space.is(fact, null));
        return space.canHold(less) ? less : left;
      }, situations);
  }

  /** Of facts to which playbooks give the same name one, whose value is the one that `knownIn` takes. */
  private onceByName(state: readonly Assignment[]): readonly Assignment[] {
    const nameOf = ({ fact }: Assignment): string => {
      const origin = this.space.origin(fact);
      return origin.kind === 'signal' || origin.kind === 'field' ? `${origin.kind} ${origin.name}` : `${fact}`;
    };
    return [...new Map(state.map((one) => [nameOf(one), one])).values()];
  }

  private knownIn(state: readonly Assignment[]) {
    const valuesOf = (kind: 'signal' | 'field') => {
      const values: Record<string, FactValue> = {};
      for (const { fact, value } of state) {
        const origin = this.space.origin(fact);
        // Of facts that several playbooks give the same name, the value is that of one whose type it fits.
        if (origin.kind === kind && value !== null) values[origin.name] = value;
      }
      return values;
    };
    return { signals: valuesOf('signal'), fields: valuesOf('field') };
  }
}

function isKnown({ value }: Assignment): boolean {
  return value !== null;
}
