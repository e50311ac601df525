/** What an author wrote and most likely meant, by offsets in the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly suggestion: string;
}
