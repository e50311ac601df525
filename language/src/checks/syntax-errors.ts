import { CstUtils, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { finding } from '../findings/catalogue.ts';
import type { Finding, FindingText } from '../findings/finding.ts';
import { shortened } from '../findings/shortened.ts';
import { oneOf } from '../findings/words.ts';
import type * as ast from '../generated/ast.ts';
import type { LexingFinding } from '../parsing/lexing-finding.ts';
import { startOfLine } from '../parsing/line-ends.ts';
import { misfitOf, type SeenToken } from '../parsing/parser-errors.ts';
import { isOfNoKind } from '../parsing/recovery.ts';
import { MEMBERS } from '../structure/placement.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import { slipAt } from './slips/slip-at.ts';
import { TEXTS } from './texts.ts';
import { lastWords, MOST_SHOWN, slippedWord, unexpectedWord } from './unexpected-words.ts';

type ParserError = LangiumDocument<ast.PlaybookFile>['parseResult']['parserErrors'][number];
type Token = ParserError['token'];

/** What a name stands for, by the rule that wants it. */
const NAMES: Readonly<Record<string, string>> = {
  Comparison: 'a condition, such as `anger is at least 8`',
  GoTo: 'the name of a step',
  StepMilestone: 'the name of a step',
  AgentCompletes: 'the name of a step',
  ExpectStep: 'the name of a step',
  StageReference: 'the name of a stage',
  StageMilestone: 'the name of a stage',
  Follows: 'the name of a framework',
  Ask: 'the name of a field',
  Record: 'the name of a field',
  AlwaysRecord: 'the name of a field',
  AgentRecords: 'the name of a field',
  MentionAct: 'the name of a signal or field',
  HandOver: 'the name of a signal or field',
  FactValue: 'the name of a signal or field',
  GivenFact: 'the name of a signal or field',
  Consult: 'the name of a team',
  EscalateTo: 'the name of a team',
  Otherwise: 'the name of a team',
  Approval: 'the name of a team',
  FirstRung: 'the name of a team',
  LaterRung: 'the name of a team',
  OnChannels: 'the name of a channel',
  ContinueWith: 'the name of a playbook',
  Complete: 'the name of a playbook',
  Beats: 'the name of what it beats, or `everything`',
  OfferAct: 'the name of an offer, or `anything`',
  AgentOffers: 'the name of an offer',
  AlwaysOffer: 'the name of an offer',
  AlwaysSay: 'the name of a wording or phrase list',
  DoAct: 'the name of an action',
  Status: '`draft`, `active` or `retired`',
  PhraseListReference: 'the name of a phrase list',
};

/** Stands for the workspace's usual currency. */
const USUAL_CURRENCY = '¤';

/** What a whole part of a line is, by its rule. */
const PARTS: Readonly<Record<string, string>> = {
  Condition: 'a condition, such as `anger is at least 8`',
  Operand: 'a condition, such as `anger is at least 8`',
  Atom: 'a condition, such as `anger is at least 8`',
  Literal: 'a value, such as `8`, `yes` or a choice',
  Quantity: 'a number or a date',
  NumberLiteral: 'a value, such as `8`, `yes` or a choice',
  Relation: '`is …` or `has been …`',
  Act: 'an act, such as `say`, `offer`, `warn` or `end conversation`',
  ValueType: 'what kind of value it is, such as `yes or no`, `from 0 to 10`, `one of …` or `text`',
  Duration: 'a length of time, such as `5 minutes`',
  TimeUnit: 'a unit of time, such as `minutes`',
  Unit: 'a unit, such as `minutes` or `¤`',
  Amount: 'an amount, such as `200 ¤`',
  Money: 'an amount, such as `200 ¤`',
  DayRange: 'days, such as `monday to friday`, or `daily`',
  Weekday: 'a day of the week, such as `monday`',
  Milestone: '`step`, `stage` or `close`',
  Response: 'what happens then: `warn`, `escalate to` or `end conversation`',
  Expectation: 'what is expected, such as `step`, `offer blocked` or `escalation`',
  PhraseSource: 'a phrase in quotes, or the name of a phrase list',
};

/** What a token that isn't a keyword is. */
const TERMINALS: Readonly<Record<string, string>> = {
  STRING: 'a text in quotes',
  ID: 'a name',
  NUMBER: 'a number',
  DATE: 'a date, such as `2026-11-30`',
  TIME: 'a time of day, such as `08:00`',
  VERSION: 'a version, such as `1.0.0`',
  CURRENCY: 'a currency, such as `¤`',
};

/** What people may have meant by characters or words that the language doesn't have. */
const INSTEAD: Readonly<Record<string, string>> = {
  '>=': 'write `is at least`',
  '<=': 'write `is at most`',
  '>': 'write `is more than`',
  '<': 'write `is less than`',
  '=': 'in a condition write `is`, in a scenario nothing',
  '==': 'write `is`',
  '!=': 'write `is not`',
  '&&': 'write `and`',
  '&': 'write `and`',
  '||': 'write `or`',
  '!': 'write `not`',
  '{': 'there are no braces, each part begins with its own word',
  '}': 'there are no braces, each part ends where the next begins',
  ';': 'lines need nothing at their end',
  '/*': 'a remark begins with `//` and runs to the end of its line',
  '*/': 'a remark begins with `//` and runs to the end of its line',
  '#': 'a remark begins with `//`',
  '£': 'write amounts with the currency behind, such as `200 GBP`',
  '€': 'write amounts with the currency behind, such as `200 EUR`',
  $: 'write amounts with the currency behind, such as `200 USD`',
  "'": 'texts stand in double quotes',
  '%': 'percentages are plain numbers, such as `80`',
  '-': 'between two days or times write `to`, before a line nothing',
  '–': 'between two days or times write `to`, before a line nothing',
  '•': 'before a line write nothing',
  '/': 'paths and phrases stand in double quotes',
};

/**
 * The lexer's and the parser's errors, in our words. `withoutNoise` leaves one of them to a line.
 *
 * @param currency of amounts that are proposed
 */
export function syntaxFindings(
  { parseResult, textDocument }: LangiumDocument<ast.PlaybookFile>,
  currency: string,
): Finding[] {
  const text = textDocument.getText();
  const lexical = parseResult.lexerErrors as (ParserErrorLike & Partial<LexingFinding>)[];
  const described = [
    ...lexical.map(({ offset, length, finding: found }) => ({
      text: found ?? strayCharacters(text.slice(offset, offset + length)),
      range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) },
    })),
    ...parseResult.parserErrors.flatMap(
      (error) => slipOf(error, text, textDocument) ?? describe(error, text, currency) ?? [],
    ),
  ];
  return described.map(({ text: words, range }) => ({ ...words, range, related: [] }));
}

