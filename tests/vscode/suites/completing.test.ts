import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, placeOf, replace, show, showNew } from '../harness/editors.ts';

const PLAYBOOK = 'late_delivery.playbook';
const FRESH = 'fresh.playbook';
/** So many suggestions are worked out altogether. */
const MANY = 200;

async function suggestions(
  { uri }: vscode.TextDocument,
  place: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const command = 'vscode.executeCompletionItemProvider';
  const { items } = await ask<vscode.CompletionList>(command, uri, place, undefined, MANY);
  return items;
}

/** What is offered where some words have just been written in the place of others. */
async function offered(words: string, others: string): Promise<readonly vscode.CompletionItem[]> {
  const editor = await show(PLAYBOOK);
  const place = placeOf(editor.document, words, others.length);
  await replace(editor, words, others);
  return suggestions(editor.document, place);
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

describe('completing', () => {
  it('offers what a line can be about', async () => {
    const items = await offered('customer says late_words', 'ord');
    assert.includeMembers(items.map(labelOf), ['order_delay', 'order_value']);
  });

  it('offers a choice, a unit, a stage', async () => {
    const choices = await offered('moving\n', '');
    assert.includeMembers(choices.map(labelOf), ['moving', 'stuck', 'lost', 'delivered']);
    const units = await offered('days and customer', 'd');
    assert.include(units.map(labelOf), 'days');
    const stages = await offered('clarify\n', '\n');
    assert.include(stages.map(labelOf), 'clarify');
  });

  it('brings the file along that a name is from', async () => {
    const { document } = await showNew(FRESH, 'trigger furious\n  when ang\n');
    const items = await suggestions(document, placeOf(document, 'ang\n', 'ang'.length));
    const [anger] = items.filter((item) => labelOf(item) === 'anger');
    const [use] = anger?.additionalTextEdits ?? [];
    assert.equal(use?.newText.trim(), 'use "shared/signals.playbook"');
    await vscode.workspace.fs.delete(document.uri);
  });

  it('offers values inside of what is said', async () => {
    const items = await offered('{needed_by}', '{need');
    assert.include(items.map(labelOf), 'needed_by');
  });

  it('offers the files that can be used', async () => {
    const items = await offered('"shared/frameworks.playbook"', '"shared/');
    assert.isTrue(items.some((item) => labelOf(item).includes('teams.playbook')));
  });

  it('offers whole parts to be filled in', async () => {
    const items = await offered('step own_it', 'step');
    assert.isTrue(items.some(({ insertText }) => insertText instanceof vscode.SnippetString));
    assert.isTrue(items.some(({ kind }) => kind === vscode.CompletionItemKind.Snippet));
  });

  it('shows how a long line goes on', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'order_delay is at least 3', 'order_delay is '.length);
    const help = await ask<vscode.SignatureHelp>('vscode.executeSignatureHelpProvider', document.uri, place);
    const { label, parameters } = help.signatures[help.activeSignature] ?? { label: '', parameters: [] };
    assert.match(label, /^trigger/);
    assert.isDefined(parameters[help.activeParameter]);
  });
});
