import type { BaseParser, TokenType } from 'chevrotain';

/** How many tokens the parser looks ahead. */
export const MAX_LOOKAHEAD = 3;

/** The places of a rule where the parser decides by what comes next: which of several ways, or whether to go in (again). */
export type DecisionKind = 'Alternation' | 'Option' | 'Repetition' | 'RepetitionMandatory';

/** What is known of a decision before any text is read. */
export interface Decision {
  /** For each way how it can begin, no further than is needed to tell the ways apart: the names of tokens, with spaces between. */
  readonly ways: readonly (readonly string[])[];
  readonly after?: AfterRepetition;
}

/** What stands behind a repetition, as chevrotain wants to know it: a token, if one always does. */
export interface AfterRepetition {
  readonly token?: string | undefined;
  readonly occurrence?: number;
  readonly isEndOfRule: boolean;
}

/** Decisions by `decisionName`. */
export type Decisions = Readonly<Record<string, Decision>>;

/**
 * @param rule as the grammar calls it
 * @param occurrence which of the rule's decisions of that kind, as chevrotain counts them
 */
export function decisionName(rule: string, kind: DecisionKind, occurrence: number): string {
  return `${rule} ${kind} ${occurrence}`;
}

/** The types of tokens by their names. */
export type TokenTypes = Readonly<Record<string, TokenType>>;

/** Which way to take, by its index: the first of those that fit what comes next. */
export type Choice = (this: BaseParser) => number | undefined;

/** The choice that chevrotain would make between the same ways. */
export function choiceBetween(ways: Decision['ways'], tokenTypes: TokenTypes): Choice {
  const beginnings = ways.flatMap((way, index) =>
    way.map((beginning) => ({ index, types: typesOf(beginning, tokenTypes) })),
  );
  if (beginnings.every(({ types }) => types.length === 1)) {
    const wayOf = new Map(beginnings.reverse().map(({ index, types }) => [types[0], index]));
    return function () {
      return wayOf.get(this.LA(1).tokenTypeIdx);
    };
  }
  return function () {
    const fits = (type: number, depth: number) => this.LA(depth + 1).tokenTypeIdx === type;
    return beginnings.find(({ types }) => types.every(fits))?.index;
  };
}

function typesOf(beginning: string, tokenTypes: TokenTypes): number[] {
  const names = beginning === '' ? [] : beginning.split(' ');
  return names.map((name) => {
    const number = tokenTypes[name]?.tokenTypeIdx;
    if (number === undefined) throw new Error(`The grammar has no \`${name}\` any more: run \`npm run generate\``);
    return number;
  });
}
