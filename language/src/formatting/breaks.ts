import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { TEAM_EVENT } from '../parsing/lines.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import { CONTINUED, INDENT, WIDTH, widthOf } from './layout.ts';
import type { SoundMember, Word } from './pieces.ts';

/** Where a line begins. */
export type Place =
  | { readonly kind: 'at'; readonly column: number }
  /** Below another word, so many columns to the left. */
  | { readonly kind: 'below'; readonly word: number; readonly left: number }
  /** Deeper by so many steps than the line on which the word stands that opens the condition. */
  | { readonly kind: 'in-condition'; readonly opener: number; readonly steps: number };

/** A line may begin with a word. */
export interface Break {
  /** What breaks first when a line is too long: the lowest rank, at all places in the line. */
  readonly rank: number;
  readonly place: Place;
  /** `always`; `author`: where the author has it so, or where the line is too long; `width`: where the line is too long. */
  readonly when: 'always' | 'author' | 'width';
}

/** In which order lines break that are too long. Conditions in parentheses have ranks of their own, above `condition`. */
export const RANK = { part: 0, text: 1, condition: 2, value: 1000, list: 1001 } as const;

/** By the number of a word: how a line may begin with it. */
export type Breaks = ReadonlyMap<number, Break>;

/** Members whose condition stands on a line of its own, above the other lines. */
const CONDITION_IS_A_LINE: ReadonlySet<string> = new Set(['Escalation', 'FollowUp', 'AgentCare', 'Trend']);

/** What is known of the line of the member in which a word stands. */
interface LineSoFar {
  /** The line; the member itself for its first one. */
  readonly node: AstNode;
  /** The number of its first word. */
  readonly first: number;
  /** The number of its first text, once there is one. */
  text: number | undefined;
  /** The number of the word that the newest condition follows, once there is one. */
  opener: number | undefined;
  /** How many parentheses are open. */
  depth: number;
}

/**
 * Where the lines of a member may begin, and where they must. A line that goes on does so with a word with which the language expects that, a text, or
 * an entry of a list: with another, `worth` say, it would take a misspelling of it for a line of its own.
 */
export function breaksOf({ member }: SoundMember, words: readonly Word[]): Breaks {
  const lines = linesIn(member);
  const isInline = standsOnOneLine(member, words);
  const breaks = new Map<number, Break>();
  const starts = new Map<AstNode, number>();
  let line: LineSoFar = lineFrom(member, 0);
  for (const [number, word] of words.entries()) {
    const previous = words[number - 1];
    if (!previous) continue;
    const node = lines.get(word.start);
    if (node) {
      line = lineFrom(node, number);
      if (!isInline) breaks.set(number, { rank: RANK.part, place: at(INDENT), when: 'always' });
      continue;
    }
    if (isString(word)) {
      line.text ??= number;
      if (!starts.has(word.node)) starts.set(word.node, number);
    }
    const found =
      conditionBreak(word, previous, member, line) ??
      textBreak(word, previous, starts.get(word.node), line) ??
      listBreak(word, previous, words[number + 1], line) ??
      valueBreak(word, previous, line.node === member);
    if (found) breaks.set(number, found);
    if (word.type === '(') line.depth += 1;
    if (word.type === ')') line.depth -= 1;
    if (opensCondition(word, previous)) line.opener = number;
  }
  return breaks;
}

function lineFrom(node: AstNode, first: number): LineSoFar {
  return { node, first, text: undefined, opener: undefined, depth: 0 };
}

const OPENERS: ReadonlySet<string> = new Set(['when', 'unless', 'until']);

/** Whether a condition follows a word. */
function opensCondition(word: Word, previous: Word): boolean {
  return OPENERS.has(word.type) || (word.type === 'time' && previous.type === 'each');
}

/** The lines that a member has below its first, by the offset of their first word. */
function linesIn(member: ast.Member): ReadonlyMap<number, AstNode> {
  const lines: AstNode[] = [...member.items, ...(ast.isFramework(member) ? member.stages : [])];
  return new Map(lines.flatMap((line) => (line.$cstNode ? [[line.$cstNode.offset, line] as const] : [])));
}

/** A team may have its only line beside its name. */
function standsOnOneLine(member: ast.Member, words: readonly Word[]): boolean {
  const [item, ...more] = member.items;
  if (!ast.isTeam(member) || !item || more.length > 0) return false;
  const first = words.find(({ start }) => start === item.$cstNode?.offset);
  const width = words.reduce((sum, { text }) => sum + 1 + widthOf(text), -1);
  return first?.linesAbove === 0 && width <= WIDTH;
}

/** Whether a member is its first line and what that needs to go on: such members may stand right below each other. */
export function isCompact({ member }: SoundMember, words: readonly Word[]): boolean {
  return linesIn(member).size === 0 || standsOnOneLine(member, words);
}

