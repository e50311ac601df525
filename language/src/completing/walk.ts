import type { IToken } from 'chevrotain';
import { canBeName, startsLine } from '../parsing/lines.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import type { Expected, RuleStates, State } from './grammar-states.ts';

/** A rule that has been begun and not ended, on the way from the file down to the word at hand. */
export interface Frame {
  readonly rule: string;
  /** What it is in the frame around it, as the grammar calls it. */
  readonly property: string | undefined;
  readonly parent: Frame | undefined;
  readonly returnTo: State | undefined;
  /** The words that have been read for its properties, and the rules that were ended in it; the last first. */
  readonly read: Read | undefined;
  /** Whether any word of it has been read. */
  readonly isBegun: boolean;
}

/** A linked list, so that ways that part share what they have in common. */
interface Read {
  readonly property: string | undefined;
  readonly word: IToken | undefined;
  readonly frame: Frame | undefined;
  readonly before: Read | undefined;
}

/** A place that has been reached in the grammar. */
export interface Reached {
  readonly state: State;
  readonly frame: Frame;
}

/** What may stand next, in which frame, and what comes behind it. */
export interface Expectation {
  readonly expected: Expected;
  readonly property: string | undefined;
  readonly frame: Frame;
  readonly next: State;
}

/** Where in the text a word stands or would stand, as far as that says what it may be. */
export interface Surroundings {
  /** It is the first of its line. */
  readonly isFirst: boolean;
  /** The word before it. */
  readonly previous: IToken | undefined;
}

/** On a line of its own what is said here isn't looked for: `parsing/lookahead.ts` has the same. */
const ON_ONE_LINE: ReadonlySet<string> = new Set(['CustomerDecides', 'ExpectEscalation']);
const BEGUN_ON_ONE_LINE: ReadonlySet<string> = new Set(['Act', 'Expectation']);

/** The beginning of a rule. */
export function beginningOf(rule: RuleStates, state: State, parent?: Reached): Reached {
  const frame: Frame = {
    rule: rule.name,
    property: undefined,
    parent: parent?.frame,
    returnTo: parent?.state,
    read: undefined,
    isBegun: true,
  };
  return { state, frame };
}

/** All that may stand next. */
export function expectationsAt(reached: readonly Reached[], { isFirst, previous }: Surroundings): Expectation[] {
  const found: Expectation[] = [];
  const seen = new Map<Frame, Set<State>>();
  const isCutShort = isFirst && previous?.image !== ',';
  const visit = (state: State, frame: Frame): void => {
    let states = seen.get(frame);
    if (!states) {
      states = new Set();
      seen.set(frame, states);
    }
    if (states.has(state)) return;
    states.add(state);
    for (const edge of state.edges) {
      if (edge.kind === 'nothing') visit(edge.next, frame);
      else if (edge.kind === 'rule') {
        if (isCutShort && BEGUN_ON_ONE_LINE.has(edge.rule.name)) continue;
        visit(edge.rule.first, {
          rule: edge.rule.name,
          property: edge.property,
          parent: frame,
          returnTo: edge.next,
          read: undefined,
          isBegun: false,
        });
      } else if (!(isFirst && edge.expected.kind === 'reference' && ON_ONE_LINE.has(frame.rule))) {
        found.push({ expected: edge.expected, property: edge.property, frame, next: edge.next });
      }
    }
    if (state.isEnd && frame.parent && frame.returnTo) visit(frame.returnTo, ended(frame, frame.parent));
  };
  for (const { state, frame } of reached) visit(state, frame);
  return found;
}

/** The frame around one that has ended. */
function ended(frame: Frame, parent: Frame): Frame {
  return { ...parent, isBegun: true, read: { property: frame.property, word: undefined, frame, before: parent.read } };
}

/** Reads one word more; nothing is reached where it doesn't fit. */
export function step(expectations: readonly Expectation[], token: IToken, { fits }: { fits: Fits }): Reached[] {
  return expectations.flatMap(({ expected, property, frame, next }) => {
    if (!fits(expected, token)) return [];
    const begun = begin(frame);
    return [
      { state: next, frame: { ...begun, read: { property, word: token, frame: undefined, before: begun.read } } },
    ];
  });
}

function begin(frame: Frame): Frame {
  if (frame.isBegun) return frame;
  return { ...frame, isBegun: true, parent: frame.parent && begin(frame.parent) };
}

type Fits = (expected: Expected, token: IToken) => boolean;

/** What words lead to; nothing where one of them doesn't fit. */
interface Walked {
  readonly reached: readonly Reached[];
  /** How many of them fit. */
  readonly read: number;
}

/** Reads words from a place on. */
export function walk(from: Reached, tokens: readonly IToken[]): Walked {
  let reached: Reached[] = [from];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const isFirst = index > 0 && startsLine(token, previous);
    const mayBeName = canBeName(token, previous, tokens[index + 1], tokens[index + 2]);
    reached = step(expectationsAt(reached, { isFirst, previous }), token, {
      fits: (expected, word) => fits(expected, word, index === 0 || mayBeName),
    });
    if (reached.length === 0) return { reached, read: index };
  }
  return { reached, read: tokens.length };
}

function fits(expected: Expected, { image, tokenType: { name: type } }: IToken, mayBeName: boolean): boolean {
  switch (expected.kind) {
    case 'keyword':
      return type === expected.word;
    case 'value':
      return type === expected.terminal;
    case 'name':
    case 'reference': {
      if (type === 'ID') return true;
      if (expected.kind === 'reference' && expected.isPlain) return false;
      return mayBeName && (type === 'CURRENCY' || (/^[a-z]+$/.test(type) && !RESERVED_WORDS.has(image)));
    }
  }
}

/** The words that have been read in a frame itself, in order. */
export function wordsRead({ read }: Frame): { readonly property: string | undefined; readonly image: string }[] {
  const words: { property: string | undefined; image: string }[] = [];
  for (let one = read; one; one = one.before)
    if (one.word) words.unshift({ property: one.property, image: one.word.image });
  return words;
}

/** The words that have been read for a property, in order. */
export function wordsOf(frame: Frame, property: string): string[] {
  return wordsRead(frame).flatMap((word) => (word.property === property ? word.image : []));
}

/** The rules that have been ended in a frame, in order. */
export function endedIn({ read }: Frame): Frame[] {
  const frames: Frame[] = [];
  for (let one = read; one; one = one.before) if (one.frame) frames.unshift(one.frame);
  return frames;
}

/** The nearest frame of one of these rules, from the inside out. */
export function frameOf(frame: Frame | undefined, ...rules: readonly string[]): Frame | undefined {
  for (let one = frame; one; one = one.parent) if (rules.includes(one.rule)) return one;
  return undefined;
}
