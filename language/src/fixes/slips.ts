import { code } from '../findings/words.ts';
import type { Fix, FixContext, Fixer } from './fix.ts';
import { placeOf, type Stretch, write, writeWhatWasMeant } from './written.ts';

/** Writes the words of the language for signs that other languages have, or leaves them out where they mean nothing here. */
export const writeInWords: Fixer<{ readonly characters: string; readonly instead?: string | undefined }> = (
  context,
) => {
  const place = placeOf(context);
  const text = context.document.textDocument.getText();
  const characters = text.slice(place.start, place.end);
  const words = /^write `([^`]+)`$/.exec(context.data.instead ?? '')?.[1];
  if (words !== undefined) return [spaced(context, words, place)];
  if (characters === '#') return [write(context, '//')];
  if (
    /^[-–]$/.test(characters) &&
    /[\d\w]\s*$/.test(
      text
        .slice(0, place.start)
        .split(/[\r\n]/)
        .at(-1) ?? '',
    )
  )
    return [spaced(context, 'to', place)];
  // What stands round the others may be no part of the playbook either.
  if (!/^[-–•;{}%*]+$/.test(characters)) return [];
  return [{ title: `Remove ${code(characters)}`, changes: [{ document: context.document, ...place, text: '' }] }];
};

/** Words in the place of signs, with blanks round them. */
function spaced(context: FixContext<unknown>, words: string, { start, end }: Stretch): Fix {
  const text = context.document.textDocument.getText();
  const [before, after] = [/\S/.test(text[start - 1] ?? ' ') ? ' ' : '', /\S/.test(text[end] ?? ' ') ? ' ' : ''];
  return {
    title: `Write ${code(words)}`,
    changes: [{ document: context.document, start, end, text: `${before}${words}${after}` }],
  };
}

/** Writes what was meant, or makes quotes inside a text part of it. */
export const mendWord: Fixer<{
  readonly suggestion?: string | undefined;
  readonly isBehindQuote?: boolean | undefined;
}> = (context) => (context.data.isBehindQuote ? escapeInnerQuotes(context) : writeWords(context));

/** What is meant may begin before what was found: in `anger is not at least 8` the `not` goes before `anger`. */
function writeWords(context: FixContext<{ readonly suggestion?: string | undefined }>): readonly Fix[] {
  const { suggestion } = context.data;
  if (suggestion === '') return [leaveOut(context)];
  const { start, end } = placeOf(context);
  const before = /[\w-]+\s+$/.exec(context.document.textDocument.getText().slice(0, start))?.[0] ?? '';
  return suggestion?.startsWith(`not ${before.trimEnd()} `)
    ? [write(context, suggestion, { start: start - before.length, end })]
    : writeWhatWasMeant(context);
}

/** Leaves out what was found, with one of the blanks round it. */
function leaveOut(context: FixContext<unknown>): Fix {
  const { document } = context;
  const { start, end: wordEnd } = placeOf(context);
  const text = document.textDocument.getText();
  const dot = /^\d+$/.test(text.slice(start, wordEnd)) && text[wordEnd] === '.' ? 1 : 0;
  const end = wordEnd + dot;
  const isAtEnd = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end));
  const blanks = isAtEnd ? (/[ \t]+$/.exec(text.slice(0, start))?.[0] ?? '') : '';
  const behind = isAtEnd || /\S/.test(text[start - 1] ?? ' ') ? '' : (/^[ \t]+/.exec(text.slice(end))?.[0] ?? '');
  return {
    title: `Remove ${code(text.slice(start, end))}`,
    changes: [{ document, start: start - blanks.length, end: end + behind.length, text: '' }],
  };
}

/** `"she said "hello" to me"`: only where the line has one text with one pair of quotes in it, for of more nobody knows which belong together. */
function escapeInnerQuotes(context: FixContext<unknown>): readonly Fix[] {
  const { document } = context;
  const { start } = placeOf(context);
  const text = document.textDocument.getText();
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const quotes = [...line.matchAll(/(?<!\\)"/g)].map(({ index }) => lineStart + index);
  if (quotes.length !== 4 || quotes[1] !== start - 1) return [];
  return [
    {
      title: `Write ${code('\\"')} for the quotes inside this text`,
      changes: quotes.slice(1, 3).map((at) => ({ document, start: at, end: at, text: '\\' })),
    },
  ];
}

/** Adds the word that is missing, where it can only be that one; or puts into quotes what should stand in them. */
export const addWhatIsExpected: Fixer<{
  readonly expected: string;
  readonly found?: string | undefined;
  readonly instead?: string | undefined;
}> = (context) => {
  const { expected, found, instead } = context.data;
  if (instead !== undefined) return [write(context, instead)];
  const { document } = context;
  const { start, end } = placeOf(context);
  const word = /^`([^`]+)`$/.exec(expected)?.[1];
  if (word !== undefined && found === undefined) {
    const text = /^\w/.test(word) ? ` ${word}` : word;
    return [{ title: `Add ${code(word)}`, changes: [{ document, start: end, end, text }] }];
  }
  if (found === undefined || !/\bin quotes\b/.test(expected)) return [];
  const words =
    /^[\p{L}\d][^\r\n"“”]*?(?=\s*(?:\/\/|[\r\n]|$)| (?:when|unless|and|or) \(?(?:not )?(?:customer|[\w-]+) (?:is|has|says)\b)/u.exec(
      document.textDocument.getText().slice(start),
    )?.[0];
  if (words === undefined) return [];
  return [write(context, `"${words.replace(/[\\{}]/g, '\\$&')}"`, { start, end: start + words.length })];
};
