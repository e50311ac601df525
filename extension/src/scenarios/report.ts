import type { PlayScenariosAnswer, ScenarioFailure } from '@poise/server/protocol';
import { TestMessage, TestMessageStackFrame, type TestRun } from 'vscode';
import { failureWords, mistakesWords } from './failure-words.ts';
import { locationOf } from './places.ts';
import type { Plan } from './plan.ts';
import { find } from './same-title.ts';
import type { ScenarioItems } from './scenario-items.ts';

/** What came of a file's scenarios. */
export interface Outcome {
  readonly plan: Plan;
  readonly answer: PlayScenariosAnswer;
  /** How long it took to play all of them. */
  readonly milliseconds: number;
}

/** Tells the Testing view what came of scenarios. Each took its part of the time: they were played together. */
export function report(
  run: TestRun,
  { plan: { file, scenarios }, answer, milliseconds }: Outcome,
  items: ScenarioItems,
): void {
  if (answer.kind === 'mistaken') {
    const [first, ...others] = scenarios;
    // Once is enough.
    if (first) run.errored(first, new TestMessage(mistakesWords(answer)));
    for (const other of others) run.skipped(other);
    return;
  }
  const passed = answer.scenarios.filter(({ failure }) => !failure);
  run.appendOutput(`${file.label}: ${passedWords(passed.length, answer.scenarios.length)}\r\n`);
  for (const item of scenarios) {
    const scenario = items.scenario(item);
    const played = scenario && find(scenario, answer.scenarios);
    if (!played) run.skipped(item);
    else if (played.failure) run.failed(item, messageOf(played.failure), milliseconds / scenarios.length);
    else run.passed(item, milliseconds / scenarios.length);
  }
}

function passedWords(passed: number, all: number): string {
  const scenarios = all === 1 ? '1 scenario' : `${all} scenarios`;
  return passed === all ? `${scenarios} passed` : `${passed} of ${scenarios} passed`;
}

/** Why a scenario fails, at the line where it does; the reasons lead to what they are about. */
function messageOf(failure: ScenarioFailure): TestMessage {
  const message = new TestMessage(failureWords(failure));
  message.location = locationOf(failure.place);
  message.stackTrace = failure.because.map(({ words, place }) => {
    const { uri, range } = locationOf(place);
    return new TestMessageStackFrame(words, uri, range.start);
  });
  return message;
}
