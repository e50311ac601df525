import type { Circumstance } from '../findings/witness.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { escaped } from '../parsing/strings.ts';
import { headingCalled } from './beats.ts';
import type { Fixer, Source } from './fix.ts';
import { below } from './lines.ts';

interface Meeting {
  readonly playbook: string;
  readonly other: string;
  readonly circumstances: readonly Circumstance[];
}

/** Writes the situation in which two playbooks start as a scenario, in the file of one that knows all its facts. */
export const writeScenario: Fixer<Meeting> = ({ data, document, workspace }) => {
  const { playbook, other, circumstances } = data;
  const elsewhere = headingCalled(other, workspace);
  for (const home of [document, ...(elsewhere ? [documentOf(elsewhere)] : [])]) {
    const events = eventsOf(circumstances, home, workspace);
    const last = home.parseResult.value.members.at(-1);
    if (!events || !last) continue;
    const lines = [
      '',
      `scenario "Both ${other} and ${playbook} start"`,
      ...events,
      `  expect playbook ${other}`,
      `  expect playbook ${playbook}`,
    ];
    return [{ title: 'Write a scenario of this situation', changes: [below(home, last, lines.join('\n'))] }];
  }
  return [];
};

/** What has to happen for a situation to come about; nothing where a scenario in that file can't say it. */
function eventsOf(circumstances: readonly Circumstance[], home: Source, workspace: Workspace): string[] | undefined {
  const given: string[] = [];
  const events: string[] = [];
  for (const one of circumstances) {
    if (one.kind === 'so' || (one.kind === 'value' && one.within !== undefined)) return undefined;
    if (one.kind === 'says') {
      const line = `  ${one.speaker} says "${escaped(one.text)}"`;
      events.push(...Array.from({ length: one.times ?? 1 }, () => line));
    } else if (one.value !== undefined) {
      const [fact] = workspace.visible(home, [ast.Signal.$type, ast.Field.$type], one.fact);
      if (!fact) return undefined;
      if (ast.isSignal(fact)) given.push(`${one.fact} ${one.value}`);
      else events.unshift(`  agent records ${one.fact} ${one.value}`);
    }
  }
  return [...(given.length > 0 ? [`  given ${given.join(', ')}`] : []), ...events];
}
