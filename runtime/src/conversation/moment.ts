/**
 * What all facts are worth at one moment of one conversation, and which conditions hold then.
 *
 * There is one for each set of playbooks. A conversation keeps only what it has to remember; it is laid over the values that facts have at first whenever the
 * conversation goes on, and only facts that rest on something else than at first are computed.
 */
import type { FactCondition, FactOfCondition, RuleCondition } from '../prepared/conditions.ts';
import type { BuiltinName, Facts, PreparedFact } from '../prepared/facts.ts';
import { isOpen, nextChange, type TeamHours } from '../prepared/hours.ts';
import { type Value, valueAs } from '../prepared/values.ts';
import { type Expression, type RuleIndex, ruleIndex } from '../rules/index.ts';
import type { Memory } from './memory.ts';
import { add, entryOf, putEntry, remove } from './records.ts';

export class Moment {
  private readonly facts: Facts;
  private readonly values: Value[] = [];
  private readonly initial: readonly Value[];
  private readonly index: RuleIndex;
  /** Facts to be computed, as bits. */
  private readonly stale: Uint32Array;
  /** Facts that may change as time goes by. */
  private readonly timed: readonly PreparedFact[];
  /** What is known about a team's hours: the answer, and until when it is the same. */
  private readonly openings = new Map<TeamHours, { from: number; until: number; isOpen: boolean | null }>();
  private memory: Memory | undefined;
  /** Whether the counters of streaks move: once after each message of the customer. */
  private isNewTurn = false;

  constructor(facts: Facts, expressions: readonly Expression[]) {
    this.facts = facts;
    this.stale = new Uint32Array(Math.ceil(facts.all.length / 32));
    for (const fact of facts.all) this.values.push(initialValue(fact, this.values));
    this.initial = this.values.slice();
    this.index = ruleIndex(expressions, this.initial);
    this.timed = facts.all.filter(
      ({ origin }) =>
        (origin.kind === 'builtin' && (origin.name === 'elapsed' || origin.name === 'waiting')) ||
        origin.kind === 'isOpen' ||
        ('within' in origin && origin.within !== undefined),
    );
  }

  /** Turns to a conversation: from here on everything is about it. */
  begin(memory: Memory): void {
    this.memory = memory;
    this.isNewTurn = false;
    this.stale.fill(0);
    for (let number = 0; number < this.initial.length; number++) this.values[number] = this.initial[number] ?? null;
    this.index.reset();
    for (const key in memory.values) {
      const fact = this.facts.byKey.get(key);
      if (fact) this.touch(fact.number);
    }
    for (const { number } of memory.tallies) this.touch(number);
    for (const number of memory.been) this.touch(number);
    for (const number of memory.maybeBeen) this.touch(number);
    for (const { number } of memory.streaks) this.touch(number);
    for (const number of [...memory.says, ...memory.answers]) this.touch(number);
    for (const { number } of this.facts.byKind.builtin) this.touch(number);
    for (const { number } of this.timed) this.touch(number);
  }

  /** Every fact is to be computed, whatever it rests on: at the opening, when nothing has been seen yet. */
  touchAll(): void {
    for (const { number } of this.facts.all) this.touch(number);
  }

  /** Facts of that kind may be worth something else. */
  touchKind(kind: PreparedFact['origin']['kind']): void {
    for (const { number } of this.facts.byKind[kind]) this.touch(number);
  }

  touch(number: number): void {
    this.stale[number >> 5] = (this.stale[number >> 5] ?? 0) | (1 << (number & 31));
  }

  /** The customer has said something: at the next pass over the facts, streaks are counted on. */
  beginTurn(): void {
    this.isNewTurn = true;
    this.touchKind('streak');
  }

  /** Time has gone on. */
  touchTimed(): void {
    for (const { number } of this.timed) this.touch(number);
  }

  /** Computes the facts that rest on something that has changed, in order. */
  compute(): void {
    const { stale, values } = this;
    for (let word = 0; word < stale.length; word++) {
      for (let bits = stale[word] ?? 0; bits !== 0; bits = stale[word] ?? 0) {
        const number = word * 32 + 31 - Math.clz32(bits & -bits);
        stale[word] = bits & (bits - 1);
        const fact = this.facts.all[number];
        if (fact === undefined) continue;
        const value = this.valueOf(fact);
        if (value === values[number]) continue;
        values[number] = value;
        this.index.set(number, value);
        for (const dependent of fact.dependents) this.touch(dependent);
      }
    }
    this.isNewTurn = false;
  }

  /** The value of a fact, by its number. */
  value(number: number): Value {
    return this.values[number] ?? null;
  }

  /** Whether a condition is a definite yes. Without one it is. */
  certain(when: RuleCondition | undefined): boolean {
    return when === undefined || this.index.holds(when.certain);
  }

  /** Whether a condition isn't a definite no. */
  possible(when: RuleCondition | undefined): boolean {
    return when === undefined || this.index.holds(when.possible);
  }

  /** The facts of a condition with their values: why it is as it is. */
  because(when: RuleCondition | undefined): Record<string, Value> {
    const because: Record<string, Value> = {};
    for (const { id, number } of when?.facts ?? []) because[id] = this.value(number);
    return because;
  }

