import type { ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords } from '@poise/generator/words';
import { shortened } from '@poise/language';

/** A lens is read in passing. */
const LONGEST = 90;

/** What came of a scenario. */
export function outcomeWords(run: ScenarioRun): string {
  if (!run.failure) return 'Passed';
  const { expected, but } = failureInWords(run.failure, run);
  return inShort(`Failed: ${run.failure.kind === 'fault' ? but : `expected ${expected}`}`);
}

export function notPlayed(because: string): string {
  return `Not played: ${because}`;
}

/** Of how many scenarios cover something. */
export function notCounted(because: string): string {
  return `Not counted: ${because}`;
}

/** @param scenarios how many cover it */
export function coverageWords(scenarios: number): string {
  if (scenarios === 0) return 'No scenario tries this out';
  return `Covered by ${scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`}`;
}

/** @param places how many name it */
export function usesWords(places: number): string {
  if (places === 0) return 'Not used';
  return places === 1 ? 'Used once' : `Used ${places} times`;
}

/** Playbooks' own words may hold what an editor takes for the name of a picture: `$(`. */
function inShort(words: string): string {
  const plain = words.replaceAll('$(', '$ (');
  return shortened(plain, LONGEST);
}
