import { shortened } from '../findings/shortened.ts';

/** A `{name}` in a text, with its place in the string as written. */
export interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export type StringProblem =
  | { readonly kind: 'missing-quote' }
  | { readonly kind: 'wrong-quotes'; readonly quote: string }
  | { readonly kind: 'unknown-escape'; readonly escape: string; readonly start: number; readonly end: number }
  | { readonly kind: 'bad-placeholder'; readonly written: string; readonly start: number; readonly end: number };

export type Segment = string | Placeholder;

/** What a string token means. All places are UTF-16 offsets into the token as written, quotes included. */
export interface StringReading {
  /** Text and placeholders in order; no two texts in a row, no empty text. */
  readonly segments: readonly Segment[];
  /** The text without its quotes and escapes; a placeholder stands there as written. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, where it stands in the token. */
  readonly offsets: readonly number[];
  readonly problems: readonly StringProblem[];
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '{': '{', '}': '}', n: '\n' };

/** What ends a string that begins so. Curly quotes and straight ones are easily mixed: then the string is closed, though by the wrong one. */
const CURLY = '"“”';
const CLOSING: Readonly<Record<string, string>> = { '"': CURLY, "'": "'" };

const NAME = /^[A-Za-z_][\w-]*$/;

/** Reads a string token: quotes, escapes, placeholders. Never fails: what can't be read is kept as written and reported. */
export function readString(raw: string): StringReading {
  const problems: StringProblem[] = [];
  const segments: Segment[] = [];
  const offsets: number[] = [];
  let text = '';
  let pending = '';
  const push = (value: string, at: number): void => {
    for (let unit = 0; unit < value.length; unit++) offsets.push(at + unit);
    text += value;
    pending += value;
  };
  const flush = (): void => {
    if (pending !== '') segments.push(pending);
    pending = '';
  };

  const open = raw[0] ?? '"';
  const close = raw.at(-1) ?? '';
  const closed = raw.length > 1 && (CLOSING[open] ?? CURLY).includes(close) && !endsEscaped(raw);
  const end = closed ? raw.length - 1 : raw.length;
  if (open !== '"' || (closed && close !== '"')) problems.push({ kind: 'wrong-quotes', quote: shortened(raw, 12) });
  else if (!closed) problems.push({ kind: 'missing-quote' });

  for (let at = 1; at < end; ) {
    const character = raw[at] ?? '';
    if (character === '\\') {
      const next = raw[at + 1];
      const meaning = next === undefined ? undefined : ESCAPES[next];
      if (meaning === undefined) {
        const stop = Math.min(at + (isSurrogate(next) ? 3 : 2), end);
        problems.push({ kind: 'unknown-escape', escape: raw.slice(at, stop), start: at, end: stop });
        push('\\', at);
        at += 1;
      } else {
        push(meaning, at);
        at += 2;
      }
    } else if (character === '{' || character === '}') {
      const close = character === '{' ? raw.indexOf('}', at) : -1;
      const stop = close < 0 || close >= end ? (character === '{' ? end : at + 1) : close + 1;
      const name = raw.slice(at + 1, stop - 1);
      if (close >= 0 && close < end && NAME.test(name)) {
        flush();
        segments.push({ name, start: at, end: stop });
        for (let unit = at; unit < stop; unit++) offsets.push(unit);
        text += raw.slice(at, stop);
      } else {
        problems.push({ kind: 'bad-placeholder', written: raw.slice(at, stop), start: at, end: stop });
        push(raw.slice(at, stop), at);
      }
      at = stop;
    } else {
      push(character, at);
      at += 1;
    }
  }
  flush();
  return { segments, text, offsets, problems };
}

/** The text of a string token, its placeholders as written. */
export function stringValue(raw: string | undefined): string {
  return raw === undefined ? '' : readString(raw).text;
}

/** A text as it is written between straight double quotes, so that it means just itself. */
export function escaped(text: string): string {
  return text.replace(/["\\{}]/g, '\\$&').replaceAll('\n', '\\n');
}

function endsEscaped(raw: string): boolean {
  let backslashes = 0;
  while (raw[raw.length - 2 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Whether a unit is half of a character that takes two: both halves are shown then, or neither. */
function isSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\ud800' && unit < '\udc00';
}
