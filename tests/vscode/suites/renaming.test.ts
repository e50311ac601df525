import { assert } from 'chai';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, closeEditors, create, placeOf, show, showNew, until, uriOf } from '../harness/editors.ts';

const PLAYBOOK = 'late_delivery.playbook';

async function renamed(words: string, name: string): Promise<readonly (readonly [vscode.Uri, vscode.TextEdit[]])[]> {
  const { document } = await show(PLAYBOOK);
  const place = placeOf(document, words);
  const command = 'vscode.executeDocumentRenameProvider';
  return (await ask<vscode.WorkspaceEdit>(command, document.uri, place, name)).entries();
}

describe('renaming', () => {
  it('says what it renames', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'six_steps');
    const prepared = await ask<{ readonly placeholder: string }>('vscode.prepareRename', document.uri, place);
    assert.equal(prepared.placeholder, 'six_steps');
  });

  it('renames wherever a name is used, in other files, too', async () => {
    const edits = await renamed('six_steps', 'seven_steps');
    const files = edits.map(([uri]) => uri.path.split('/').pop());
    assert.includeMembers(files, [PLAYBOOK, 'frameworks.playbook']);
  });

  it('renames what is filled in where something is said', async () => {
    const [[uri, edits] = [uriOf(PLAYBOOK), []]] = await renamed('needed_by date', 'wanted_by');
    const document = await vscode.workspace.openTextDocument(uri);
    const around = edits.map(({ range: { start, end } }) =>
      document.getText(new vscode.Range(start.translate(0, -1), end.translate(0, 1))),
    );
    assert.include(around, '{needed_by}');
  });

  it('refuses a name that is taken', async () => {
    const refusal = await renamed('needed_by date', 'choice').then(
      () => '',
      (error: Error) => error.message,
    );
    assert.include(refusal, 'choice');
  });

  describe('of files', () => {
    const [library, user, moved] = ['house.playbook', 'uses_house.playbook', 'rules/house.playbook'];

    afterEach(async () => {
      await closeEditors();
      await vscode.workspace.fs.delete(uriOf(user));
      await vscode.workspace.fs.delete(uriOf('rules'), { recursive: true });
    });

    it('mends what uses them', async () => {
      await create(library, 'signal rain yes or no "It rains."\n');
      const { document } = await showNew(user, 'use "house.playbook"\nsituation wet "It is wet" when rain\n');
      await vscode.workspace.fs.createDirectory(uriOf('rules'));
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(uriOf(library), uriOf(moved));
      assert.isTrue(await vscode.workspace.applyEdit(edit));
      await until(vscode.workspace.onDidChangeTextDocument, () => document.getText().startsWith(`use "${moved}"`));
    });
  });
});
