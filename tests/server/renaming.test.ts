import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Position,
  PrepareRenameRequest,
  RenameRequest,
  TextDocumentEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../harness/editor.ts';

const FACTS = 'signal anger from 0 to 10 "How angry the customer sounds."\n';
const LATE = `use "shared/facts.playbook"

playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0

trigger late when anger is at least 3

step hear
  goal "They feel heard."
  say  "Tell me what happened."
`;
const SUPPORTED = { workspace: { workspaceEdit: { documentChanges: true } } };

/** What edits make of the texts, by path. */
function applied(edit: WorkspaceEdit | null, texts: ReadonlyMap<string, string>): Record<string, string> {
  const changes = Object.entries(edit?.changes ?? {}).concat(
    (edit?.documentChanges ?? []).flatMap((change) =>
      TextDocumentEdit.is(change) ? [[change.textDocument.uri, change.edits]] : [],
    ) as [string, never[]][],
  );
  return Object.fromEntries(
    changes.map(([uri, edits]) => {
      const path = decodeURI(uri.slice('file:///'.length));
      return [path, TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, texts.get(path) ?? ''), edits)];
    }),
  );
}

describe('an editor renames', () => {
  const files = new Map([
    ['shared/facts.playbook', FACTS],
    ['late.playbook', LATE],
  ]);
  const at = { line: 6, character: LATE.split('\n')[6]?.indexOf('anger') ?? 0 };
  const textDocument = { uri: 'file:///late.playbook' };
  let editor: Editor;

  beforeEach(async () => {
    editor = await Editor.on(files, SUPPORTED);
    await editor.write('late.playbook', LATE);
  });
  afterEach(() => editor.end());

  const prepare = (position: Position) =>
    editor.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
  const rename = (position: Position, newName: string) =>
    editor.connection.sendRequest(RenameRequest.type, { textDocument, position, newName });

  test('what has a name, from its first letter to its last', async () => {
    const end = { ...at, character: at.character + 'anger'.length };
    expect(await prepare(at)).toEqual({ start: at, end });
    expect(await prepare(end)).toEqual({ start: at, end });
  });

  test.each([
    ['a word of the language', { line: 6, character: 0 }],
    ['a text', { line: 3, character: 14 }],
    ['an empty line', { line: 5, character: 0 }],
    ['a place that isn’t there', { line: 99, character: 99 }],
  ])('but not %s, which is said in words', async (_what, position) => {
    await expect(prepare(position)).rejects.toThrow('Only what has a name of its own can be renamed');
    await expect(rename(position, 'mood')).rejects.toThrow('Only what has a name of its own can be renamed');
  });

  test('in all files, for the versions that it has', async () => {
    const edit = await rename(at, 'mood');
    expect(edit?.documentChanges?.map((change) => TextDocumentEdit.is(change) && change.textDocument)).toEqual([
      { uri: 'file:///shared/facts.playbook', version: null },
      { uri: 'file:///late.playbook', version: 1 },
    ]);
    expect(applied(edit, files)).toEqual({
      'shared/facts.playbook': FACTS.replace('anger', 'mood'),
      'late.playbook': LATE.replace('anger', 'mood'),
    });
  });

  test('but not to what can’t be a name', async () => {
    await expect(rename(at, 'unless')).rejects.toThrow('`unless` is a word of the language');
  });

  test('in the text as it is, even right after an edit', async () => {
    const text = LATE.replace('step hear', 'step hear\n  skip when anger is 0');
    await editor.settled();
    void editor.write('late.playbook', text);
    const edit = await rename(at, 'mood');
    expect(applied(edit, new Map([...files, ['late.playbook', text]]))).toEqual({
      'shared/facts.playbook': FACTS.replace('anger', 'mood'),
      'late.playbook': text.replaceAll('anger', 'mood'),
    });
  });
});

describe('`use` lines follow', () => {
  const sources = new Map([
    ['shared/facts.playbook', FACTS],
    ['shared/more.playbook', 'use "facts.playbook"\nuse "../rules/house.playbook"\n'],
    ['rules/house.playbook', 'boundary calm never say "calm down"\n'],
    ['late.playbook', LATE],
  ]);
  const moved = async (...renames: (readonly [from: string, to: string])[]): Promise<Record<string, string>> => {
    const editor = await Editor.on(sources);
    await editor.settled();
    const edit = await editor.connection.sendRequest(WillRenameFilesRequest.type, {
      files: renames.map(([from, to]) => ({ oldUri: `file:///${from}`, newUri: `file:///${to}` })),
    });
    editor.end();
    return applied(edit, sources);
  };

  test('a file that is renamed', async () => {
    expect(await moved(['shared/facts.playbook', 'shared/signals.playbook'])).toEqual({
      'shared/more.playbook': 'use "signals.playbook"\nuse "../rules/house.playbook"\n',
      'late.playbook': LATE.replace('facts', 'signals'),
    });
  });

  test('a file that is moved, its own among them', async () => {
    expect(await moved(['shared/more.playbook', 'desk/all/more.playbook'])).toEqual({
      'shared/more.playbook': 'use "../../shared/facts.playbook"\nuse "../../rules/house.playbook"\n',
    });
  });

  test('a folder', async () => {
    expect(await moved(['shared', 'common/all'])).toEqual({
      'shared/more.playbook': 'use "facts.playbook"\nuse "../../rules/house.playbook"\n',
      'late.playbook': LATE.replace('shared/facts', 'common/all/facts'),
    });
  });

  test('several at once', async () => {
    expect(await moved(['shared', 'common'], ['rules', 'house'])).toEqual({
      'shared/more.playbook': 'use "facts.playbook"\nuse "../house/house.playbook"\n',
      'late.playbook': LATE.replace('shared/facts', 'common/facts'),
    });
  });

  test('nothing where nothing uses it', async () => {
    expect(await moved(['late.playbook', 'lost.playbook'])).toEqual({});
  });

  test('as soon as the files have been read', async () => {
    const editor = await Editor.on(sources);
    const files = [{ oldUri: 'file:///rules', newUri: 'file:///house' }];
    const edit = await editor.whileReading(() => editor.connection.sendRequest(WillRenameFilesRequest.type, { files }));
    expect(Object.keys(edit?.changes ?? {})).toEqual(['file:///shared/more.playbook']);
    editor.end();
  });

  test('in the text as it is, even right after an edit', async () => {
    const editor = await Editor.on(sources);
    await editor.write('late.playbook', LATE);
    await editor.settled();
    const text = `// Once more.\n${LATE}`;
    void editor.write('late.playbook', text);
    const edit = await editor.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [{ oldUri: 'file:///shared/facts.playbook', newUri: 'file:///facts.playbook' }],
    });
    expect(applied(edit, new Map([...sources, ['late.playbook', text]]))['late.playbook']).toBe(
      text.replace('shared/facts', 'facts'),
    );
    editor.end();
  });
});
