import type { FindingParameters } from '../findings/catalogue.ts';
import { shortened } from '../findings/shortened.ts';
import { nearest } from '../findings/words.ts';
import type { Slip } from './slips/slip.ts';
import { CONTINUATIONS, synonymOf } from './slips/synonyms.ts';

/** How much of what was written a message shows. */
export const MOST_SHOWN = 32;

/** What to say of a word that goes on with nothing: what stands before it, and what it may be meant for. */
export function unexpectedWord(text: string, offset: number, found: string): FindingParameters<'unexpected-word'> {
  const isWord = /^[\w\u00c0-\uffff]/.test(found);
  if (isWord && text[offset - 1] === '"') return { found: shortened(found, MOST_SHOWN), isBehindQuote: true };
  const after = lastWords(text, offset);
  const suggestion = synonymOf(found) ?? (isWord ? continuationFor(found) : undefined);
  return {
    found: shortened(found, MOST_SHOWN),
    ...(after !== '' && { after }),
    ...(suggestion !== undefined && suggestion !== found && { suggestion }),
  };
}

/** The word that goes on with a line which one like it was meant for: of short words only the same one, for there are too many. */
function continuationFor(found: string): string | undefined {
  const isLong = (word: string) => Math.max(word.length, found.length) > 3;
  return nearest(
    found,
    CONTINUATIONS.filter((word) => isLong(word) || word === found.toLowerCase()),
  );
}

/** What to say of a slip. */
export function slippedWord(
  { start, end, suggestion, instead }: Slip,
  text: string,
): FindingParameters<'unexpected-word'> {
  return {
    found: shortened(text.slice(start, end), MOST_SHOWN),
    ...(suggestion !== undefined && { suggestion }),
    ...(instead !== undefined && { instead }),
  };
}

/** The last two words of a line before an offset; a text in quotes is one. Empty at the beginning of a line. */
export function lastWords(text: string, end: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 80), end);
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  const last = words.at(-1) ?? '';
  return last.startsWith('"') ? shortened(last, MOST_SHOWN) : words.slice(-2).join(' ');
}
