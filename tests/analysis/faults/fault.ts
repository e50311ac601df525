import type { FindingCode } from '@poise/language';
import type { Sources } from '../corpus/template.ts';
import type { Page } from './page.ts';

/** A workspace with one fault in it. */
export interface Planted {
  readonly sources: Sources;
  /** The file that was changed. */
  readonly file: string;
  /** The lines at one of which it has to be found, counted from 1. */
  readonly lines: readonly number[];
  /** Where two files are about it: the files in one of which it has to be found, at any line. */
  readonly anywhere?: readonly string[];
}

/** A kind of mistake, and how to make it. */
export interface Fault {
  /** What is wrong, as in `a condition that contradicts itself`. */
  readonly name: string;
  /** The codes of which one has to be found. */
  readonly codes: readonly FindingCode[];
  /** Makes the mistake at every place of a sound workspace where it can be made: each time at one of them. */
  plant(sources: Sources): Iterable<Planted>;
}

/** What is put in the place of some lines. Without `remove` the line stays, and what is put in stands before it. */
export interface Edit {
  readonly line: number;
  readonly remove?: number;
  readonly put?: readonly string[];
}

/** Stands before the lines at which a fault has to be found; it is taken away again. */
export const HERE = '»';

/** A workspace in which some lines of a file are others. */
export function planted(sources: Sources, page: Page, ...edits: readonly Edit[]): Planted {
  const lines = [...page.lines];
  // From the end, so that the numbers of the lines above stay right.
  for (const { line, remove = 0, put = [] } of [...edits].sort((one, other) => other.line - one.line)) {
    lines.splice(line, remove, ...put);
  }
  const marked = lines.flatMap((line, index) => (line.startsWith(HERE) ? [index + 1] : []));
  const text = lines.map((line) => (line.startsWith(HERE) ? line.slice(HERE.length) : line)).join('\n');
  return { sources: new Map(sources).set(page.file, text), file: page.file, lines: marked };
}

/** The edit that only says: here. */
export function here({ lines }: Page, line: number): Edit {
  return { line, remove: 1, put: [`${HERE}${lines[line]}`] };
}
