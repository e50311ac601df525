import { measureRuns } from '../measuring/runs.ts';
import { readWorkload } from '../measuring/workload.ts';
import type { PhraseWorkload } from './workload.ts';

/** Makes phrases ready, and gives what finds them: for a message the indices of those said in it, each once, in any order. */
export type MakeFinder = (phrases: readonly string[]) => (message: string) => readonly number[];

/**
 * Measures in this process how long it takes to look for all phrases of a workload in all of its messages: first with making
 * them ready, then again and again. The second time it is checked that exactly those were found that are said.
 *
 * @throws Error where something else was found
 */
export function measurePhrases(makeFinder: MakeFinder): Promise<void> {
  return measureRuns((folder) => {
    const { phrases, messages, said } = readWorkload<PhraseWorkload>(folder);
    let find: ReturnType<MakeFinder> | undefined;
    let runs = 0;
    return () => {
      find ??= makeFinder(phrases);
      const found = messages.map(find);
      if (++runs === 2) mustBeTheSame(found, said);
      return found.reduce((sum, { length }) => sum + length, 0);
    };
  });
}

function mustBeTheSame(found: readonly (readonly number[])[], said: PhraseWorkload['said']): void {
  const wrong = said.findIndex((phrases, message) => {
    const sorted = found[message]?.toSorted((a, b) => a - b) ?? [];
    return sorted.join() !== phrases.join();
  });
  if (wrong !== -1) throw new Error(`in message ${wrong} are phrases ${said[wrong]}, and ${found[wrong]} were found`);
}
