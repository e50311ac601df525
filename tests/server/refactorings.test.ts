import { expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
} from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

const TEXT = 'team leads\n  answers within 48 hours\n';

async function actions(editor: Editor, line: number, character: number, only: CodeActionKind): Promise<CodeAction[]> {
  const place = { line, character };
  const parameters = {
    textDocument: { uri: 'file:///late.playbook' },
    range: { start: place, end: place },
    context: { diagnostics: [], only: [only] },
  };
  return ((await editor.connection.sendRequest(CodeActionRequest.type, parameters)) ?? []) as CodeAction[];
}

test('what stands at a place can be written otherwise, each kind when it is asked for', async () => {
  const editor = await Editor.on(new Map());
  await editor.write('late.playbook', TEXT);
  await editor.settled();
  expect(await actions(editor, 1, 20, CodeActionKind.RefactorRewrite)).toEqual([
    {
      title: 'Write `2 days`',
      kind: 'refactor.rewrite',
      edit: {
        changes: {
          'file:///late.playbook': [
            { range: { start: { line: 1, character: 17 }, end: { line: 1, character: 24 } }, newText: '2 day' },
          ],
        },
      },
    },
  ]);
  expect(await actions(editor, 1, 20, CodeActionKind.RefactorExtract)).toEqual([]);
  // An editor that can't create files isn't asked to.
  expect(await actions(editor, 0, 6, CodeActionKind.Refactor)).toEqual([]);
  editor.end();
});

test('edits are worked out when an action is chosen, where an editor can wait for them', async () => {
  const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  const editor = await Editor.on(new Map(), { textDocument: { codeAction } });
  await editor.write('late.playbook', TEXT);
  await editor.settled();
  const [offered] = await actions(editor, 1, 20, CodeActionKind.RefactorRewrite);
  expect(offered).toMatchObject({ title: 'Write `2 days`' });
  expect(offered).not.toHaveProperty('edit');
  const choose = () => editor.connection.sendRequest(CodeActionResolveRequest.type, offered ?? { title: '' });
  expect((await choose()).edit?.changes?.['file:///late.playbook']).toHaveLength(1);

  await editor.write('late.playbook', `\n${TEXT}`);
  expect(await choose()).not.toHaveProperty('edit');
  const nobodys = { title: 'Nobody’s' };
  expect(await editor.connection.sendRequest(CodeActionResolveRequest.type, nobodys)).toEqual(nobodys);
  expect(await actions(editor, 2, 20, CodeActionKind.RefactorRewrite)).toHaveLength(1);
  editor.end();
});

test('a file is created where an editor can do that', async () => {
  const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
  const editor = await Editor.on(new Map(), { workspace: { workspaceEdit } });
  await editor.write('late.playbook', TEXT);
  await editor.settled();
  const [move] = await actions(editor, 0, 6, CodeActionKind.RefactorMove);
  expect(move?.title).toBe('Move to a new file `teams.playbook`');
  const start = { line: 0, character: 0 };
  const end = { line: 1, character: 25 };
  expect(move?.edit?.documentChanges).toEqual([
    { kind: 'create', uri: 'file:///teams.playbook' },
    {
      textDocument: { uri: 'file:///teams.playbook', version: null },
      edits: [{ range: { start, end: start }, newText: TEXT }],
    },
    {
      textDocument: { uri: 'file:///late.playbook', version: 1 },
      edits: [{ range: { start, end }, newText: 'use "teams.playbook"' }],
    },
  ]);
  editor.end();
});
