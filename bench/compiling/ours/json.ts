import { measureRuns } from '../../measuring/runs.ts';
import { readTexts } from '../read-texts.ts';

/** What the index has instead of steps isn't counted. */
interface Document {
  readonly steps?: readonly unknown[];
}

// The floor: reading what was compiled.
measureRuns((folder) => {
  const texts = [...readTexts(folder, '.json').values()];
  return () => {
    const documents = texts.map((text) => JSON.parse(text) as Document);
    return documents.reduce((sum, { steps }) => sum + (steps?.length ?? 0), 0);
  };
});
