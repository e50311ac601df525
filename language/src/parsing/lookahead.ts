import { type BaseParser, EOF, type ILookaheadStrategy, type IToken, LLkLookaheadStrategy } from 'chevrotain';
import {
  type Choice,
  choiceBetween,
  type DecisionKind,
  decisionName,
  MAX_LOOKAHEAD,
  type TokenTypes,
} from './decisions.ts';
import { DECISIONS } from './generated/decisions.ts';
import { canBeName, startsLine } from './lines.ts';

type OptionalDecision = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];

/** Whether to go into an optional part, or once more into a repeated one. */
type Entry = (this: BaseParser) => boolean;

/** Whether an optional part may be entered, given the token before it and the two that come. */
type MayEnter = (previous: IToken, next: IToken, second: IToken) => boolean;

/** `agent care` begins a member: no line begins so. */
const isNotAgentCare: MayEnter = (_previous, next, second) => !(next.image === 'agent' && second.image === 'care');

/** `never say blame, warn`: behind the comma another act begins. */
const ACTS: ReadonlySet<string> = new Set(['say', 'mention', 'ask', 'offer', 'do', 'warn', 'reply', 'escalate', 'end']);
const isNotAnAct: MayEnter = (_previous, _next, second) => !ACTS.has(second.image);

/** A name that may be left out isn't looked for on the next line, which may begin with one. */
const isOnSameLine: MayEnter = (previous, next) => next.startLine === previous.endLine;

/** `every 2 days until late has happened at most 3 times`: `at most` limits the repeats, only `at least` counts occurrences. */
const isNotALimit: MayEnter = (_previous, next, second) => !(next.image === 'at' && second.image === 'most');

/** `… when declined is at least 6`, and below it `second time …`: no unit, but the next line. */
const isNotSecondTime: MayEnter = (_previous, next, second) => !(next.image === 'second' && second.image === 'time');

/** What a fixed lookahead can't see by itself: what follows the rule that the optional part ends. */
const CONDITIONS: Readonly<Record<string, MayEnter>> = {
  Items: isNotAgentCare,
  Escalation: isNotAgentCare,
  Orphans: isNotAgentCare,
  SayAct: isNotAnAct,
  MentionAct: isNotAnAct,
  AskAct: isNotAnAct,
  Occurrences: isNotALimit,
  NumberLiteral: isNotSecondTime,
  CustomerDecides: isOnSameLine,
  ExpectEscalation: isOnSameLine,
};

/**
 * A fixed lookahead of three tokens. Against an unbounded one it parses three times as fast, reports an ambiguity when the parser is generated
 * instead of when a text meets it, and fails at the token that is wrong, not at the line that holds it.
 */
export class PlaybookLookahead extends LLkLookaheadStrategy {
  readonly tokenTypes: TokenTypes;

  constructor(tokenTypes: TokenTypes) {
    super({ maxLookahead: MAX_LOOKAHEAD });
    this.tokenTypes = { ...tokenTypes, EOF };
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: Alternation): Choice {
    return this.choice(rule.name.replace('\u200B', ''), prodOccurrence);
  }

  override buildLookaheadForOptional({ rule, prodType, prodOccurrence }: OptionalDecision): Entry {
    return this.entry(rule.name.replace('\u200B', ''), prodType as DecisionKind, prodOccurrence);
  }

  /** What decides at a place of a rule. */
  at(rule: string, kind: DecisionKind, occurrence: number): Choice | Entry {
    return kind === 'Alternation' ? this.choice(rule, occurrence) : this.entry(rule, kind, occurrence);
  }

  private choice(rule: string, occurrence: number): Choice {
    const choose = this.generated(rule, 'Alternation', occurrence);
    if (rule === 'Name') {
      return function () {
        return canBeName(this.LA(1), this.LA(0), this.LA(2), this.LA(3)) ? choose.call(this) : undefined;
      };
    }
    if (rule === 'Expectation' || rule === 'Act') {
      // `expect` and `never` say what on their own line: the next one, which may begin alike, says something else.
      return function () {
        const isCutShort = startsLine(this.LA(1), this.LA(0)) && this.LA(0).image !== ',';
        return isCutShort ? undefined : choose.call(this);
      };
    }
    return choose;
  }

  private entry(rule: string, kind: DecisionKind, occurrence: number): Entry {
    const choose = this.generated(rule, kind, occurrence);
    const mayEnter = CONDITIONS[rule];
    if (!mayEnter) {
      return function () {
        return choose.call(this) === 0;
      };
    }
    return function () {
      return mayEnter(this.LA(0), this.LA(1), this.LA(2)) && choose.call(this) === 0;
    };
  }

  private generated(rule: string, kind: DecisionKind, occurrence: number): Choice {
    const name = decisionName(rule, kind, occurrence);
    const decision = DECISIONS[name];
    if (!decision) throw new Error(`Nothing is generated for ${name}: run \`npm run generate\``);
    return choiceBetween(decision.ways, this.tokenTypes);
  }
}
