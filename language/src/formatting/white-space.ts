/** Whether there is nothing but white space. */
export function isBlank(text: string): boolean {
  return endWithoutSpace(text, 0, text.length) === 0;
}

/** Where a stretch of a text ends but for the white space at its end. */
export function endWithoutSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1])) at -= 1;
  return at;
}

/** A byte order mark is white space to JavaScript; in a text it is a character that doesn't belong there. */
export function isSpace(character: string | undefined): boolean {
  return character !== undefined && character !== '\uFEFF' && character.trim() === '';
}
