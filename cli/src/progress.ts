import type { Terminal } from './terminal.ts';

/** Work that takes less isn't worth a word. */
const PATIENCE_MS = 500;
const BETWEEN_UPDATES_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

export interface Progress {
  readonly update: (read: number, known: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Says on standard error how far reading has come, if that takes long and somebody watches. */
export function showProgress({ say, watched }: Terminal, quiet: boolean): Progress {
  if (quiet || !watched) return { update: () => {}, end: () => {} };
  let shownAt: number | undefined;
  let nextAt = performance.now() + PATIENCE_MS;
  const show = (text: string): void => {
    shownAt = performance.now();
    nextAt = shownAt + BETWEEN_UPDATES_MS;
    say(`${CLEAR_LINE}${text}`);
  };
  // Reading gives way to nothing else, and what follows it gives no word: the one asks for the time, the other needs a clock.
  const timer = setTimeout(() => show('checking …'), PATIENCE_MS);
  return {
    update: (read, known) => {
      if (read === known && shownAt !== undefined) show(`checking ${known} files …`);
      else if (performance.now() >= nextAt) show(`reading ${read} of ${known} files …`);
    },
    end: () => {
      clearTimeout(timer);
      if (shownAt !== undefined) say(CLEAR_LINE);
    },
  };
}
