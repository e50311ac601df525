import type { PlayScenariosAnswer, ScenarioFailure } from '@poise/server/protocol';

/** What was expected, and what came instead. */
export function failureWords({ expected, but }: ScenarioFailure): string {
  return `Expected ${expected}, but ${but}.`;
}

/** Why nothing was played, and what to do about it. */
export function mistakesWords({ reason }: Extract<PlayScenariosAnswer, { kind: 'mistaken' }>): string {
  return `Not played: ${reason}. Put them right first.`;
}
