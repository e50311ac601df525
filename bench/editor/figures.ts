/** What is measured of language servers: the names that the children and the report share. All but memory are milliseconds. */

/** - `found`: from the server's start until it has told what is wrong in the file that is open. - `edit …`: from an edit until it is told what comes of it. */
export type AloneFigure = 'found' | 'edit median' | 'edit p95';

/**
 * - `found`: from the server's start until it has told what is wrong in the file that is open.
 * - `small …`, `large …`: from an edit of the small or the large file until it is told what comes of it.
 * - `as typed …`, `at rest …`: a completion, right after an edit, and when all is done.
 * - `hub open`: from an edit of what all depend on until it is told what comes of it in a file that is open.
 * - `references`, `rename`: of what all files name.
 * - `residentMemory`: bytes of the server when the first files have been told of, and nothing is left to do.
 */
export type AmongFigure =
  | 'found'
  | `${'small' | 'large' | 'as typed' | 'at rest'} ${'median' | 'p95'}`
  | 'hub open'
  | 'references'
  | 'rename'
  | 'residentMemory';

/**
 * What not every server does.
 *
 * - `found in all`, `hub all`: as `found` and `hub open`, until it has been told of the last of all files.
 * - `proved`: from the server's start until all is proved.
 * - `symbols`: a name is found in the whole workspace.
 */
export type ExtraFigure = 'found in all' | 'hub all' | 'proved' | 'symbols';

/** Bytes of the server's process, and of what is still used in it when nothing is left to be collected. */
export type MemoryFigure = `${'resident' | 'live'}Memory ${'at first' | 'after few' | 'after many'}`;
