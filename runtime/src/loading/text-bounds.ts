import { Path } from './path.ts';
import { MOST_LEVELS, MOST_VALUES } from './plain-copy.ts';
import type { Report } from './problems.ts';

/** The longest text that is looked at, in UTF-16 units: some three hundred times a shipped playbook. */
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * Whether a text is worth parsing: parsers take seconds for ten million levels or values, or call themselves for each level. It only counts; whether
 * the text is JSON is the parser's to say.
 */
export function isWithinBounds(text: string, report: Report): boolean {
  if (text.length > LONGEST_TEXT) {
    report('too-large', { what: 'characters', most: LONGEST_TEXT }, Path.ROOT);
    return false;
  }
  let levels = 0;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text[index]) {
      case '"':
        index = endOfString(text, index);
        break;
      case '{':
      case '[':
        levels += 1;
        values += 1;
        break;
      case ',':
        values += 1;
        break;
      case '}':
      case ']':
        levels -= 1;
        break;
    }
    if (levels > MOST_LEVELS) {
      report('too-deep', { most: MOST_LEVELS }, Path.ROOT);
      return false;
    }
    if (values > MOST_VALUES) {
      report('too-large', { what: 'values', most: MOST_VALUES }, Path.ROOT);
      return false;
    }
  }
  return true;
}

/** The index of the quote that closes a string; the text's end if none does. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