  /** The facts of a condition that aren't known. */
  missing(when: RuleCondition | undefined): string[] {
    const isUnknown = ({ number }: FactOfCondition) => this.value(number) === null;
    return when === undefined ? [] : when.facts.filter(isUnknown).map(({ id }) => id);
  }

  /** Judges with what teams have decided about an act, which nothing outside a judgement sees. */
  withApprovals<T>(decisions: ReadonlyMap<string, boolean>, judge: () => T): T {
    const { approved } = this.facts.byKind;
    if (decisions.size === 0 || approved.length === 0) return judge();
    for (const { number, origin } of approved) {
      if (origin.kind === 'approved') this.put(number, decisions.get(origin.team) ?? null);
    }
    const judged = judge();
    for (const { number } of approved) this.put(number, null);
    return judged;
  }

  /** When a team next opens or closes, in UTC seconds; undefined if it never does. */
  nextOpening(hours: TeamHours, time: number): number | undefined {
    const { until } = this.opening(hours, time);
    return until === Number.POSITIVE_INFINITY ? undefined : until;
  }

  private put(number: number, value: Value): void {
    this.values[number] = value;
    this.index.set(number, value);
  }

  private opening(hours: TeamHours, time: number) {
    const known = this.openings.get(hours);
    if (known && known.from <= time && time < known.until) return known;
    const until = nextChange(hours, time) ?? Number.POSITIVE_INFINITY;
    const opening = { from: time, until, isOpen: isOpen(hours, time) };
    this.openings.set(hours, opening);
    return opening;
  }

  private valueOf(fact: PreparedFact): Value {
    const { memory, values } = this;
    if (memory === undefined) return null;
    const { origin, number } = fact;
    switch (origin.kind) {
      case 'signal':
      case 'field': {
        const reported = memory.values[fact.key];
        return reported === undefined ? null : valueAs(origin.type, reported);
      }
      case 'builtin':
        return builtinValue(origin.name, memory);
      case 'situation':
        return answerOf(origin.when, values);
      case 'says':
        return memory.says.includes(number);
      case 'answers':
        return memory.answers.includes(number);
      case 'hasSaid':
      case 'hasHappened': {
        const times = entryOf(memory.tallies, number)?.times ?? [];
        const oldest = times[times.length - origin.times];
        return oldest !== undefined && isWithin(oldest, origin.within, memory.now);
      }
      case 'countWithin':
        return (entryOf(memory.tallies, number)?.times ?? []).filter((time) =>
          isWithin(time, origin.within, memory.now),
        ).length;
      case 'hasBeen':
        if (memory.been.includes(number)) return true;
        if (origin.when.certain(values)) {
          remove(memory.maybeBeen, number);
          memory.been.push(number);
          return true;
        }
        if (origin.when.possible(values)) add(memory.maybeBeen, number);
        return memory.maybeBeen.includes(number) ? null : false;
      case 'streak': {
        const certain = origin.when.certain(values);
        const possible = certain || origin.when.possible(values);
        const before = entryOf(memory.streaks, number);
        let { sure, maybe } = before ?? { sure: 0, maybe: 0 };
        if (this.isNewTurn) {
          sure = certain ? sure + 1 : 0;
          maybe = possible ? maybe + 1 : 0;
          if (maybe > 0) putEntry(memory.streaks, { number, sure, maybe });
          else if (before) remove(memory.streaks, before);
        }
        if (certain && sure >= origin.messages) return true;
        return !possible || maybe < origin.messages ? false : null;
      }
      case 'isOpen':
        return this.opening(origin.hours, Math.floor(memory.now / 1000)).isOpen;
      case 'approved':
        return null;
    }
  }
}

function isWithin(time: number, within: number | undefined, now: number): boolean {
  return within === undefined || time > now - within * 1000;
}

/** Yes, no, or unknown. */
function answerOf(when: FactCondition, values: readonly Value[]): boolean | null {
  if (when.certain(values)) return true;
  return when.possible(values) ? null : false;
}

function builtinValue(name: BuiltinName, memory: Memory): number {
  switch (name) {
    case 'messages':
      return memory.messages;
    case 'elapsed':
      return Math.floor((memory.now - memory.opened) / 1000);
    case 'waiting':
      return memory.unanswered === null ? 0 : Math.floor((memory.now - memory.unanswered) / 1000);
    case 'declined':
      return memory.declined;
    case 'warnings':
      return memory.warnings;
    case 'attempts':
      return memory.attempts;
  }
}

/** What a fact is worth in a conversation of which nothing is known. (What it has been before isn't: that takes a first look.) */
function initialValue({ origin }: PreparedFact, values: readonly Value[]): Value {
  switch (origin.kind) {
    case 'builtin':
    case 'countWithin':
      return 0;
    case 'says':
    case 'answers':
    case 'hasSaid':
    case 'hasHappened':
    case 'hasBeen':
    case 'streak':
      return false;
    case 'situation':
      return answerOf(origin.when, values);
    default:
      return null;
  }
}
