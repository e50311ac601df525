import { code } from '@poise/language';
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface JsonReading {
  /** As much as could be understood, also where something is broken. */
  readonly root: Node | undefined;
  /** The first thing that makes this no JSON, in words. What follows it may only follow from it. */
  readonly broken?: Span & { readonly problem: string };
}

/** More than any configuration has, and less than what would take a reader's whole stack. */
const DEEPEST = 100;

/** Reads strict JSON: what every other program reads without being told how. Any text gives a result. */
export function readJson(text: string): JsonReading {
  const tooDeep = depthBeyondLimit(text);
  if (tooDeep) return { root: undefined, broken: { ...tooDeep, problem: 'braces stand inside each other too deep' } };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (!first) return { root };
  return { root, broken: { ...placeOf(first, text), problem: problemOf(first, text) } };
}

/** The reader calls itself for what is inside: a hundred thousand braces would be too much for it. */
function depthBeyondLimit(text: string): Span | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const first = text.charAt(offset);
    if (first === '{' || first === '[') depth += 1;
    if (first === '}' || first === ']') depth -= 1;
    if (depth > DEEPEST) return { offset, length: 1 };
  }
  return undefined;
}

/** Where the text ends too early, its last character is marked: there is a line to show. */
function placeOf({ offset, length }: ParseError, text: string): Span {
  if (length > 0) return { offset, length };
  const end = text.trimEnd().length;
  return end === 0 ? { offset: 0, length: 0 } : { offset: end - 1, length: 1 };
}

function problemOf({ error, offset, length }: ParseError, text: string): string {
  const found = text.slice(offset, offset + length);
  const isAfterComma = text.slice(0, offset).trimEnd().endsWith(',');
  if (isAfterComma && (found === '}' || found === ']')) return 'nothing follows the last comma: leave the comma out';
  if (text.trim() === '') return 'this file is empty: write `{}` where nothing is set';
  const end = found === '' ? 'but the file ends here' : `not ${code(found)}`;
  switch (printParseErrorCode(error)) {
    case 'InvalidCommentToken':
      return "remarks can't stand in this file: leave them out";
    case 'PropertyNameExpected':
      return `the name of a setting in double quotes belongs here, ${end}`;
    case 'ValueExpected':
      return `a value belongs here, ${end}`;
    case 'ColonExpected':
      return `a colon belongs between a setting's name and its value, ${end}`;
    case 'CommaExpected':
      return 'a comma is missing before this';
    case 'CloseBraceExpected':
      return 'a closing brace is missing: add `}` at the end';
    case 'CloseBracketExpected':
      return 'a closing bracket is missing: add `]` at the end';
    case 'EndOfFileExpected':
      return 'the settings have ended above: nothing can follow their last brace';
    case 'UnexpectedEndOfString':
      return 'this text has no closing quote: add `"` at its end';
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return 'a backslash in this text means nothing: for a backslash itself write `\\\\`';
    case 'InvalidCharacter':
      return 'there is an invisible character in this text: write it again';
    default:
      return `this can't be read: texts stand in double quotes, ${end}`;
  }
}
