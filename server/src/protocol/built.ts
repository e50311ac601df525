/** Tells an editor that files have been read and checked again, so that what rests on them may be asked for anew: a notification without parameters. */
export const BUILT = 'poise/built';
