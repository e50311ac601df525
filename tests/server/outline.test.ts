import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type FoldingRange,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../harness/editor.ts';

const TEXT = `use "house.playbook"
use "teams.playbook"

// Two remarks
// in a row.
playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0

phrases lost "Lost":
  "never arrived",
  "lost parcel"

step hear "Hear it"
  goal "They feel heard."
  say  "Tell me more."
    or "Tell me all."
  offer refund "The money back"

boundary
  never say lost

scenario "It is late"
  customer says "lost parcel"
  expect step hear
`;
const HOUSE = 'signal anger from 0 to 10 "How angry"\nframework calm\n  stage listen "Listen"\n  stage solve\n';

describe('a file is laid out', () => {
  let editor: Editor;
  const uri = 'file:///late.playbook';
  const textDocument = { uri };
  const document = TextDocument.create(uri, 'playbook', 1, TEXT);

  beforeEach(async () => {
    editor = await Editor.on(new Map([['house.playbook', HOUSE]]));
    await editor.write('late.playbook', TEXT);
    await editor.settled();
  });
  afterEach(() => editor.end());

  const outlined = async (of: string): Promise<string[]> => {
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: of } });
    const lines = (symbol: DocumentSymbol, depth: number): string[] => [
      `${'  '.repeat(depth)}${symbol.name}${symbol.detail ? `: ${symbol.detail}` : ''}`,
      ...(symbol.children ?? []).flatMap((child) => lines(child, depth + 1)),
    ];
    return ((symbols ?? []) as DocumentSymbol[]).flatMap((symbol) => lines(symbol, 0));
  };

  test('as an outline of what it declares, half-written parts, too', async () => {
    expect(await outlined(uri)).toEqual([
      'late: Late delivery',
      '  lost: Lost',
      '  hear: Hear it',
      '    goal "They feel heard."',
      '    say "Tell me more." or "Tell me all."',
      '    refund: The money back',
      '  boundary never say lost',
      '    never say lost',
      '  It is late',
      '    customer says "lost parcel"',
      '    expect step hear',
    ]);
    expect(await outlined('file:///house.playbook')).toEqual([
      'anger: How angry',
      'calm',
      '  listen: Listen',
      '  solve',
    ]);
  });

  test('into parts that fold', async () => {
    const folds = (await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument })) as FoldingRange[];
    const lines = TEXT.split('\n');
    expect(folds.map(({ startLine, endLine, kind }) => [lines[startLine], lines[endLine], kind])).toEqual([
      ['use "house.playbook"', 'use "teams.playbook"', 'imports'],
      ['playbook late "Late delivery"', '  version 1.0.0', undefined],
      ['phrases lost "Lost":', '  "lost parcel"', undefined],
      ['step hear "Hear it"', '  offer refund "The money back"', undefined],
      ['  say  "Tell me more."', '    or "Tell me all."', undefined],
      ['boundary', '  never say lost', undefined],
      ['scenario "It is late"', '  expect step hear', undefined],
      ['// Two remarks', '// in a row.', 'comment'],
    ]);
  });

  test('into stretches that a selection grows through', async () => {
    const position = document.positionAt(TEXT.indexOf('me all'));
    const [selection] =
      (await editor.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] })) ?? [];
    const stretches: string[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) stretches.push(document.getText(at.range));
    expect(stretches).toEqual([
      'me',
      'Tell me all.',
      '"Tell me all."',
      'say  "Tell me more."\n    or "Tell me all."',
      TEXT.slice(TEXT.indexOf('step hear "H'), TEXT.indexOf('\n\nboundary')),
      TEXT,
    ]);
  });

  test('and found by name in the whole workspace, what begins so first', async () => {
    const found = async (query: string): Promise<string[]> => {
      const symbols = (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
      return symbols.map(({ name, kind, containerName }) => `${name} ${kind} ${containerName}`);
    };
    expect(await found('l')).toEqual([
      `listen ${SymbolKind.EnumMember} house.playbook`,
      `late ${SymbolKind.Module} late`,
      `lost ${SymbolKind.Array} late`,
      `It is late ${SymbolKind.Object} late`,
    ]);
    expect(await found('lst')).toEqual([
      `listen ${SymbolKind.EnumMember} house.playbook`,
      `lost ${SymbolKind.Array} late`,
    ]);
    expect(await found('refund')).toEqual([`refund ${SymbolKind.Constant} late`]);
    expect(await found('nothing so called')).toEqual([]);
  });
});