/** Before `when` and `unless`, and before the `and` and `or` of a condition. */
function conditionBreak(word: Word, previous: Word, member: ast.Member, line: LineSoFar): Break | undefined {
  if (word.type === 'when' || word.type === 'unless') {
    if (line.node !== member) {
      const isPartOfStart = previous.type === 'done' || previous.type === 'skip';
      return isPartOfStart ? undefined : { rank: RANK.part, place: at(CONTINUED), when: 'author' };
    }
    const isLine = CONDITION_IS_A_LINE.has(member.$type) && member.items.length > 0;
    return { rank: RANK.part, place: at(INDENT), when: isLine ? 'always' : 'author' };
  }
  const { opener, depth } = line;
  if (opener !== undefined && ast.isLogic(word.node) && (word.type === 'and' || word.type === 'or')) {
    return { rank: RANK.condition + depth, place: { kind: 'in-condition', opener, steps: depth }, when: 'author' };
  }
  return undefined;
}

/** Before the second string of a text, the other words that may be said, another language, an approval, a stage's goal. */
function textBreak(word: Word, previous: Word, start = 0, { text = 0 }: LineSoFar): Break | undefined {
  if (isString(word) && isString(previous) && word.node === previous.node && ast.isText(word.node)) {
    return { rank: RANK.text, place: { kind: 'below', word: start, left: 0 }, when: 'author' };
  }
  if (word.type === 'or' && ast.isSay(word.node)) {
    return { rank: RANK.text, place: { kind: 'below', word: text, left: 'or '.length }, when: 'author' };
  }
  if (word.type === 'goal' && ast.isStage(word.node)) return { rank: RANK.part, place: at(CONTINUED), when: 'author' };
  const isPart =
    (word.type === 'in' && ast.isTranslation(word.node)) || (word.type === 'approved' && ast.isWording(word.node));
  return isPart ? { rank: RANK.part, place: at(INDENT), when: 'author' } : undefined;
}

/** Before a list of phrases and its exceptions, and behind the commas of any list. */
function listBreak(word: Word, previous: Word, next: Word | undefined, line: LineSoFar): Break | undefined {
  if (ast.isPhraseList(line.node)) {
    const isExcept = word.type === 'except';
    if (isExcept || previous.type === ':') return { rank: RANK.part, place: at(INDENT), when: 'author' };
  }
  if (previous.type !== ',' || canBeMistaken(word, next)) return undefined;
  // The channels of a line are no list that goes on.
  if (line.opener === undefined && MAY_HAVE_CHANNELS.has(line.node.$type)) return undefined;
  return { rank: RANK.list, place: listPlace(word, line), when: 'width' };
}

/** Where the lines of a list begin: below its first entry where that stands in a column. */
function listPlace(word: Word, { node, first, opener }: LineSoFar): Place {
  if (opener !== undefined) return { kind: 'in-condition', opener, steps: 1 };
  if (ast.isBeats(node)) return { kind: 'below', word: first + 1, left: 0 };
  return at(ast.isPhraseList(node) && !isException(word) ? INDENT : CONTINUED);
}

const MAY_HAVE_CHANNELS: ReadonlySet<string> = new Set(['Do', 'Say', 'Ask', 'Offer']);

/** What could begin a line of its own, beginning one here, would be taken for that. */
function canBeMistaken(word: Word, next: Word | undefined): boolean {
  const isName = /^[a-z]+$/.test(word.type);
  return (isName && !RESERVED_WORDS.has(word.type)) || (next !== undefined && TEAM_EVENT.test(next.text));
}

function isException({ node }: Word): boolean {
  return (node.$container && ast.isPhraseList(node.$container) && node.$containerProperty === 'exceptions') ?? false;
}

/** Before a title or a question: only where a line would be too long. */
function valueBreak(word: Word, previous: Word, isMembers: boolean): Break | undefined {
  const isText = isString(word) && ast.isText(word.node) && HAS_MORE_BEFORE_TEXT.has(word.node.$container.$type);
  if (!isText || RIGHT_BEFORE_TEXT.has(previous.type)) return undefined;
  return { rank: RANK.value, place: at(isMembers ? INDENT : CONTINUED), when: 'width' };
}

/** Where more than a word can stand before a text. */
const HAS_MORE_BEFORE_TEXT: ReadonlySet<string> = new Set([
  ...'Heading Signal Field Action Situation Wording PhraseList Team Framework Trigger Step Boundary'.split(' '),
  ...'Escalation FollowUp AgentCare Trend Stage Do Say Ask Offer Tell'.split(' '),
]);
/** Where these stand before a text, nothing is won by a line of its own for it. */
const RIGHT_BEFORE_TEXT: ReadonlySet<string> = new Set(['do', 'say', 'or', 'goal']);

function isString({ type }: Word): boolean {
  return type === 'STRING';
}

function at(column: number): Place {
  return { kind: 'at', column };
}
