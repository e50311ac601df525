import { readdirSync, readFileSync } from 'node:fs';
import type { Position } from 'vscode-languageserver/node';
import { type MarkedName, readMarkedNames } from '../harness/marked-names.ts';

const FOLDER = new URL('finding/', import.meta.url);
const MARKED = readdirSync(FOLDER).map((path) => ({
  path,
  ...readMarkedNames(path, readFileSync(new URL(path, FOLDER), 'utf8')),
}));

/** The files of `finding/`, by path. */
export const TEXTS: ReadonlyMap<string, string> = new Map(MARKED.map(({ path, text }) => [path, text]));
/** The names that are marked in them. */
export const NAMES: readonly MarkedName[] = MARKED.flatMap(({ names }) => names);

/** Where some words are first found in one of them: where they begin, or where `|` stands in them. `to hear` and `go |to hear` are at the same place. */
export function placeOf(path: string, words: string): Position {
  const text = TEXTS.get(path) ?? '';
  const found = text.indexOf(words.replace('|', ''));
  if (found < 0) throw new Error(`${path} doesn't say \`${words}\``);
  const before = text.slice(0, found + Math.max(0, words.indexOf('|'))).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
