import type { CompiledPhraseList, Condition, Playbook } from '@poise/runtime';
import {
  conditionsIn,
  type FactCondition,
  type Facts,
  type Origin,
  prepareFacts,
  preparePhraseLists,
} from '@poise/runtime/prepared';
import {
  type CellSet,
  type Cells,
  cellOf,
  cellsWhere,
  cutIntoCells,
  type Expression,
  type FactValue,
  readLogic,
} from '@poise/runtime/rules';
import { type Diagram, Diagrams, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import { TooLarge, unlessTooLarge } from '../diagrams/too-large.ts';
import { asDocument, type Subject } from '../subject.ts';
import { type Circumstance, circumstanceOf } from './circumstance.ts';
import { constantsOf } from './constants.ts';
import { type Domain, domainOf } from './domains.ts';
import { phraseContainment } from './phrase-containment.ts';
import { type RelationParts, relationsOf } from './relations.ts';
import { type Assignment, plainestState } from './witness.ts';

/** How large the diagrams of one analysis may become, in nodes. A playbook with a thousand rules over twelve signals needs about a quarter of it. */
const MOST_NODES = 200_000;
/** How many of them one condition may need: hundreds are much. */
const MOST_OF_A_CONDITION = 20_000;

/** A condition as diagrams. */
export interface Decided {
  /** Where it is a definite yes. */
  readonly certain: Diagram;
  /** Where it isn't a definite no. */
  readonly possible: Diagram;
}

/** The conditions of one playbook, as diagrams over the facts of all. */
export interface Scope {
  /** @throws TooLarge */
  decide(condition: Condition): Decided;
  /** As rules that judge read it: what the customer says is about the message that is being answered. @throws TooLarge */
  decideAsJudged(condition: Condition): Decided;
  /** The number of a fact. */
  factOf(id: string): number | undefined;
}

/**
 * Every state that a conversation over some playbooks can be in, and more: one value for each fact, such that what always holds between two facts holds.
 *
 * A fact's domain is cut into cells by the constants that it is compared with; *unknown* is one of them. More states than there are is safe for whoever asks what
 * holds in all of them; that there is a state with something, only a conversation can show.
 */
export class StateSpace {
  readonly diagrams: Diagrams;
  /** One for each playbook, in their order. */
  readonly scopes: readonly Scope[];
  /** The playbooks as documents, each with an id of its own. */
  readonly documents: readonly Playbook[];
  readonly facts: Facts;
  readonly lists: readonly CompiledPhraseList[];
  /** How each fact is cut, and a value for each cell that has any. */
  readonly cells: readonly Cells[];
  readonly domains: readonly Domain[];
  /** For each fact, and each number of cells, how many of the first so many have a value. */
  private readonly positions: readonly (readonly number[])[];
  private readonly relations: RelationParts;
  private readonly decidedFacts = new Map<number, Decided>();
  /** By the number of one fact, times how many there are, and that of the other. */
  private readonly between = new Map<number, Diagram>();
  private readonly worlds = new Map<string, Diagram>();

  /** @param most how many nodes the diagrams may have together */
  constructor(subjects: readonly Subject[], most = MOST_NODES) {
    const versions = new Map<string, number>();
    this.documents = subjects.map((subject) => {
      const version = (versions.get(subject.id) ?? 0) + 1;
      versions.set(subject.id, version);
      return asDocument(subject, version === 1 ? subject.id : `${subject.id}@${version}`);
    });
    const lists = preparePhraseLists(this.documents);
    this.facts = prepareFacts(this.documents, lists);
    const expressions = this.documents.flatMap((document) => {
      const read = ({ certain, possible }: Condition, numbers: Numbers) =>
        [certain, possible].map((logic) => readLogic(logic, numberIn(numbers)));
      return conditionsIn(document).flatMap((condition) => [
        ...read(condition, this.facts.numbers.get(document.id)),
        ...read(condition, this.facts.judgedNumbers.get(document.id)),
      ]);
    });
    this.lists = lists.all;
    const isHeardIn = phraseContainment(lists.all);
    this.cells = constantsOf(expressions, this.facts).map(cutIntoCells);
    this.domains = this.facts.all.map(({ origin }, fact) => domainOf(origin, this.cells[fact] as Cells));
    this.positions = this.domains.map(positionsIn);
    this.diagrams = new Diagrams(
      this.positions.map((positions) => positions.at(-1) ?? 0),
      most,
    );
    this.relations = this.makeRelations(isHeardIn);
    this.scopes = this.documents.map((document) => this.makeScope(document));
  }

  /** Whether some state makes it hold. @throws TooLarge */
  canHold(diagram: Diagram): boolean {
    return this.within(diagram) !== NOWHERE;
  }

  /** Whether in every state where the part holds, the whole does. @throws TooLarge */
  includes(whole: Diagram, part: Diagram): boolean {
    const { diagrams } = this;
    return !this.canHold(diagrams.and(part, diagrams.not(whole)));
  }

  /** A state in which it holds, as plain as can be; of the facts that matter to it. @throws TooLarge */
  witness(diagram: Diagram): readonly Assignment[] | undefined {
    return plainestState(
      this.within(diagram),
      this.diagrams,
      (fact) => this.origin(fact),
      (fact) => this.valuesOf(fact),
    );
  }

  /** What is so in a state, for people. */
  circumstances(state: readonly Assignment[]): readonly Circumstance[] {
    return state.flatMap(({ fact, value }) => {
      const prepared = this.facts.all[fact];
      return prepared ? circumstanceOf(prepared, value, prepared.key.replace(/^[^/]*\//, ''), this.lists) : [];
    });
  }

  /** The states in which it holds: without those that can't be. @throws TooLarge */
  within(diagram: Diagram): Diagram {
    if (diagram <= EVERYWHERE) return diagram;
    return this.diagrams.and(diagram, this.worldOf(diagram));
  }

  origin(fact: number): Origin {
    const prepared = this.facts.all[fact];
    if (!prepared) throw new RangeError(`there is no fact ${fact}`);
    return prepared.origin;
  }

  /** That a fact has a value. */
  is(fact: number, value: FactValue): Diagram {
    const at = cellOf(this.cells[fact] as Cells, value);
    return this.where(fact, [at, at + 1]);
  }

  /** The values of a fact, one for each cell in which there is one. */
  valuesOf(fact: number): readonly FactValue[] {
    return (this.domains[fact] ?? []).filter((value) => value !== undefined);
  }

  /** Everything that always holds between the facts that matter to a diagram, and those that these look at over time. */
  private worldOf(diagram: Diagram): Diagram {
    const support = new Set(this.diagrams.supportOf(diagram));
    for (const fact of support) {
      const looks = this.lookOf(fact);
      if (looks)
        for (const part of Object.values(looks)) for (const one of this.diagrams.supportOf(part)) support.add(one);
    }
    const inOrder = [...support].sort((a, b) => a - b);
    const key = inOrder.join();
    const known = this.worlds.get(key);
    if (known !== undefined) return known;
    const world = this.diagrams.all([
      ...inOrder.map((fact) => this.looksRight(fact)),
      ...inOrder.flatMap((fact, index) => inOrder.slice(0, index).map((other) => this.relation(other, fact))),
    ]);
    this.worlds.set(key, world);
    return world;
  }

  /** That a fact is in some of its cells. To diagrams only those are told in which it has a value. */
  private where(fact: number, cells: CellSet): Diagram {
    const positions = this.positions[fact] ?? [];
    const bounds: number[] = [];
    for (const cell of cells) {
      const bound = positions[cell] ?? 0;
      // Nothing lies between two bounds that are the same.
      if (bounds.at(-1) === bound) bounds.pop();
      else bounds.push(bound);
    }
    return this.diagrams.where(fact, bounds);
  }

  private relation(fact: number, other: number): Diagram {
    const key = fact * this.cells.length + other;
    const known = this.between.get(key);
    if (known !== undefined) return known;
    const made = this.diagrams.all([
      ...relationsOf(fact, other, this.relations),
      ...relationsOf(other, fact, this.relations),
    ]);
    this.between.set(key, made);
    return made;
  }

  /** What a fact that looks at a condition over time says about the condition now. */
  private looksRight(fact: number): Diagram {
    const now = this.lookOf(fact);
    if (!now) return EVERYWHERE;
    const { diagrams } = this;
    const { kind } = this.origin(fact);
    const implies = (a: Diagram, b: Diagram) => diagrams.not(diagrams.and(a, diagrams.not(b)));
    return kind === 'streak'
      ? diagrams.and(
          implies(this.is(fact, true), now.certain),
          implies(diagrams.not(now.possible), this.is(fact, false)),
        )
      : diagrams.and(
          implies(now.certain, this.is(fact, true)),
          implies(now.possible, diagrams.not(this.is(fact, false))),
        );
  }

  /** The condition that a fact looks at over time, as it is now. */
  private lookOf(fact: number): Decided | undefined {
    const origin = this.origin(fact);
    return origin.kind === 'streak' || origin.kind === 'hasBeen' ? this.decideFact(fact, origin.when) : undefined;
  }

  private decideFact(fact: number, { expressions }: FactCondition): Decided {
    const known = this.decidedFacts.get(fact);
    if (known) return known;
    const made = { certain: this.decide(expressions.certain), possible: this.decide(expressions.possible) };
    this.decidedFacts.set(fact, made);
    return made;
  }

  private decide(expression: Expression): Diagram {
    const { diagrams } = this;
    if ('all' in expression) return diagrams.all(expression.all.map((part) => this.decide(part)));
    if ('any' in expression) return diagrams.any(expression.any.map((part) => this.decide(part)));
    const { fact, operator, constant } = expression;
    const origin = this.origin(fact);
    if (origin.kind !== 'situation') return this.where(fact, cellsWhere(this.cells[fact] as Cells, expression));
    const { certain, possible } = this.decideFact(fact, origin.when);
    const unknown = diagrams.and(possible, diagrams.not(certain));
    const isSo = constant === true ? certain : constant === false ? diagrams.not(possible) : unknown;
    return operator === '===' ? isSo : diagrams.not(isSo);
  }

  private makeScope(document: Playbook): Scope {
    const decided = new WeakMap<Condition, Decided | undefined>();
    const asJudged = new WeakMap<Condition, Decided | undefined>();
    const decide = (condition: Condition, numbers: Numbers, known: typeof decided): Decided => {
      const part = (logic: Condition['certain']) => this.decide(readLogic(logic, numberIn(numbers)));
      const whole = () => ({ certain: part(condition.certain), possible: part(condition.possible) });
      // What was too large once is not tried again.
      const made = known.has(condition)
        ? known.get(condition)
        : unlessTooLarge(() => this.diagrams.within(MOST_OF_A_CONDITION, whole));
      known.set(condition, made);
      if (!made) throw new TooLarge();
      return made;
    };
    const { numbers, judgedNumbers } = this.facts;
    return {
      decide: (condition) => decide(condition, numbers.get(document.id), decided),
      decideAsJudged: (condition) => decide(condition, judgedNumbers.get(document.id), asJudged),
      factOf: (id) => numbers.get(document.id)?.get(id),
    };
  }

  private makeRelations(isHeardIn: RelationParts['isHeardIn']): RelationParts {
    const { diagrams } = this;
    const numbersOf = (fact: number) => this.cells[fact] as Cells;
    const atLeast = (fact: number, number: number) =>
      this.where(fact, cellsWhere(numbersOf(fact), { fact, operator: '>=', constant: number }));
    return {
      isHeardIn,
      origin: (fact) => this.origin(fact),
      is: (fact, value) => this.is(fact, value),
      isAtLeast: atLeast,
      isAtMostThat: (fact, other) =>
        // Both are cut by the same numbers.
        diagrams.all(
          [...numbersOf(fact).numbers].flatMap((number) => {
            const moreThan = (one: number) =>
              this.where(one, cellsWhere(numbersOf(one), { fact: one, operator: '>', constant: number }));
            return [
              diagrams.not(diagrams.and(moreThan(fact), diagrams.not(moreThan(other)))),
              diagrams.not(diagrams.and(atLeast(fact, number), diagrams.not(atLeast(other, number)))),
            ];
          }),
        ),
      reportedAlike: (fact, other) => {
        const cell = (one: number, at: number) => this.where(one, [at, at + 1]);
        const values = [this.domains[fact] ?? [], this.domains[other] ?? []] as const;
        return diagrams.any(
          [...values[0].keys()].map((at) => {
            const isIn = values.map((of) => of[at] !== undefined);
            return diagrams.and(cell(fact, isIn[0] ? at : 0), cell(other, isIn[1] ? at : 0));
          }),
        );
      },
      implies: (condition, consequence) => diagrams.not(diagrams.and(condition, diagrams.not(consequence))),
      notBoth: (a, b) => diagrams.not(diagrams.and(a, b)),
      covers: (whole, part, by) => {
        const [a, b] = [this.lookOf(whole), this.lookOf(part)];
        return a !== undefined && b !== undefined && this.includes(a[by], b[by]);
      },
    };
  }
}

type Numbers = ReadonlyMap<string, number> | undefined;

function numberIn(numbers: Numbers): (id: string) => number {
  return (id) => numbers?.get(id) ?? -1;
}

function positionsIn(domain: Domain): readonly number[] {
  const positions = [0];
  for (const value of domain) positions.push((positions.at(-1) ?? 0) + (value === undefined ? 0 : 1));
  return positions;
}
