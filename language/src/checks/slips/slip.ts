/** What an author wrote and most likely meant, by offsets in the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  /** What to write instead; nothing where only the author knows, and no words where it is to be left out. */
  readonly suggestion?: string;
  /** What to do, where "did you mean" says too little. */
  readonly instead?: string;
}
