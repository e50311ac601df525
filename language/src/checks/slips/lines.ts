/** What to do instead of beginning a line with a word that other languages, or pages, have for it. */
const LINES: Readonly<Record<string, string>> = {
  if: 'a condition ends its line, as in `offer refund when anger is at least 8`',
  else: 'each line says itself when it counts, such as `unless anger is at least 8`',
  next: 'write `go to` and the name of a step',
  title: 'a title stands in quotes behind the name',
  name: 'a title stands in quotes behind the name',
  description: 'write `about` below `playbook`, elsewhere a text behind the name',
  question: 'write `ask`',
  transfer: 'write `escalate to` and the name of a team',
};

/** What to write instead of a line that begins with such a word. */
export function insteadOfLine(word: string): string | undefined {
  return Object.hasOwn(LINES, word.toLowerCase()) ? LINES[word.toLowerCase()] : undefined;
}
