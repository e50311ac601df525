import type { CompiledPhraseList, Condition, Playbook } from '@poise/runtime';
import {
  conditionsIn,
  type FactCondition,
  type Facts,
  type Origin,
  prepareFacts,
  preparePhraseLists,
} from '@poise/runtime/prepared';
import { type CellSet, type Cells, type Expression, type FactValue, readLogic } from '@poise/runtime/rules';
import { type Diagram, type Diagrams, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import { TooLarge, unlessTooLarge } from '../diagrams/too-large.ts';
import { asDocument, type Subject } from '../subject.ts';
import { type Circumstance, circumstanceOf } from './circumstance.ts';
import { FactValues } from './fact-values.ts';
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
  /** Where the playbook starts by itself, a trigger being a sure yes; everywhere for one that only others start. @throws TooLarge */
  starts(): Diagram;
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
  private readonly values: FactValues;
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
    this.values = new FactValues(this.facts, expressions, most);
    this.diagrams = this.values.diagrams;
    this.relations = this.relationParts();
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
    return this.values.is(fact, value);
  }

  /** The values of a fact, one for each cell in which there is one. */
  valuesOf(fact: number): readonly FactValue[] {
    return this.values.of(fact);
  }

  /** The cells of a fact at which something holds that hangs on no other fact. */
  cellsIn(diagram: Diagram, fact: number): CellSet {
    return this.values.cellsIn(diagram, fact);
  }

  /** How each fact is cut by what conditions compare it with. */
  get cells(): readonly Cells[] {
    return this.values.cells;
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

  private relation(fact: number, other: number): Diagram {
    const key = fact * this.facts.all.length + other;
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
    return kind === 'streak'
      ? diagrams.and(
          diagrams.implies(this.is(fact, true), now.certain),
          diagrams.implies(diagrams.not(now.possible), this.is(fact, false)),
        )
      : diagrams.and(
          diagrams.implies(now.certain, this.is(fact, true)),
          diagrams.implies(now.possible, diagrams.not(this.is(fact, false))),
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
    if (origin.kind !== 'situation') return this.values.where(expression);
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
    const asWritten = (condition: Condition) => decide(condition, numbers.get(document.id), decided);
    const { triggers } = document;
    return {
      decide: asWritten,
      decideAsJudged: (condition) => decide(condition, judgedNumbers.get(document.id), asJudged),
      starts: () =>
        triggers.length === 0 ? EVERYWHERE : this.diagrams.any(triggers.map(({ when }) => asWritten(when).certain)),
      factOf: (id) => numbers.get(document.id)?.get(id),
    };
  }

  private relationParts(): RelationParts {
    const { diagrams, values } = this;
    return {
      isHeardIn: phraseContainment(this.lists),
      origin: (fact) => this.origin(fact),
      is: (fact, value) => values.is(fact, value),
      isAtLeast: (fact, number) => values.isAtLeast(fact, number),
      isAtMostThat: (fact, other) => values.isAtMostThat(fact, other),
      reportedAlike: (fact, other) => values.areReportedAlike(fact, other),
      implies: (condition, consequence) => diagrams.implies(condition, consequence),
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
