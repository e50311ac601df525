import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { placeOf, replace, show, showNew, until, uriOf } from '../harness/editors.ts';

/** The previews that are open. */
function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('poise.preview'));
}

/** Waits until there is one preview, and it has this title: that is the playbook's once the page has asked for it and been answered. */
function untilShown(title: string): Promise<unknown> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => {
    const labels = previews().map(({ label }) => label);
    return labels.length === 1 && labels[0] === `Preview: ${title}`;
  });
}

const LATE = 'Late or lost on the way';

/** Without a mistake: the editor keeps the text for minutes after its file is gone. */
const LOST_KEYS =
  'playbook lost_keys "Lost keys"\n  owner "Care"\n  version 1.0.0\ntrigger lost when customer says "lost my keys"\nstep hear\n  say "Tell me."\n';

describe('preview', () => {
  it('opens to the side, and leaves the text where it is', async () => {
    const editor = await show('late_delivery.playbook');
    await vscode.commands.executeCommand('poise.openPreviewToSide');
    await untilShown(LATE);
    assert.notStrictEqual(previews()[0]?.group.viewColumn, editor.viewColumn);
    assert.strictEqual(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it('opens once, for a file that is named, too', async () => {
    await show('late_delivery.playbook');
    await vscode.commands.executeCommand('poise.openPreviewToSide');
    await untilShown(LATE);
    await vscode.commands.executeCommand('poise.openPreview', uriOf('long_wait.playbook'));
    await untilShown('A long wait, in the queue or for an answer');
  });

  it('changes as the text is written, also while that has a mistake', async () => {
    const editor = await show('late_delivery.playbook');
    await vscode.commands.executeCommand('poise.openPreviewToSide');
    await untilShown(LATE);
    await replace(editor, 'done when summary_agreed is yes', 'done when');
    await replace(editor, `"${LATE}"`, '"Late, or lost"');
    await untilShown('Late, or lost');
  });

  it('goes along into another playbook, but not into a file that the shown one uses', async () => {
    await show('late_delivery.playbook');
    await vscode.commands.executeCommand('poise.openPreviewToSide');
    await untilShown(LATE);
    const library = await show('shared/conduct.playbook');
    const place = placeOf(library.document, 'boundary respectful');
    library.selection = new vscode.Selection(place, place);
    await show('long_wait.playbook');
    await untilShown('A long wait, in the queue or for an answer');
  });

  it('goes along into a file that becomes a playbook only while it is written', async () => {
    await show('late_delivery.playbook');
    await vscode.commands.executeCommand('poise.openPreviewToSide');
    await untilShown(LATE);
    const editor = await showNew('lost_keys.playbook', '');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), LOST_KEYS));
    await untilShown('Lost keys');
    await vscode.workspace.fs.delete(editor.document.uri);
  });
});
