/** What finds characters has to be told what a word is, and that once is enough. */

/** The phrases that were found as whole words, each once. */
export class WholeWords {
  readonly phrases: number[] = [];
  readonly #text: string;

  /** @param text as it is searched: ASCII in lower case */
  constructor(text: string) {
    this.#text = text;
  }

  /** Adds a phrase, found from one UTF-16 unit to another (exclusive), if it begins and ends where words do. */
  add(start: number, end: number, phraseOf: () => number | undefined): void {
    if (isWordUnit(this.#text.charCodeAt(start - 1)) || isWordUnit(this.#text.charCodeAt(end))) return;
    const phrase = phraseOf();
    if (phrase !== undefined && !this.phrases.includes(phrase)) this.phrases.push(phrase);
  }
}

/** A small letter or a digit. What stands before the beginning and after the end is none. */
function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** The index of each phrase. */
export function indicesOf(phrases: readonly string[]): ReadonlyMap<string, number> {
  return new Map(phrases.map((phrase, index) => [phrase, index]));
}
