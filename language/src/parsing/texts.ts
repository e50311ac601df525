import type * as ast from '../generated/ast.ts';
import { type Placeholder, readString, type StringProblem, stringValue } from './strings.ts';

/** A `{name}` or a problem in one of the strings of a text: `part` says in which, and `start` and `end` are offsets in it. */
export type InPart<What> = What & { readonly part: number };
type PlaceholderProblem = Extract<StringProblem, { kind: 'bad-placeholder' }>;

/** The words of a text, its placeholders as written; empty where there is none. */
export function textValue(text: ast.Text | undefined): string {
  return (text?.parts ?? []).map(stringValue).join(' ');
}

/** The placeholders of a text, in order. */
export function placeholdersOf(text: ast.Text): InPart<Placeholder>[] {
  return inEachPart(text, (raw) => readString(raw).segments.filter((segment) => typeof segment !== 'string'));
}

/** The braces of a text that are no placeholders. */
export function strayBracesOf(text: ast.Text): InPart<PlaceholderProblem>[] {
  return inEachPart(text, (raw) => readString(raw).problems.filter((problem) => problem.kind === 'bad-placeholder'));
}

function inEachPart<Found extends object>(text: ast.Text, find: (raw: string) => readonly Found[]): InPart<Found>[] {
  // Nearly all texts have no braces: they needn't be read.
  return (text.parts ?? []).flatMap((raw, part) =>
    raw.includes('{') || raw.includes('}') ? find(raw).map((found) => ({ ...found, part })) : [],
  );
}
