import { code } from '../findings/words.ts';
import { escaped, readString } from '../parsing/strings.ts';
import { endBelow } from '../parsing/texts-over-lines.ts';
import type { Fixer } from './fix.ts';
import { placeOf, write } from './written.ts';

/** Closes a text at the end of its line. */
export const closeQuote: Fixer<unknown> = (context) => {
  const { start, end } = placeOf(context);
  const written = context.document.textDocument.getText().slice(start, end).trimEnd();
  // A backslash would make the quote a part of the text.
  if (/(?<!\\)(?:\\\\)*\\$/.test(written)) return [];
  const places = [start + written.length, ...quotesBelow(context.document.textDocument.getText(), end)];
  return [
    {
      title: `Add ${code('"')} at the end of ${places.length > 1 ? 'each line of ' : ''}this text`,
      changes: places.map((at) => ({ document: context.document, start: at, end: at, text: '"' })),
    },
  ];
};

/** Where a text that goes on below lacks quotes there: round each line, but for the end of the last. */
function quotesBelow(text: string, end: number): readonly number[] {
  const below = text.slice(end, endBelow(text, end) ?? end);
  const words = [...below.matchAll(/\S(?:[^\r\n]*\S)?/g)];
  return words.flatMap(({ 0: line, index }) => [end + index, end + index + line.length]).slice(0, -1);
}

/** Puts a text into straight double quotes. */
export const writeStraightQuotes: Fixer<unknown> = (context) => {
  const { start, end } = placeOf(context);
  const { text, segments, problems } = readString(context.document.textDocument.getText().slice(start, end));
  if (problems.some(({ kind }) => kind === 'unknown-escape')) return [];
  const inside = segments.map((part) => (typeof part === 'string' ? escaped(part) : `{${part.name}}`)).join('');
  const title = `Write ${code(`"${text}"`)}, in straight double quotes`;
  return [{ title, changes: [{ document: context.document, start, end, text: `"${inside}"` }] }];
};

/** Makes a backslash one of the text. */
export const escapeBackslash: Fixer<unknown> = (context) => {
  const { start } = placeOf(context);
  return [write(context, '\\\\', { start, end: start + 1 })];
};

/** Makes braces part of the text: nothing is filled in then. */
export const escapeBraces: Fixer<unknown> = (context) => {
  const written = context.document.textDocument.getText(context.found.range);
  return [write(context, written.replace(/[{}]/g, '\\$&'))];
};

/** Says it in a normal voice. Where a sentence begins, so does a capital. */
export const speakSoftly: Fixer<{ readonly words: string; readonly by: 'capitals' | 'marks' }> = (context) => {
  const { words, by } = context.data;
  if (by === 'marks') return [write(context, words.includes('?') ? '?' : '!')];
  const before = context.document.textDocument.getText().slice(0, placeOf(context).start);
  const small = words.toLowerCase().replace(/\bi\b/g, 'I');
  return [write(context, /(?:["“]|[.!?]\s+)$/.test(before) ? small.charAt(0).toUpperCase() + small.slice(1) : small)];
};

/** Lets a new sentence begin where a "but" would take sympathy back. */
export const beginASentence: Fixer<unknown> = (context) => {
  const { start, end } = placeOf(context);
  const text = context.document.textDocument.getText();
  const before = /[,;]?[^\S\r\n]*(?:[–—-][^\S\r\n]*)?$/.exec(text.slice(0, start))?.[0] ?? '';
  const [after, , next = ''] = /^(,?[^\S\r\n]*)(\p{L})/u.exec(text.slice(end)) ?? [];
  if (after === undefined) return [];
  const isFirst = /(?:"|[.!?][^\S\r\n]*)$/.test(text.slice(0, start));
  const place = { start: isFirst ? start : start - before.length, end: end + after.length };
  const sentence = `${isFirst ? '' : '. '}${next.toUpperCase()}`;
  return [
    {
      title: `Remove ${code(text.slice(start, end))}, and begin a sentence`,
      changes: [{ document: context.document, ...place, text: sentence }],
    },
  ];
};
