import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { show, untilFound, uriOf } from '../harness/editors.ts';

const LAMP = `playbook lamp "Arrived damaged"
  owner   "Customer Care"
  version 1.0.0
trigger broken when customer says "broken"
step hear
  say "Tell me."
scenario "It is heard"
  customer says "It is broken"
  expect end
`;

describe('tasks', () => {
  it('offers to check, to test and to build', async () => {
    await show('late_delivery.playbook');
    const tasks = await vscode.tasks.fetchTasks({ type: 'poise' });
    assert.sameMembers(
      tasks.map(({ definition }) => definition.command),
      ['check', 'test', 'build'],
    );
  });

  it('plays all scenarios with the command that the folder has installed, and lists what fails', async () => {
    const file = uriOf('lamp.playbook');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(LAMP));
    assert.equal(await runTask('test'), 1);
    const found = await untilFound(file, (diagnostics) => diagnostics.some(({ source }) => source === 'poise test'));
    const [failed] = found.filter(({ source }) => source === 'poise test');
    assert.equal(failed?.range.start.line, LAMP.split('\n').indexOf('  expect end'));
    await vscode.workspace.fs.delete(file);
  });
});

/** Runs one of the tasks. @returns what the command ends with */
async function runTask(command: string): Promise<number | undefined> {
  await show('late_delivery.playbook');
  const tasks = await vscode.tasks.fetchTasks({ type: 'poise' });
  const [task] = tasks.filter(({ definition }) => definition.command === command);
  if (!task) throw new Error(`there is no task ${command}`);
  const ended = new Promise<number | undefined>((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition.command !== command) return;
      subscription.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}
