import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionKind, CodeActionRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../harness/editor.ts';

const LIBRARY = 'signal anger from 0 to 10 "How angry the customer sounds."\n';
const TEXT = `playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0

trigger late when anger is at least 3

step hear
  goal "They feel heard."
  say  "Tell me what happened."
`;
const ANGER = { line: 4, character: TEXT.split('\n')[4]?.indexOf('anger') ?? 0 };

describe('the language server puts right', () => {
  let editor: Editor;
  const uri = 'file:///late.playbook';

  beforeEach(async () => {
    editor = await Editor.on(new Map([['shared/facts.playbook', LIBRARY]]));
    await editor.write('late.playbook', TEXT);
    await editor.settled();
  });
  afterEach(() => editor.end());

  const actions = async (position = ANGER, only?: CodeActionKind[]): Promise<CodeAction[]> => {
    const context = { diagnostics: [], ...(only && { only }) };
    const range = { start: position, end: position };
    return ((await editor.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })) ??
      []) as CodeAction[];
  };

  test('what is found at a place', async () => {
    expect(editor.codes('late.playbook')).toEqual(['unknown-name']);
    const [action] = await actions();
    expect(action).toMatchObject({
      title: 'Add `use "shared/facts.playbook"`',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-name' }],
    });
    const edits = action?.edit?.changes?.[uri] ?? [];
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, TEXT), edits);
    expect(mended).toBe(`use "shared/facts.playbook"\n\n${TEXT}`);
    await editor.write('late.playbook', mended);
    await editor.settled();
    expect(editor.codes('late.playbook')).toEqual([]);
  });

  test('but nothing elsewhere, and nothing where something else is asked for', async () => {
    expect(await actions({ line: 0, character: 0 })).toEqual([]);
    expect(await actions(ANGER, [CodeActionKind.Refactor])).toEqual([]);
    expect(await actions(ANGER, [CodeActionKind.QuickFix])).toHaveLength(1);
  });

  test('in the text as it is, never in that before an edit', async () => {
    void editor.write('late.playbook', `\n${TEXT}`);
    const [action] = await actions({ ...ANGER, line: ANGER.line + 1 });
    const edits = action?.edit?.changes?.[uri] ?? [];
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 2, `\n${TEXT}`), edits);
    expect([`\n${TEXT}`, `use "shared/facts.playbook"\n\n\n${TEXT}`]).toContain(mended);
  });
});
