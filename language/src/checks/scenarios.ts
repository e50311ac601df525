import * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';

/** A scenario expects something, else it shows nothing. */
export const scenarioShouldExpectSomething: Check<ast.Scenario> = (scenario, { report }) => {
  if (!scenario.items.some(ast.isExpect)) report('scenario-expects-nothing', {}, { node: scenario, property: 'title' });
};

/**
 * When a conversation takes place, and in which language, is settled before it begins. (Other facts may change on the way: `given` between two
 * events is a report of the host's.)
 */
export const timeAndLanguageMustBeGivenFirst: Check<ast.Scenario> = (scenario, { report }) => {
  const begins = scenario.items.findIndex((item) => !ast.isGiven(item) && !ast.isStray(item));
  if (begins < 0) return;
  for (const line of scenario.items.slice(begins).filter(ast.isGiven)) {
    for (const fact of line.facts) {
      if (ast.isClockFact(fact)) report('scenario-late-given', { line: 'given time' }, { node: fact });
      if (ast.isLanguageFact(fact)) report('scenario-late-given', { line: 'given language' }, { node: fact });
    }
  }
};
