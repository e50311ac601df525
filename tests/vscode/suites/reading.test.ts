import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ask, placeOf, rangeOf, show } from '../harness/editors.ts';

const PLAYBOOK = 'late_delivery.playbook';

type Place = vscode.Location | vscode.LocationLink;

const fileOf = (place: Place): string | undefined =>
  ('uri' in place ? place.uri : place.targetUri).path.split('/').pop();
const lineOf = (place: Place): number => ('range' in place ? place.range : place.targetRange).start.line;

/** What is said where the pointer is at some words. */
async function saidOf(words: string, offset = 0): Promise<string> {
  const { document } = await show(PLAYBOOK);
  const place = placeOf(document, words, offset);
  const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}

describe('reading', () => {
  it('says what a name means', async () => {
    assert.include(await saidOf('order_delay is at least'), 'How long the order is overdue.');
  });

  it('says what a rule comes to', async () => {
    assert.include(
      await saidOf('boundary resend_authority', 'boundary '.length),
      'The agent must never offer `resend` worth over 150 GBP',
    );
  });

  it('goes from a name to where it is declared, in another file, too', async () => {
    const { document } = await show(PLAYBOOK);
    const definition = (words: string) =>
      ask<Place[]>('vscode.executeDefinitionProvider', document.uri, placeOf(document, words));
    const [own] = await definition('order_talk)');
    assert.equal(own && lineOf(own), rangeOf(document, 'phrases order_talk').start.line);
    const [shared] = await definition('six_steps');
    assert.equal(shared && fileOf(shared), 'frameworks.playbook');
  });

  it('finds all uses of a name', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'order_delay in days');
    const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
    const named = document.getText().match(/\border_delay\b/g) ?? [];
    assert.equal(places.filter(({ uri }) => uri.path === document.uri.path).length, named.length);
    const marked = await ask<unknown[]>('vscode.executeDocumentHighlights', document.uri, place);
    assert.equal(marked.length, named.length);
  });

  it('goes from a stage to the steps that carry it out', async () => {
    const { document } = await show('shared/frameworks.playbook');
    const place = placeOf(document, 'stage listen', 'stage '.length);
    const steps = await ask<Place[]>('vscode.executeImplementationProvider', document.uri, place);
    assert.include(steps.map(fileOf), PLAYBOOK);
  });

  it('shows from which steps a step is reached', async () => {
    const { document } = await show(PLAYBOOK);
    const place = placeOf(document, 'step own_it', 'step '.length);
    const items = await ask<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, place);
    const calls = await ask<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', items[0]);
    assert.include(
      calls.map(({ from }) => from.name),
      'hear',
    );
  });

  it('gives an outline, and finds parts of all files by name', async () => {
    const { document } = await show(PLAYBOOK);
    const outline = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const all = outline.flatMap((symbol) => [symbol, ...symbol.children]).map(({ name }) => name);
    assert.isTrue(all.some((name) => name.includes('hear')));
    const symbols = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'six_steps');
    assert.include(
      symbols.map(({ location }) => location.uri.path.split('/').pop()),
      'frameworks.playbook',
    );
  });

  it('opens the files that it uses', async () => {
    const { document } = await show(PLAYBOOK);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.sameMembers(
      links.map(({ target }) => target?.path.split('/').pop()),
      ['conduct.playbook', 'frameworks.playbook'],
    );
  });

  it('folds, and selects more and more', async () => {
    const { document } = await show(PLAYBOOK);
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.isTrue(folds.some(({ start }) => start === rangeOf(document, 'step hear').start.line));
    const place = placeOf(document, 'order_delay is at least');
    const ranges = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [place]);
    assert.isTrue(ranges[0]?.parent?.range.contains(ranges[0].range));
  });

  it('colours names by what they are', async () => {
    const { document } = await show(PLAYBOOK);
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.isAbove(tokens.data.length, 0);
  });

  it('hints at what follows by itself', async () => {
    const { document } = await show(PLAYBOOK);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const behind = (words: string): string | undefined => {
      const { line } = rangeOf(document, words).start;
      const label = hints.find(({ position }) => position.line === line)?.label;
      return typeof label === 'string' ? label : label?.map(({ value }) => value).join('');
    };
    assert.include(behind('consult parcel_desk'), 'while closed');
    assert.include(behind('when needed_by is known'), 'find_it');
  });
});
