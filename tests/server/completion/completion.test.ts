import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  InsertReplaceEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../../harness/editor.ts';
import { CASES, FILES, HEAD } from './cases.ts';

const EVERYTHING: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true } },
  },
};

describe('completion', () => {
  let editor: Editor;
  const uri = 'file:///late.playbook';

  beforeAll(async () => {
    editor = await Editor.on(FILES, EVERYTHING);
    await editor.write('late.playbook', HEAD);
    await editor.settled();
  });
  afterAll(() => editor.end());

  const ask = async (marked: string, triggerCharacter?: string): Promise<CompletionList> => {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    await editor.write('late.playbook', text);
    const position = TextDocument.create(uri, 'playbook', 1, text).positionAt(offset);
    const context = triggerCharacter
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter }
      : { triggerKind: CompletionTriggerKind.Invoked };
    const list = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
      context,
    });
    return list as CompletionList;
  };
  const ordered = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
    [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));

  test.each(CASES)('$name', async ({ text, alone, first, has = [], lacks = [], takes, gives, says = {} }) => {
    const whole = (alone ? '' : HEAD) + text;
    const { items } = await ask(whole);
    const labels = ordered(items).map(({ label }) => label);
    if (first) expect(labels.slice(0, first.length)).toEqual(first);
    expect(labels).toEqual(expect.arrayContaining([...has]));
    expect(labels.filter((label) => lacks.includes(label))).toEqual([]);
    for (const [label, value] of Object.entries(says))
      expect(items).toContainEqual(expect.objectContaining({ label, documentation: { kind: 'markdown', value } }));
    const taken = items.find(({ label }) => label === takes);
    if (gives === undefined) return;
    const edits = [...(taken?.additionalTextEdits ?? []), ...(taken?.textEdit ? [replacing(taken.textEdit)] : [])];
    const result = TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, whole.replace('‸', '')), edits);
    expect(alone || gives.startsWith('use') ? result : result.slice(HEAD.length)).toBe(gives);
  });

  test('tells of each offer what it is, and where it is from', async () => {
    const { items } = await ask(`${HEAD}step agree\n  done when ‸`);
    expect(items.find(({ label }) => label === 'anger')).toMatchObject({
      detail: 'signal: a number from 0 to 10, shared/facts.playbook',
      labelDetails: { description: 'shared/facts.playbook' },
      documentation: { value: 'How angry the customer sounds.' },
    });
    expect(items.find(({ label }) => label === 'customer has said')).toMatchObject({
      documentation: { value: 'In some message of the customer up to now.' },
    });
  });

  test('a space asks for what has to follow, and for nothing where the line may end', async () => {
    expect((await ask(`${HEAD}step agree\n  consult ‸`, ' ')).items).not.toEqual([]);
    expect((await ask(`${HEAD}step agree\n  goal "Agreed." ‸`, ' ')).items).toEqual([]);
    expect((await ask(`${HEAD}step agree\n  ‸`, ' ')).items).toEqual([]);
  });

  test('what is left of the old word behind the cursor gives way', async () => {
    const { items } = await ask(`${HEAD}step agree\n  consult le‸xxx when vip`);
    const taken = items.find(({ label }) => label === 'legal');
    expect(taken?.textEdit).toMatchObject({ insert: { end: { character: 12 } }, replace: { end: { character: 15 } } });
  });

  test.each([-1, 0.5])('is answered at a place that there is not: character %d', async (character) => {
    await editor.write('late.playbook', `${HEAD}step agree\n  `);
    const asked = { textDocument: { uri }, position: { line: 0, character } };
    await expect(editor.connection.sendRequest(CompletionRequest.type, asked)).resolves.toBeDefined();
  });

  test('waits for nothing to be built', async () => {
    await editor.settled();
    const goOn = editor.keepBusy();
    const { items } = await ask(`${HEAD}signal new_one yes or no\nstep agree\n  done when new‸`);
    goOn();
    expect(items.map(({ label }) => label)).toContain('new_one');
  });
});

function replacing(edit: TextEdit | InsertReplaceEdit): TextEdit {
  return InsertReplaceEdit.is(edit) ? { newText: edit.newText, range: edit.replace } : edit;
}

test('an editor without snippets gets plain words', async () => {
  const editor = await Editor.on(FILES);
  await editor.write('late.playbook', `${HEAD}step agree\n  esc`);
  const position = TextDocument.create('', 'playbook', 1, `${HEAD}step agree\n  esc`).positionAt(HEAD.length + 16);
  const textDocument = { uri: 'file:///late.playbook' };
  await editor.settled();
  const list = (await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position,
  })) as CompletionList;
  editor.end();
  expect(list.items.find(({ label }) => label === 'escalate to')).toMatchObject({
    textEdit: { newText: 'escalate to', range: { start: { character: 2 }, end: { character: 5 } } },
  });
});
