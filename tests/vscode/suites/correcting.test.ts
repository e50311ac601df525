import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, codeOf, rangeOf, replace, show, untilFound } from '../harness/editors.ts';

const PLAYBOOK = 'late_delivery.playbook';
/** So many of the actions are worked out. */
const ALL = 100;

/** What can be done about a place. */
function actionsAt(uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  return ask('vscode.executeCodeActionProvider', uri, range, kind.value, ALL);
}

async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const [action] = actions.filter((one) => one.title === title);
  assert.include(
    actions.map((one) => one.title),
    title,
  );
  assert.isTrue(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
}

/** Writes something else, and waits for what is found then. */
async function foundAfter(words: string, others: string): Promise<[vscode.TextDocument, vscode.Diagnostic]> {
  const editor = await show(PLAYBOOK);
  // What another test has written is taken back by now, but perhaps still to be checked.
  await untilFound(editor.document.uri, (diagnostics) => diagnostics.length === 0);
  await replace(editor, words, others);
  const [found] = await untilFound(editor.document.uri, (diagnostics) => diagnostics.length > 0);
  if (!found) throw new Error('nothing is found');
  return [editor.document, found];
}

describe('correcting', () => {
  it('shows a finding, with its page, and takes it back', async () => {
    const [{ uri }, found] = await foundAfter('owner ', 'ownr ');
    assert.equal(codeOf(found), 'unknown-line');
    const page = typeof found.code === 'object' ? found.code.target : undefined;
    const { document } = await vscode.window.showTextDocument(page ?? uri);
    assert.match(document.getText(), /^# unknown-line/);
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('undo');
    await untilFound(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('opens the page of what the cursor is in', async () => {
    await foundAfter('owner ', 'ownr ');
    await vscode.commands.executeCommand('poise.explainFinding');
    const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    assert.isTrue(labels.some((label) => label.includes('unknown-line')));
  });

  it('greys what nothing needs', async () => {
    const [, found] = await foundAfter('field arrived ', 'field nobody text "Nobody"\nfield arrived ');
    assert.equal(codeOf(found), 'unused-name');
    assert.deepEqual(found.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  it('shows the other place that a finding is about', async () => {
    const [document, found] = await foundAfter('signal parcel ', 'signal order_value ');
    const places = found.relatedInformation?.map(({ location }) => location.uri.path) ?? [];
    assert.include(places, document.uri.path);
  });

  it('puts a mistake right', async () => {
    const [document, found] = await foundAfter('owner ', 'ownr ');
    const actions = await actionsAt(document.uri, found.range, vscode.CodeActionKind.QuickFix);
    assert.isTrue(actions.some(({ isPreferred }) => isPreferred));
    await take(actions, 'Write `owner`');
    await untilFound(document.uri, (diagnostics) => diagnostics.length === 0);
  });

  it('makes what is missing', async () => {
    const [document, found] = await foundAfter('consult parcel_desk', 'consult weekend_desk');
    const actions = await actionsAt(document.uri, found.range, vscode.CodeActionKind.QuickFix);
    await take(actions, 'Create the team `weekend_desk`');
    assert.include(document.getText(), '\nteam weekend_desk\n');
  });

  it('puts all right that is surely meant otherwise', async () => {
    const editor = await show(PLAYBOOK);
    const { document } = editor;
    const sound = document.getText();
    await replace(editor, '"Delivery Care"', '“Delivery Care”');
    await replace(editor, 'version   1.0.0', 'version   1.0');
    await untilFound(document.uri, (diagnostics) => diagnostics.length === 2);
    await vscode.commands.executeCommand('editor.action.fixAll');
    await untilFound(document.uri, (diagnostics) => diagnostics.length === 0);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), sound);
  });

  it('leaves out uses that nothing needs', async () => {
    const [{ uri }, found] = await foundAfter('use "shared/fr', 'use "shared/conduct.playbook"\nuse "shared/fr');
    assert.equal(codeOf(found), 'duplicate-use');
    await vscode.commands.executeCommand('editor.action.organizeImports');
    await untilFound(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('makes a list of phrases, and moves it to where others find it', async () => {
    const { document } = await show(PLAYBOOK);
    const refactor = (words: string) =>
      actionsAt(document.uri, rangeOf(document, words), vscode.CodeActionKind.Refactor);
    await take(await refactor('"change ... address"'), 'Make a phrase list of this phrase');
    assert.notInclude(document.getText(), 'unless customer says "change');
    const titles = (await refactor('phrases cannot_wait')).map(({ title }) => title);
    assert.isTrue(titles.some((title) => title.startsWith('Move to `shared/')));
  });

  it('writes a scenario for a rule', async () => {
    const { document } = await show('long_wait.playbook');
    const end = document.lineCount;
    const range = rangeOf(document, 'trigger left_without_answer');
    await take(await actionsAt(document.uri, range, vscode.CodeActionKind.Refactor), 'Write a scenario for this');
    const written = document.getText(new vscode.Range(end - 1, 0, document.lineCount, 0));
    assert.match(written, /^\nscenario "/);
    assert.include(written, '\n  expect playbook long_wait\n');
  });
});
