import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { create, replace, show, until } from '../harness/editors.ts';

const HOUSE = 'shared/conduct.playbook';
const THRESHOLD = 'anger is at least 9 for 3 messages';
const LATER = 'anger is at least 10 for 3 messages';

describe('comparing behaviour', () => {
  it('shows what has changed since the last commit, and follows what is typed', async () => {
    const editor = await show(HOUSE);
    await replace(editor, THRESHOLD, LATER);
    await vscode.commands.executeCommand('poise.compareWithLastCommit');
    const page = await untilPage((text) => text.includes('loosened'));
    assert.match(page.getText(), /^### Playbooks: `the last commit` → `the files here`\n/);
    assert.include(
      page.getText(),
      '- **escalation `Anger that does not come down` (`boiling_over`)** ([before](shared/conduct.playbook%20%28the%20last%20commit%29#L',
    );
    assert.isTrue(
      vscode.window.tabGroups.all.some(
        ({ activeTab }) =>
          activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.uri.path === page.uri.path,
      ),
      'it is shown as a page',
    );
    await replace(editor, LATER, THRESHOLD);
    await untilPage((text) => text.includes('Nothing has changed: '));
  });

  it('shows what has changed since a branch, and what a file said then', async () => {
    const editor = await show(HOUSE);
    const before = editor.document.getText();
    await replace(editor, THRESHOLD, LATER);
    await vscode.commands.executeCommand('poise.compareWith', 'main');
    const page = await untilPage((text) => text.startsWith('### Playbooks: `main`') && text.includes('loosened'));
    const earlier = await vscode.workspace.openTextDocument(page.uri.with({ path: `/${HOUSE} (main)` }));
    assert.equal(earlier.getText(), before);
    assert.equal(earlier.languageId, 'playbook');
  });

  it('has a new file for new', async () => {
    const text =
      'playbook brand_new "New"\n  owner "Care"\n  version 1.0.0\ntrigger new when customer says "brand new"\nstep hear\n  say "Tell me."\n';
    const uri = await create('shared/brand_new.playbook', text);
    try {
      await vscode.commands.executeCommand('poise.compareWithLastCommit');
      await untilPage((shown) =>
        shown.includes('- **playbook `New` (`brand_new`)** ([now](/shared/brand_new.playbook#L1,1))'),
      );
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});

function untilPage(isSo: (text: string) => boolean): Promise<vscode.TextDocument> {
  return until(changes, () =>
    vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'poise-compare' && isSo(one.getText())),
  );
}

const changes: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidChangeTextDocument(listener),
  );
