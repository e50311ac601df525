/** What we want to reach, and how far it is. */
export interface Aim {
  readonly aim: string;
  /** How it was measured. */
  readonly by: string;
  readonly measured: string;
  readonly isMet: boolean;
}
