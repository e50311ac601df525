import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { show } from '../harness/editors.ts';

describe('tasks', () => {
  it('offers to check, to test and to build', async () => {
    await show('late_delivery.playbook');
    const tasks = await vscode.tasks.fetchTasks({ type: 'poise' });
    assert.sameMembers(
      tasks.map(({ definition }) => definition.command),
      ['check', 'test', 'build'],
    );
  });

  it('plays all scenarios with the command that the folder has installed', async () => {
    await show('late_delivery.playbook');
    const tasks = await vscode.tasks.fetchTasks({ type: 'poise' });
    const [test] = tasks.filter(({ definition }) => definition.command === 'test');
    const ended = new Promise<number | undefined>((resolve) => {
      const subscription = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.definition.command !== 'test') return;
        subscription.dispose();
        resolve(exitCode);
      });
    });
    if (test) await vscode.tasks.executeTask(test);
    assert.equal(await ended, 0);
  });
});
