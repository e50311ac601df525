export const KILOBYTE = 1e3;
export const MEGABYTE = 1e6;
/** In a millisecond. */
export const MICROSECONDS = 1e3;
