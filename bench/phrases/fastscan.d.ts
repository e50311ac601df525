/** What we use of a package that has no types. */
declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: string[]);
    /** The words found, with where they begin in UTF-16 units. */
    search(text: string): readonly (readonly [start: number, word: string])[];
  }
}
