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

  const mended = (action: CodeAction | undefined, text: string): string =>
    TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, text), action?.edit?.changes?.[uri] ?? []);

  test('what is found at a place', async () => {
    expect(editor.codes('late.playbook')).toEqual(['unknown-name']);
    const [action] = await actions();
    expect(action).toMatchObject({
      title: 'Add `use "shared/facts.playbook"`',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-name' }],
    });
    expect(mended(action, TEXT)).toBe(`use "shared/facts.playbook"\n\n${TEXT}`);
    await editor.write('late.playbook', mended(action, TEXT));
    await editor.settled();
    expect(editor.codes('late.playbook')).toEqual([]);
  });

  test('but nothing elsewhere, and nothing where something else is asked for', async () => {
    expect(await actions({ line: 0, character: 0 })).toEqual([]);
    expect(await actions(ANGER, [CodeActionKind.Refactor])).toEqual([]);
    expect(await actions(ANGER, [CodeActionKind.QuickFix])).toHaveLength(1);
  });

  test('and advice can be allowed, if nothing else will do', async () => {
    await editor.write('late.playbook', TEXT.replace('anger', 'messages').replace('goal "They feel heard."', ''));
    await editor.settled();
    expect(editor.codes('late.playbook')).toEqual(['missing-goal']);
    const offered = await actions({ line: 6, character: 6 }, [CodeActionKind.QuickFix]);
    expect(offered.map(({ title, isPreferred }) => ({ title, isPreferred }))).toEqual([
      { title: 'Add `goal "What is true when this has gone well."`', isPreferred: true },
      { title: 'Allow it here: add `// allow missing-goal: …` and say why', isPreferred: false },
    ]);
  });

  test('all places of one kind together', async () => {
    const text = TEXT.replace('anger is at least 3', 'anger is at least 3 and (anger is 4 or anger is 5)');
    await editor.write('late.playbook', text);
    await editor.settled();
    const offered = await actions();
    expect(offered.map(({ title }) => title)).toEqual([
      'Add `use "shared/facts.playbook"`',
      'Correct all 3 of these in this file',
    ]);
    expect(mended(offered[1], text)).toBe(`use "shared/facts.playbook"\n\n${text}`);
  });

  test('all clear slips, when that is asked for', async () => {
    const text = TEXT.replace('1.0.0', '1.0')
      .replace('"They feel heard."', '“They feel heard.”')
      .replace('anger', 'angr');
    await editor.write('late.playbook', text);
    await editor.settled();
    const [fixAll, ...others] = await actions({ line: 0, character: 0 }, [CodeActionKind.SourceFixAll]);
    expect(others).toEqual([]);
    expect(fixAll?.kind).toBe('source.fixAll.poise');
    expect(mended(fixAll, text)).toBe(TEXT.replace('anger', 'angr'));
    expect((await actions({ line: 0, character: 0 })).map(({ kind }) => kind)).not.toContain('source.fixAll.poise');
  });

  test('also those that begin at one place', async () => {
    await editor.write('late.playbook', ';\nsignal vip yes or no\n\nuse "shared/facts.playbook"\n');
    await editor.settled();
    expect(editor.codes('late.playbook')).toEqual(expect.arrayContaining(['stray-character', 'misplaced-member']));
    const [fixAll] = await actions({ line: 0, character: 0 }, [CodeActionKind.SourceFixAll]);
    const text = mended(fixAll, ';\nsignal vip yes or no\n\nuse "shared/facts.playbook"\n');
    expect(text.trim().split(/\n+/)).toEqual(['use "shared/facts.playbook"', 'signal vip yes or no']);
  });

  test('`use` lines that nothing needs, when they are to be put in order', async () => {
    const text = `use "shared/facts.playbook"\nuse "shared/facts.playbook"\n\n${TEXT.replace('anger', 'messages')}`;
    await editor.write('late.playbook', text);
    await editor.settled();
    const [organize] = await actions({ line: 9, character: 0 }, [CodeActionKind.SourceOrganizeImports]);
    expect(mended(organize, text)).toBe(TEXT.replace('anger', 'messages'));
  });

  test('in the text as it is, never in that before an edit', async () => {
    void editor.write('late.playbook', `\n${TEXT}`);
    const [action] = await actions({ ...ANGER, line: ANGER.line + 1 });
    expect([`\n${TEXT}`, `use "shared/facts.playbook"\n\n\n${TEXT}`]).toContain(mended(action, `\n${TEXT}`));
  });
});
