/** Words that other languages have for the words of this one. */
const SYNONYMS: Readonly<Record<string, string>> = { if: 'when', except: 'unless', till: 'until', plus: 'and' };

/** Words that go on with a line that has begun well. */
export const CONTINUATIONS = [
  ...['when', 'unless', 'or', 'and', 'with', 'within', 'after', 'before', 'until', 'except', 'worth', 'fixed'],
  'optional',
];

/** The word of the language that one of another language stands for. */
export function synonymOf(word: string): string | undefined {
  return Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
}
