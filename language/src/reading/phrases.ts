/** What each sign in a phrase stands for. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\w\/\w/, '`/`: either word'],
  [/\w\*/, '`*`: any ending, or none'],
  [/\.\.\./, '`...`: up to four words, or none'],
  [/<\w+>/, '`<…>`: a text of that kind, in figures or in English words'],
];

/** How a phrase is read: the signs that stand in it, and what they stand for. Nothing where it is only words. */
export function signsOf(phrase: string): readonly string[] {
  return SIGNS.filter(([sign]) => sign.test(phrase)).map(([, meaning]) => meaning);
}