interface ParserErrorLike {
  readonly offset: number;
  readonly length: number;
}

function strayCharacters(characters: string): FindingText {
  const shown = [...characters].slice(0, 20).map(printable).join('');
  const instead = Object.hasOwn(INSTEAD, characters) ? INSTEAD[characters] : INSTEAD[characters[0] ?? ''];
  return finding('stray-character', { characters: shown, ...(instead !== undefined && { instead }) });
}

/** Control characters, so that a message shows which it was. */
function printable(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const invisible =
    point < 0x20 || (point >= 0x7f && point < 0xa0) || (point >= 0xd800 && point < 0xe000) || point === 0xfffd;
  return invisible ? `U+${point.toString(16).toUpperCase().padStart(4, '0')}` : character;
}

/** A slip that explains the error, with the very words to change. */
function slipOf(
  error: ParserError,
  text: string,
  textDocument: LangiumDocument['textDocument'],
): { text: FindingText; range: Range } | undefined {
  const { token } = error;
  const previous = 'previousToken' in error ? (error.previousToken as Token) : undefined;
  const number = numberTakenForTime(error, previous, text);
  const goesOn = hasPlace(token) && (!previous || !hasPlace(previous) || previous.endLine === token.startLine);
  // Where nothing could follow, the parser has skipped words before it says so: what it takes for the word before is one of them.
  const isOver = misfitOf(error.message).expected.every((name) => name === 'EOF');
  // A line that has come to an end too early makes sense up to its last word.
  const place = number ?? (goesOn || isOver || isOfNoKind(error) || !previous ? token : previous).startOffset;
  if (!(place >= 0)) return undefined;
  const slip = slipAt(text, place);
  const found = slip
    ? slippedWord(slip, text)
    : number !== undefined && unexpectedWord(text, number, wordAt(text, number));
  if (!found) return undefined;
  const [start, end] = slip ? [slip.start, slip.end] : [place, place + found.found.length];
  return {
    text: finding('unexpected-word', found),
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
  };
}

