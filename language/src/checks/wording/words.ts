/** Words that are better left unsaid, and what to do instead. Both lists are phrases as in a playbook, of words, `a/b` and `...` only. */
export interface AvoidedWords {
  readonly phrases: readonly string[];
  /** A find that shares a letter with one of these is none. */
  readonly except?: readonly string[];
  /** Goes on after the words and a colon: what to write. */
  readonly instead: string;
}

/** A stretch of a text, by UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** What stands between two words of a phrase: anything but a word and the end of a sentence. */
const BETWEEN = "[^\\w'’.!?]+";
const WORD = "[\\w'’]+";
const NO_WORD_BEFORE = "(?<![\\w'’])";
const WORD_BEFORE = '(?<=\\w)';
const NO_WORD_AFTER = "(?![\\w'’])";
/** How many words `...` lets pass, as in a playbook. */
const GAP = `(?:${BETWEEN}${WORD}){0,4}`;

/**
 * One expression that finds any of the phrases, whatever their capitals and apostrophes. An alternative that begins with an apostrophe is the
 * end of the word before it: `we/it will/'ll`.
 *
 * It exists beside the runtime's matcher because it looks at every text at every keystroke and knows its phrases beforehand.
 */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map((phrase) => `${sequence(phrase)}${NO_WORD_AFTER}`).join('|'), 'gi');
}

function sequence(phrase: string): string {
  return phrase
    .split(' ')
    .map((part, index) => {
      if (part === '...') return GAP;
      const alternatives = part.split('/').map((alternative) => {
        const word = alternative.replaceAll("'", "['’]");
        if (index === 0) return (alternative.startsWith("'") ? WORD_BEFORE : NO_WORD_BEFORE) + word;
        return alternative.startsWith("'") ? word : BETWEEN + word;
      });
      return `(?:${alternatives.join('|')})`;
    })
    .join('');
}

/** What of these words stands in a text, in order. */
export type WordFinder = (text: string) => readonly (Stretch & { readonly instead: string })[];

/** Makes a finder of avoided words. Nothing is made ready before the first text asks. */
export function finderOf(table: readonly AvoidedWords[]): WordFinder {
  let any: RegExp | undefined;
  let groups: readonly Group[] | undefined;
  return (text) => {
    any ??= anyOf(table.flatMap(({ phrases }) => phrases));
    // Nearly all texts have none: one look is enough to know.
    if (text.search(any) < 0) return [];
    groups ??= table.map(groupOf);
    const found = groups.flatMap((group) => foundBy(group, text)).sort((a, b) => a.start - b.start);
    return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
  };
}

interface Group {
  readonly phrases: RegExp;
  readonly except: RegExp | undefined;
  readonly instead: string;
}

function groupOf({ phrases, except, instead }: AvoidedWords): Group {
  return { phrases: anyOf(phrases), except: except && anyOf(except), instead };
}

function foundBy({ phrases, except, instead }: Group, text: string): (Stretch & { readonly instead: string })[] {
  const excepted = except ? stretchesOf(except, text) : [];
  return stretchesOf(phrases, text)
    .filter((found) => !excepted.some(({ start, end }) => start < found.end && found.start < end))
    .map((found) => ({ ...found, instead }));
}

/** Where an expression is found in a text, each time; from the beginning of a word, where it begins at an apostrophe. */
export function stretchesOf(expression: RegExp, text: string): Stretch[] {
  return Array.from(text.matchAll(expression), ({ index, 0: { length } }) => ({
    start: /['’]/.test(text[index] ?? '') ? index - lastWordOf(text.slice(0, index)).length : index,
    end: index + length,
  }));
}

function lastWordOf(text: string): string {
  return /\w*$/.exec(text)?.[0] ?? '';
}
