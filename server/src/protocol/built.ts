/** Tells an editor that files have been read and checked again, so that what rests on them may be asked for anew: a notification with `Built`. */
export const BUILT = 'poise/built';

export interface Built {
  /** The files whose texts are new, others than before, or gone. What rests on them may be another, too. */
  readonly changed: readonly string[];
}
