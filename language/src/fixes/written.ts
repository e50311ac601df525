import { code } from '../findings/words.ts';
import type { Fix, FixContext, Fixer, Source } from './fix.ts';

/** A stretch of a file, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where something was found. */
export function placeOf({ found, document }: Pick<FixContext<unknown>, 'found' | 'document'>): Stretch {
  const [start, end] = [found.range.start, found.range.end].map((place) => document.textDocument.offsetAt(place));
  return { start: start ?? 0, end: end ?? 0 };
}

/** Writes something in the place of what was found, or of another stretch. */
export function write(
  context: Pick<FixContext<unknown>, 'found' | 'document'>,
  text: string,
  place = placeOf(context),
): Fix {
  return writing(context.document, text, place);
}

/** Writes something in the place of a stretch of a file. */
export function writing(document: Source, text: string, { start, end }: Stretch): Fix {
  return { title: `Write ${code(text)}`, changes: [{ document, start, end, text }] };
}

/** Writes what was most likely meant. Of what stands in quotes or braces, those stay. */
export const writeWhatWasMeant: Fixer<{ readonly suggestion?: string | undefined }> = (context) => {
  const { suggestion } = context.data;
  if (suggestion === undefined) return [];
  const text = context.document.textDocument.getText(context.found.range);
  const quotes = /^["{].*["}]$/s.test(text) && !suggestion.startsWith('{') ? 1 : 0;
  const { start, end } = placeOf(context);
  return [write(context, suggestion, { start: start + quotes, end: end - quotes })];
};

/** Writes what the message proposes in the place of what was found. */
export const writeTheProposal: Fixer<{ readonly proposal?: string | undefined }> = (context) =>
  context.data.proposal === undefined ? [] : [write(context, context.data.proposal)];

/** The same where several may be meant. */
export const writeAProposal: Fixer<{ readonly proposals: readonly string[] }> = (context) =>
  context.data.proposals.map((proposal) => write(context, proposal));

/** Writes a value of the right kind. */
export const writeInstead: Fixer<{ readonly instead?: string | undefined }> = (context) =>
  context.data.instead === undefined ? [] : [write(context, context.data.instead)];

/** Writes a number without its commas. */
export const writePlainly: Fixer<{ readonly plain: string }> = (context) => [write(context, context.data.plain)];

/** Writes the smallest number that is large enough. */
export const writeTheLeast: Fixer<{ readonly least: number }> = (context) => [
  write(context, String(context.data.least)),
];

/** Writes the largest number that is small enough. */
export const writeTheMost: Fixer<{ readonly most: number }> = (context) => [write(context, String(context.data.most))];

/** Gives a number the unit that its fact is kept in. The number itself is for the author to look at. */
export const writeTheUnit: Fixer<{ readonly written: string; readonly unit?: string | undefined }> = (context) => {
  const { written, unit } = context.data;
  const [number] = written.split(/\s/);
  return number === undefined || unit === undefined || / /.test(unit) ? [] : [write(context, `${number} ${unit}`)];
};

/** Writes a status that there is. */
export const writeAStatus: Fixer<{ readonly statuses: readonly string[]; readonly suggestion?: string | undefined }> = (
  context,
) =>
  context.data.suggestion === undefined
    ? context.data.statuses.map((status) => write(context, status))
    : writeWhatWasMeant(context);
