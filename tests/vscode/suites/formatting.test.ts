import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, rangeOf, replace, show } from '../harness/editors.ts';

const PLAYBOOK = 'late_delivery.playbook';
const OPTIONS: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };

/** Lays out what has been written, in one of the ways there are. */
async function laidOut(
  editor: vscode.TextEditor,
  command: string,
  ...where: readonly (vscode.Range | vscode.Position | string)[]
): Promise<string> {
  const { document } = editor;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await ask<vscode.TextEdit[]>(command, document.uri, ...where, OPTIONS));
  await vscode.workspace.applyEdit(edit);
  return document.getText();
}

describe('formatting', () => {
  it('lays out a document', async () => {
    const editor = await show(PLAYBOOK);
    const formatted = editor.document.getText();
    await replace(editor, '  owner', ' owner');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), formatted);
  });

  it('lays out the lines that are selected, and no others', async () => {
    const editor = await show(PLAYBOOK);
    const formatted = editor.document.getText();
    await replace(editor, 'step own_it', 'step   own_it');
    await replace(editor, 'step find_it', 'step   find_it');
    const range = rangeOf(editor.document, 'step   own_it');
    const after = await laidOut(editor, 'vscode.executeFormatRangeProvider', range);
    assert.equal(after, formatted.replace('step find_it', 'step   find_it'));
  });

  it('lays out a line as the next one is begun', async () => {
    const editor = await show(PLAYBOOK);
    const formatted = editor.document.getText();
    await replace(editor, '  about     "', '  about "');
    const below = rangeOf(editor.document, '  owner').start;
    const after = await laidOut(editor, 'vscode.executeFormatOnTypeProvider', below, '\n');
    assert.equal(after, formatted);
  });

  it('goes on with what a line has begun', async () => {
    const editor = await show(PLAYBOOK);
    const end = rangeOf(editor.document, '"hasn\'t arrived/come",').end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(editor.document.lineAt(end.line + 1).text.trim()[0], '"');
  });
});
