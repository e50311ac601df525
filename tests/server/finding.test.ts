import { MultiMap } from 'langium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallHierarchyItem,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  HoverRequest,
  ImplementationRequest,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';
import type { MarkedName } from '../harness/marked-names.ts';
import { NAMES, placeOf, TEXTS } from './finding-files.ts';

const THINGS = new MultiMap(NAMES.map((name) => [name.thing, name])).entriesGroupedByKey().toArray();

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.on(TEXTS);
  await editor.settled();
});
afterAll(() => editor.end());

const uriOf = (path: string): string => `file:///${path}`;
const at = ({ path }: { path: string }, position: Position) => ({ textDocument: { uri: uriOf(path) }, position });
const shown = (path: string, { start, end }: Range): string =>
  `${path} ${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
const placesOf = (names: readonly MarkedName[]): string[] => names.map(({ path, range }) => shown(path, range)).sort();
const pathOf = (uri: string): string => uri.slice('file:///'.length);
const linked = (links: unknown): string[] =>
  ((links ?? []) as LocationLink[]).map((link) => shown(pathOf(link.targetUri), link.targetSelectionRange)).sort();
const located = (locations: readonly Location[] | null): string[] =>
  (locations ?? []).map(({ uri, range }) => shown(pathOf(uri), range)).sort();

describe('from wherever a name stands', () => {
  test.for(THINGS)('%s', async ([, names]) => {
    const declared = names.filter(({ isDeclaration }) => isDeclaration);
    expect(declared).not.toEqual([]);
    for (const name of names) {
      // Where the word begins, and where it ends: there the cursor is when it has been written.
      for (const position of [name.range.start, name.range.end]) {
        const here = at(name, position);
        const definition = await editor.connection.sendRequest(DefinitionRequest.type, here);
        expect(linked(definition)).toEqual(placesOf(declared));
        const references = async (includeDeclaration: boolean): Promise<string[]> =>
          located(
            await editor.connection.sendRequest(ReferencesRequest.type, { ...here, context: { includeDeclaration } }),
          );
        expect(await references(true)).toEqual(placesOf(names));
        expect(await references(false)).toEqual(placesOf(names.filter(({ isDeclaration }) => !isDeclaration)));
        const highlights = await editor.connection.sendRequest(DocumentHighlightRequest.type, here);
        const found = (highlights ?? []).map(({ range, kind }) => `${shown(name.path, range)} ${kind}`).sort();
        const nearby = names.filter(({ path }) => path === name.path);
        const expected = nearby.map(({ path, range, isDeclaration }) => {
          return `${shown(path, range)} ${isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read}`;
        });
        expect(found).toEqual(expected.sort());
      }
    }
  });
});

test('where no name stands, nothing is found', async () => {
  const position = placeOf('late.playbook', 'tell me more');
  for (const type of [DefinitionRequest.method, ReferencesRequest.method, HoverRequest.method]) {
    const found = await editor.connection.sendRequest(type, {
      ...at({ path: 'late.playbook' }, position),
      context: { includeDeclaration: true },
    });
    expect(found ?? []).toEqual([]);
  }
});

describe('what carries out', () => {
  test.for([
    ['a stage', 'house.playbook', 'solve', ['late.playbook choose', 'late.playbook again']],
    ['a framework', 'house.playbook', 'method', ['late.playbook late']],
    ['a field', 'house.playbook', 'complaint', ['late.playbook complaint']],
    ['an action', 'house.playbook', 'hold', ['late.playbook hold']],
    ['a wording', 'house.playbook', 'terms', ['late.playbook terms']],
    ['nothing of a signal', 'house.playbook', 'anger', []],
  ] as const)('%s', async ([, path, word, expected]) => {
    const declared = NAMES.find(({ thing, isDeclaration }) => thing === word && isDeclaration);
    if (!declared) throw new Error(`${word} isn't marked`);
    const found = await editor.connection.sendRequest(ImplementationRequest.type, at({ path }, declared.range.start));
    const words = ((found ?? []) as LocationLink[]).map(({ targetUri, targetSelectionRange: { start, end } }) => {
      const line = TEXTS.get(pathOf(targetUri))?.split('\n')[start.line] ?? '';
      return `${pathOf(targetUri)} ${line.slice(start.character, end.character)}`;
    });
    expect(words).toEqual(expected);
  });
});

test('paths of files that are there lead to them', async () => {
  const textDocument = { uri: uriOf('late.playbook') };
  const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
  const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 20 } };
  expect(links).toEqual([{ range, target: uriOf('house.playbook') }]);
  const position = { line: 0, character: 8 };
  const [found] = (await editor.connection.sendRequest(DefinitionRequest.type, {
    textDocument,
    position,
  })) as LocationLink[];
  expect(found).toMatchObject({ targetUri: uriOf('house.playbook'), originSelectionRange: range });
});

describe('the ways of a conversation', () => {
  test.for([
    ['late.playbook', 'overdue when', [], ['late']],
    ['late.playbook', 'late "Late', ['overdue'], ['hear']],
    ['late.playbook', 'hear "Hear', ['late', 'choose'], ['choose']],
    ['late.playbook', 'choose "Let', ['hear'], ['hear', 'again']],
    ['late.playbook', 'again "Once', ['choose'], ['other']],
    ['other.playbook', 'other "Another', ['other_trigger', 'again'], ['hear']],
    ['house.playbook', 'very_angry "Anger', [], []],
  ] as const)('%s: %s', async ([path, words, incoming, outgoing]) => {
    const [item] = await editor.connection.sendRequest<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      at({ path }, placeOf(path, words)),
    );
    const come = await editor.connection.sendRequest<{ from: CallHierarchyItem; fromRanges: Range[] }[]>(
      'callHierarchy/incomingCalls',
      { item },
    );
    const go = await editor.connection.sendRequest<{ to: CallHierarchyItem; fromRanges: Range[] }[]>(
      'callHierarchy/outgoingCalls',
      { item },
    );
    expect(come.map(({ from }) => from.name)).toEqual(incoming);
    expect(go.map(({ to }) => to.name)).toEqual(outgoing);
    expect([...come, ...go].every(({ fromRanges }) => fromRanges.length > 0)).toBe(true);
  });
});
