import { expect, test } from 'vitest';
import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  InlayHintRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

const TEXT = 'signal delay in days\nsituation late when delay is at least 36 hours\n';

test('what is asked right behind an edit is answered once that has been read, however long a build before it takes', async () => {
  const editor = await Editor.on(new Map([['library.playbook', TEXT]]));
  await editor.write('library.playbook', TEXT);
  await editor.settled();
  const finish = editor.keepBusy();
  await editor.write('library.playbook', `// Once more.\n${TEXT}`);
  const textDocument = { uri: 'file:///library.playbook' };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  const tokens = editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  const symbols = editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  // Whatever is sent later is answered by then, for it waits for nothing.
  await editor.connection.sendRequest('shutdown');
  finish();
  expect((await hints)?.map(({ position }) => position.line)).toEqual([2]);
  expect((await tokens)?.data.slice(0, 2)).toEqual([1, 'signal '.length]);
  expect((await symbols)?.length).toBe(2);
  editor.end();
});

test('so is what is asked of a file that has just been opened, and lies on no disk', async () => {
  const editor = await Editor.on(new Map([['library.playbook', TEXT]]));
  await editor.settled();
  const finish = editor.keepBusy();
  await editor.write('new.playbook', 'step  calm\n  goal "Calm."\n');
  const textDocument = { uri: 'file:///new.playbook' };
  const options = { tabSize: 2, insertSpaces: true };
  const edits = editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  const position = { line: 2, character: 0 };
  const completion = editor.connection.sendRequest(CompletionRequest.type, { textDocument, position });
  await editor.connection.sendRequest('shutdown');
  finish();
  expect(await edits).toMatchObject([{ newText: ' ' }]);
  expect(await completion).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ label: 'say' })]),
  });
  editor.end();
});
