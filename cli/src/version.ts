import manifest from '../package.json' with { type: 'json' };

/** Poise's version. */
export const { version } = manifest;
