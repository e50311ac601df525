/** Put in by `cli/build.ts`: the hash of the command itself. A result of another Poise isn't a result of this one. */
declare const POISE_BUILD: string;

export const buildId = POISE_BUILD;
