import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, create, show, showNew, untilFound } from '../harness/editors.ts';

const MISTAKEN = `playbook broken_lamp "Broken lamp"
  ownr "Shop"
  version 1.0.0
`;

describe('workspace', () => {
  it('checks files that are not open, as they come and go', async () => {
    await show('late_delivery.playbook');
    const uri = await create('broken_lamp.playbook', MISTAKEN);
    const found = await untilFound(uri, (diagnostics) => diagnostics.length > 0);
    assert.include(found.map(codeOf), 'unknown-line');
    await vscode.workspace.fs.delete(uri);
    await untilFound(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('reads what a file uses through the editor', async () => {
    const editor = await showNew('uses.playbook', 'use "shared/nowhere.playbook"\n');
    const [found] = await untilFound(editor.document.uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(found && codeOf(found), 'use-not-found');
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('leaves older versions alone that are shown beside the newest', async () => {
    await show('late_delivery.playbook');
    const older = vscode.Uri.from({ scheme: 'older', path: '/late_delivery.playbook' });
    const provider = vscode.workspace.registerTextDocumentContentProvider('older', {
      provideTextDocumentContent: () => MISTAKEN,
    });
    await vscode.window.showTextDocument(older);
    const uri = await create('broken_lamp.playbook', MISTAKEN);
    await untilFound(uri, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(older), []);
    await vscode.workspace.fs.delete(uri);
    provider.dispose();
  });
});
