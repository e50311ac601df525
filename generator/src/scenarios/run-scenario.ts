import { type Conversation, type Guidance, open, type Playbook, type Playbooks, prepare } from '@poise/runtime';
import { explain } from './explain.ts';
import type { Failure } from './failure.ts';
import { isMet } from './meet.ts';
import type { FactValues, Moment, ScenarioRun, Turn } from './run.ts';
import type { PlaybookScenarios, Scenario } from './scenario.ts';

/** Makes a playbook's documents ready. The result plays its scenarios, each by itself: the order makes no difference. */
export function scenarioPlayer({
  documents,
}: Pick<PlaybookScenarios, 'documents'>): (scenario: Scenario) => ScenarioRun {
  const playbooks = prepare(documents);
  return (scenario) => play(scenario, documents, playbooks);
}

/** Plays a scenario up to its end, or to the first line that isn't as it should be. */
function play(scenario: Scenario, documents: readonly Playbook[], playbooks: Playbooks): ScenarioRun {
  const { conversation, guidance } = open(playbooks, scenario.opening);
  const standing = (at: Moment['at'], now: Guidance): Moment => ({
    at,
    guidance: now,
    facts: factsOf(conversation, documents),
  });
  const opening = standing(scenario.at, guidance);
  const turns: Turn[] = [];
  const story = { scenario, documents, opening, turns };
  const failed = (failure: Failure): ScenarioRun => ({ ...story, failure });

  const { faults } = opening.guidance;
  const heading = { at: scenario.at, text: `scenario "${scenario.title}"` };
  if (faults.length > 0) return failed({ kind: 'fault', line: heading, faults });
  for (const item of scenario.items) {
    if (item.kind === 'expect') {
      if (isMet(item.expectation, story) === item.negated) {
        return failed({ kind: 'expectation', line: item, ...explain(item, story) });
      }
      continue;
    }
    const { event, at, text } = item;
    const turn = { event, ...standing(at, conversation.handle(event)) };
    turns.push(turn);
    if (turn.guidance.faults.length > 0) {
      return failed({ kind: 'fault', line: { at, text }, faults: turn.guidance.faults });
    }
  }
  return story;
}

function factsOf(conversation: Conversation, documents: readonly Playbook[]): Readonly<Record<string, FactValues>> {
  return Object.fromEntries(documents.map(({ id }) => [id, conversation.facts(id) as FactValues]));
}