/** Where the number stands that is taken for the beginning of `… minutes pass`. In the middle of a line it begins none: what went wrong stands before it. */
function numberTakenForTime(error: ParserError, previous: Token | undefined, text: string): number | undefined {
  if (!previous || !error.context.ruleStack.some((rule) => rule.startsWith('TimePasses'))) return undefined;
  const end = (previous.endOffset ?? previous.startOffset) + 1;
  const line = text.slice(Math.max(startOfLine(text, end), end - 80), end);
  const number = /\S.*?(-?\d[\d.]*)(?: +[a-zA-Z]+)?$/.exec(line);
  return number?.[1] === undefined ? undefined : end - number[0].length + number[0].lastIndexOf(number[1]);
}

function wordAt(text: string, offset: number): string {
  return /^\S+/.exec(text.slice(offset, offset + MOST_SHOWN))?.[0] ?? '';
}

/** What recovery made up stands nowhere. */
function hasPlace(token: SeenToken): boolean {
  return CstUtils.isValidTokenRange(token as Token) && token.image !== '';
}

function rangeOfToken(token: SeenToken): Range {
  return CstUtils.tokenToRange(token as Token);
}

function describe(error: ParserError, text: string, currency: string): { text: FindingText; range: Range } | undefined {
  const misfit = misfitOf(error.message);
  const previous = 'previousToken' in error ? (error.previousToken as SeenToken) : undefined;
  const before = misfit.before ?? (previous && hasPlace(previous) ? previous : undefined);
  const here = misfit.found ?? (hasPlace(error.token) ? error.token : undefined);
  // Where no kind of line fits, the line's own first word is what is wrong, not the line before.
  const sameLine = here && (!before || before.endLine === here.startLine || (isOfNoKind(error) && !misfit.found));
  const place = sameLine ? here : (before ?? here);
  if (!place) return undefined;
  const range = rangeOfToken(place);
  const rules = error.context.ruleStack.map((rule) => rule.replace('\u200B', ''));
  const expected = misfit.expected.filter((name) => name !== 'EOF');
  const after = before && wordsBefore(text, before);
  const found = sameLine ? shortened(here.image, MOST_SHOWN) : undefined;

  if (expected.length === 0 && here) {
    return {
      text: finding('unexpected-word', unexpectedWord(text, here.startOffset, here.image)),
      range: rangeOfToken(here),
    };
  }
  const wantsName = rules.includes('Name') || expected.includes('ID');
  const isMeantAsName = RESERVED_WORDS.has(here?.image ?? '') && !GOES_ON.has(here?.image ?? '');
  if (sameLine && wantsName && isMeantAsName && before && BEFORE_NEW_NAMES.has(before.image)) {
    return { text: finding('reserved-word', { word: here.image, after: before.image }), range };
  }
  return {
    text: finding('expected-something', {
      expected: describeExpected(expected, rules).replace(USUAL_CURRENCY, currency),
      ...(after !== undefined && { after }),
      ...(found !== undefined && { found }),
    }),
    range,
  };
}

/** Words with which a line goes on behind its name, which is missing where one of them comes first. */
const GOES_ON: ReadonlySet<string> = new Set(['when', 'unless', 'until', 'within', 'worth']);

/** The words right behind which a name is given. */
const BEFORE_NEW_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(MEMBERS).map((member) => member.keyword),
  ...['up', 'care', 'stage', 'offer', 'promise'],
]);

function describeExpected(expected: readonly string[], rules: readonly string[]): string {
  const innermostFirst = [...rules].reverse();
  const from = (table: Readonly<Record<string, string>>) => {
    const rule = innermostFirst.find((name) => Object.hasOwn(table, name));
    return rule === undefined ? undefined : table[rule];
  };
  const rule = innermostFirst[0] ?? '';
  if (expected.length === 1 && expected[0] === 'STRING') return from(TEXTS) ?? 'a text in quotes';
  if (Object.hasOwn(PARTS, rule)) return PARTS[rule] ?? '';
  if (expected.includes('ID') && !expected.includes('STRING')) return from(NAMES) ?? 'a name';
  if (expected.includes('STRING') && expected.includes('ID')) return from(TEXTS) ?? 'a text in quotes, or a name';
  if (expected.length > 5) return from(PARTS) ?? 'something else';
  const terminals = expected.flatMap((name) => TERMINALS[name] ?? []);
  const keywords = expected.filter((name) => !Object.hasOwn(TERMINALS, name));
  return [...terminals, ...(keywords.length > 0 ? [oneOf(keywords)] : [])].join(' or ');
}

/** The last words before a place, up to the end of a token: enough for the reader to see where it is. */
function wordsBefore(text: string, token: SeenToken): string {
  const end = (token.endOffset ?? token.startOffset) + 1;
  if (token.tokenType.name === 'STRING') return shortened(text.slice(token.startOffset, end), MOST_SHOWN);
  return lastWords(text, end);
}
