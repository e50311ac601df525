/** The most that a message quotes of a document: a name can be as long as the document. */
const MOST_QUOTED = 80;
/** The most names in a row that anybody reads. */
const MOST_NAMED = 10;

/** Something out of a document, as messages show it. */
export function quoted(text: string): string {
  return `\`${text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text}\``;
}

/** `a`, `a` or `b`, `a`, `b` or `c`: for choices in a sentence. */
export function oneOf(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `${names.slice(0, MOST_NAMED).map(quoted).join(', ')} and so on`;
  const shown = names.map(quoted);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
