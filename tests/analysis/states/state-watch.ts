import type { Condition, Playbooks } from '@poise/runtime';
import { type Diagram, NOWHERE } from '../../../analysis/src/diagrams/diagrams.ts';
import { type Decided, StateSpace } from '../../../analysis/src/states/state-space.ts';
import type { Origin } from '../../../runtime/src/prepared/index.ts';

/** Enough for the facts of all shipped playbooks, two by two. */
const MANY_NODES = 2 ** 24;

/** The condition of a rule, as the engine and as the analysis has it. */
interface Compared {
  readonly rule: string;
  readonly condition: Condition;
  readonly decided: Decided;
  readonly answers: () => readonly [certain: boolean, possible: boolean];
}

/** Watches over the facts of conversations: whether they are ever as the analysis takes for impossible. */
export class StateWatch {
  /** Where they were, and where a condition came out otherwise: sentences. */
  readonly found: string[] = [];
  /** How often facts were computed. */
  moments = 0;
  private readonly playbooks: Playbooks;
  private readonly space: StateSpace;
  private readonly looks: readonly (readonly number[])[];
  private readonly conditions: readonly Compared[];
  /** Whether there is a state in which some facts have some values. */
  private readonly known = new Map<Diagram, boolean>();
  /** That each fact has the value that it was last seen with. */
  private readonly seen: Diagram[] = [];

  constructor(playbooks: Playbooks) {
    this.playbooks = playbooks;
    this.space = new StateSpace(playbooks.documents, MANY_NODES);
    const keys = ({ all }: Playbooks['facts']) => all.map(({ key }) => key).join('\n');
    if (keys(this.space.facts) !== keys(playbooks.facts)) throw new Error('the facts are numbered differently');
    this.looks = this.space.facts.all.flatMap(({ number, origin }) =>
      origin.kind === 'streak' || origin.kind === 'hasBeen' ? [[number, ...this.lookedAt(origin)]] : [],
    );
    this.conditions = this.comparedConditions();
  }

  /** Looks at the facts each time they have been computed while something runs. */
  during(run: () => void): void {
    const { moment } = this.playbooks;
    const compute = moment.compute.bind(moment);
    moment.compute = () => {
      compute();
      this.look();
    };
    try {
      run();
    } finally {
      moment.compute = compute;
    }
  }

  /** Compares what the conditions of rules come to now. */
  compareConditions(): void {
    for (const { rule, condition, decided, answers } of this.conditions) {
      const ours = [decided.certain, decided.possible].map((diagram) => this.holdsNow(diagram));
      if (ours.join() !== answers().join()) this.found.push(`${rule}: ${condition.text} is ${answers()}, not ${ours}`);
    }
  }

  private holdsNow(diagram: Diagram): boolean {
    const { diagrams } = this.space;
    const now = diagrams.supportOf(diagram).map((fact) => this.space.is(fact, this.playbooks.moment.value(fact)));
    return diagrams.all([diagram, ...now]) !== NOWHERE;
  }

  private look(): void {
    this.moments += 1;
    const changed = new Set<number>();
    for (const { number, origin } of this.space.facts.all) {
      if (origin.kind === 'situation') continue;
      const now = this.space.is(number, this.playbooks.moment.value(number));
      if (this.seen[number] !== now) changed.add(number);
      this.seen[number] = now;
    }
    // What holds of all facts is put together from what holds of two, and of a fact over time and what it looks at.
    for (const fact of changed) for (const other of this.seen.keys()) this.lookAt([fact, other]);
    for (const facts of this.looks) if (facts.some((fact) => changed.has(fact))) this.lookAt(facts);
  }

  private lookAt(facts: readonly number[]): void {
    const state = this.space.diagrams.all(facts.flatMap((fact) => this.seen[fact] ?? []));
    const canBe = this.known.get(state) ?? this.space.canHold(state);
    this.known.set(state, canBe);
    if (canBe) return;
    const said = facts.map((fact) => `${this.space.facts.all[fact]?.key} is ${this.playbooks.moment.value(fact)}`);
    this.found.push(said.join(', '));
  }

  /** The facts that a condition over time rests on, those of situations in it included. */
  private lookedAt({ when }: Extract<Origin, { readonly when: unknown }>): readonly number[] {
    return when.facts.flatMap(({ number }) => {
      const inner = this.space.origin(number);
      return inner.kind === 'situation' ? this.lookedAt(inner) : [number];
    });
  }

  private comparedConditions(): readonly Compared[] {
    const { documents, moment, rules } = this.playbooks;
    const scopeOf = (id: string) => this.space.scopes[documents.findIndex((document) => document.id === id)];
    const starting = [
      ...rules.eachTime,
      ...rules.triggers,
      ...rules.escalations,
      ...rules.followUps,
      ...rules.agentCare,
    ];
    const judging = [...Object.values(rules.prohibitions).flat(), ...rules.demands];
    const compared = (rule: (typeof starting | typeof judging)[number], isJudged: boolean): readonly Compared[] => {
      const { source, when, playbook } = rule;
      const scope = scopeOf(playbook.id);
      const condition = 'when' in source ? source.when : undefined;
      if (!condition || !when || !scope) return [];
      const decided = isJudged ? scope.decideAsJudged(condition) : scope.decide(condition);
      const answers = () => [moment.certain(when), moment.possible(when)] as const;
      return [{ rule: rule.rule, condition, decided, answers }];
    };
    return [
      ...starting.flatMap((rule) => compared(rule, false)),
      ...[...new Set(judging)].flatMap((rule) => compared(rule, true)),
    ];
  }
}
