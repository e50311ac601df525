import type { FindingParameters } from '../findings/catalogue.ts';
import { nearest } from '../findings/words.ts';
import { CONTINUATIONS, synonymOf } from './slips.ts';

/** What to say of a word that goes on with nothing: what stands before it, and what it may be meant for. */
export function unexpectedWord(text: string, offset: number, found: string): FindingParameters<'unexpected-word'> {
  const isWord = /^[\w\u00c0-\uffff]/.test(found);
  if (isWord && text[offset - 1] === '"') return { found: shorten(found), isBehindQuote: true };
  const after = lastWords(text, offset);
  const suggestion = synonymOf(found) ?? (isWord ? nearest(found, CONTINUATIONS) : undefined);
  return {
    found: shorten(found),
    ...(after !== '' && { after }),
    ...(suggestion !== undefined && suggestion !== found && { suggestion }),
  };
}

/** The last two words of a line before an offset; a text in quotes is one. Empty at the beginning of a line. */
export function lastWords(text: string, end: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 80), end);
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  const last = words.at(-1) ?? '';
  return last.startsWith('"') ? shorten(last) : words.slice(-2).join(' ');
}

/** What was written, cut where a message would get too long. */
export function shorten(written: string): string {
  return written.length > 32 ? `${written.slice(0, 30)}…` : written;
}
