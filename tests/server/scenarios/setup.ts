import {
  type FileScenarios,
  LIST_SCENARIOS,
  type ListScenariosParams,
  PLAY_SCENARIOS,
  type PlayScenariosAnswer,
  type PlayScenariosParams,
} from '@poise/server/protocol';
import type { Editor } from '../../harness/editor.ts';

export const HOUSE = `signal anger from 0 to 10 "How angry the customer sounds."
team supervisors "Supervisors" answers within 5 minutes
boundary no_blame "Never doubt the customer"
  never say "are you sure"
escalation furious "Anger that does not come down"
  when anger is at least 9
  to supervisors
`;

export const LAMP = `use "house.playbook"
playbook damaged_item "Arrived damaged"
  owner   "Customer Care"
  version 1.1.0
field damage text "What is broken"
trigger broken
  when customer says "arrived broken"
step hear "Listen first"
  say "Tell me what you found."
  record damage
  done when damage is known
step agree "Agree what happens next"
  offer refund
  continue with thanks when customer says "thanks"
scenario "It is heard"
  given anger 3
  customer says "It arrived broken"
  expect step hear
  agent says "Are you sure?"
  expect reply blocked by no_blame
  agent says "Tell me what you found."
  agent records damage "The shade"
  expect step agree
scenario "It is heard"
  customer says "It arrived broken" with anger 9
  expect escalation furious
scenario "It ends well"
  customer says "It arrived broken" with anger 1
  agent says "Tell me what you found."
  agent records damage "The shade"
  customer says "thanks"
  expect playbook thanks
`;

export const THANKS = `use "house.playbook"
playbook thanks "Thanks"
  owner   "Customer Care"
  version 1.0.0
step thank
  say "You are welcome."
`;

/** A playbook with scenarios, the house rules that it uses, and a playbook that it goes over to. */
export const FILES = { 'house.playbook': HOUSE, 'lamp.playbook': LAMP, 'thanks.playbook': THANKS };
/** Without paths: of all files. */
export function list({ connection }: Editor, ...paths: readonly string[]): Promise<readonly FileScenarios[]> {
  const params: ListScenariosParams = paths.length > 0 ? { uris: paths.map((path) => `file:///${path}`) } : {};
  return connection.sendRequest(LIST_SCENARIOS, params);
}

/** Without titles: all of the file. */
export function play({ connection }: Editor, path: string, titles?: readonly string[]): Promise<PlayScenariosAnswer> {
  const params: PlayScenariosParams = { uri: `file:///${path}`, ...(titles && { titles }) };
  return connection.sendRequest(PLAY_SCENARIOS, params);
}

/** What comes of scenarios where they can be played. */
export async function played(editor: Editor, path: string, titles?: readonly string[]) {
  const answer = await play(editor, path, titles);
  if (answer.kind !== 'played') throw new Error(`nothing was played: ${answer.reason}`);
  return answer;
}
