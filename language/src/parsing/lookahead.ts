import { type BaseParser, type ILookaheadStrategy, type IToken, LLkLookaheadStrategy } from 'chevrotain';
import { canBeName, startsLine } from './lines.ts';

type OptionalDecision = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];

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
 * A fixed lookahead of three tokens. Against an unbounded one it parses three times as fast, reports an ambiguity when the parser is built
 * instead of when a text meets it, and fails at the token that is wrong, not at the line that holds it.
 */
export class PlaybookLookahead extends LLkLookaheadStrategy {
  constructor() {
    super({ maxLookahead: 3 });
  }

  override buildLookaheadForAlternation(
    options: Alternation,
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    const choose = super.buildLookaheadForAlternation(options);
    const rule = ruleOf(options);
    if (rule === 'Name') {
      return function (this: BaseParser, alternatives): number | undefined {
        return canBeName(this.LA(1), this.LA(0), this.LA(2), this.LA(3)) ? choose.call(this, alternatives) : undefined;
      };
    }
    if (rule === 'Expectation' || rule === 'Act') {
      // `expect` and `never` say what on their own line: the next one, which may begin alike, says something else.
      return function (this: BaseParser, alternatives): number | undefined {
        const isCutShort = startsLine(this.LA(1), this.LA(0)) && this.LA(0).image !== ',';
        return isCutShort ? undefined : choose.call(this, alternatives);
      };
    }
    return choose;
  }

  override buildLookaheadForOptional(
    options: OptionalDecision,
  ): ReturnType<ILookaheadStrategy['buildLookaheadForOptional']> {
    const enters = super.buildLookaheadForOptional(options);
    const mayEnter = CONDITIONS[ruleOf(options)];
    if (!mayEnter) return enters;
    return function (this: BaseParser): boolean {
      return mayEnter(this.LA(0), this.LA(1), this.LA(2)) && enters.call(this);
    };
  }
}

function ruleOf({ rule }: { readonly rule: { readonly name: string } }): string {
  return rule.name.replace('\u200B', '');
}
