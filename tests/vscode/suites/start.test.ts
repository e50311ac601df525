import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, poise, replace, show, untilFound } from '../harness/editors.ts';

describe('start', () => {
  it('knows playbooks by their ending', async () => {
    const { document } = await vscode.window.showTextDocument(
      (await vscode.workspace.findFiles('late_delivery.playbook'))[0] ?? vscode.Uri.parse('none:'),
    );
    assert.equal(document.languageId, 'playbook');
  });

  it('begins again when asked to, and knows what is being written', async () => {
    const editor = await show('late_delivery.playbook');
    await replace(editor, 'owner ', 'ownr ');
    await untilFound(editor.document.uri, (found) => found.length > 0);
    await vscode.commands.executeCommand('poise.restartServer');
    const [found] = await untilFound(editor.document.uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(found && codeOf(found), 'unknown-line');
  });

  it('works where nobody is trusted, and where files are on no disk', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = poise().packageJSON.capabilities;
    assert.deepEqual([untrustedWorkspaces.supported, virtualWorkspaces], [true, true]);
  });
});
