import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, codeOf, placeOf, replace, show, untilFound } from '../harness/editors.ts';

/** How many of the actions are worked out. */
const ALL = 100;
const PLAYBOOK = 'late_delivery.playbook';

describe('writing', () => {
  it('shows a finding, with its page, and takes it back', async () => {
    const editor = await show(PLAYBOOK);
    const { uri } = editor.document;
    await replace(editor, 'owner ', 'ownr ');
    const [found] = await untilFound(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(found && codeOf(found), 'unknown-line');
    const page = typeof found?.code === 'object' ? found.code.target : undefined;
    const { document } = await vscode.window.showTextDocument(page ?? uri);
    assert.match(document.getText(), /^# unknown-line/);
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('undo');
    await untilFound(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('puts a mistake right', async () => {
    const editor = await show(PLAYBOOK);
    const { document } = editor;
    const sound = document.getText();
    await replace(editor, 'owner ', 'ownr ');
    const [found] = await untilFound(document.uri, (diagnostics) => diagnostics.length > 0);
    const actions = await ask<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found?.range,
      vscode.CodeActionKind.QuickFix.value,
      ALL,
    );
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    assert.isTrue(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await untilFound(document.uri, (diagnostics) => diagnostics.length === 0);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), sound);
  });

  it('completes a line by what fits there', async () => {
    const editor = await show(PLAYBOOK);
    await replace(editor, 'trigger overdue\n  when ', 'trigger overdue\n  when ord\n  or ');
    const place = placeOf(editor.document, 'when ord\n', 'when ord'.length);
    const list = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, place);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.isTrue(labels.some((label) => label.startsWith('order_delay')));
  });

  it('shows how a long line goes on', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'order_delay is at least 3', 'order_delay is '.length);
    const help = await ask<vscode.SignatureHelp>('vscode.executeSignatureHelpProvider', document.uri, place);
    assert.isAbove(help.signatures.length, 0);
  });

  it('renames wherever a name is used, in other files, too', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'six_steps');
    const prepared = await ask<{ readonly placeholder: string }>('vscode.prepareRename', document.uri, place);
    assert.equal(prepared.placeholder, 'six_steps');
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'seven_steps',
    );
    const files = edit.entries().map(([uri]) => uri.path.split('/').pop());
    assert.includeMembers(files, [PLAYBOOK, 'frameworks.playbook']);
  });

  it('formats a document', async () => {
    const editor = await show(PLAYBOOK);
    const formatted = editor.document.getText();
    await replace(editor, '  owner', ' owner');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), formatted);
  });
});
