import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { show, until, uriOf } from '../harness/editors.ts';

/** The panels in which playbooks are tried out. */
function panels(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('poise.simulator'));
}

const tryOut = (uri?: vscode.Uri): Thenable<void> => vscode.commands.executeCommand('poise.tryOut', uri);

/** Waits for panels with these titles: a panel has that of its playbook once the simulator has been shown something. */
function untilShown(...titles: readonly string[]): Promise<unknown> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => {
    const labels = panels().map(({ label }) => label);
    return labels.length === titles.length && titles.every((title) => labels.includes(`Try out: ${title}`));
  });
}

describe('simulator', () => {
  it('opens beside the playbook', async () => {
    await show('late_delivery.playbook');
    await tryOut();
    await untilShown('Late or lost on the way');
  });

  it('tries each playbook out in a panel of its own, and in one only', async () => {
    await tryOut(uriOf('late_delivery.playbook'));
    await untilShown('Late or lost on the way');
    await tryOut(uriOf('late_delivery.playbook'));
    await tryOut(uriOf('long_wait.playbook'));
    await untilShown('Late or lost on the way', 'A long wait, in the queue or for an answer');
  });
});
