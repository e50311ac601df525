import type { Failure, ScenarioLine, ScenarioRun } from '../scenarios/index.ts';
import { becauseOf } from './because-words.ts';
import { expectedWords } from './expected-words.ts';
import { faultWords } from './fault-words.ts';
import { wasWords } from './was-words.ts';

/** Why a scenario fails, for people: what was expected, what came instead, and why; a line each, without a full stop. */
export interface FailureInWords {
  readonly line: ScenarioLine;
  readonly expected: string;
  readonly but: string;
  readonly because: readonly WhyInWords[];
}

/** One reason, and the place of the rule that it comes from. */
export interface WhyInWords {
  readonly words: string;
  readonly at: ScenarioLine['at'];
}

/** Of many rules that could have made it otherwise, the first say enough. */
const MOST_REASONS = 4;

export function failureInWords(failure: Failure, { scenario }: ScenarioRun): FailureInWords {
  const { line } = failure;
  if (failure.kind === 'fault') {
    const expected = 'a line that can happen here';
    return { line, expected, but: failure.faults.map(faultWords).join('; '), because: [] };
  }
  const { expectation, negated } = failure.line;
  return {
    line,
    expected: expectedWords(expectation, negated),
    but: wasWords(failure.line, failure.was, scenario.playbook),
    because: failure.because.slice(0, MOST_REASONS).map((reason) => ({ words: becauseOf(reason), at: reason.at })),
  };
}
