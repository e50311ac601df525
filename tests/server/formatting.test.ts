/// <reference types="node" />
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const command = fileURLToPath(new URL('../../cli/bin/poise.js', import.meta.url));
const uri = 'file:///nowhere/messy.playbook';
const MESSY = 'step  a\n goal "A."\n goall   "A."\nstep  b\n goal "B."\nstep  c\n goal "C."\n';

describe('the language server lays out documents', () => {
  let server: ChildProcess;
  let connection: ProtocolConnection;
  const options = { tabSize: 8, insertSpaces: false };
  const applied = (edits: readonly TextEdit[] | null): string =>
    TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, MESSY), [...(edits ?? [])]);

  beforeAll(async () => {
    server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!server.stdout || !server.stdin) throw new Error('no streams');
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: null,
    });
    expect(capabilities).toMatchObject({ documentFormattingProvider: true, documentRangeFormattingProvider: true });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'playbook', version: 1, text: MESSY },
    });
  });

  afterAll(async () => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
  });

  test('with mistakes in them, too, as the command does', async () => {
    const edits = await connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
    expect(applied(edits)).toBe('step  a\n goal "A."\n goall   "A."\nstep b\n  goal "B."\n\nstep c\n  goal "C."\n');
    // Nothing is sent that stays.
    expect((edits ?? []).every(({ newText }) => newText.trim() === '')).toBe(true);
  });

  test('or the declarations of a range', async () => {
    const range: Range = { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } };
    const edits = await connection.sendRequest(DocumentRangeFormattingRequest.type, {
      ...{ textDocument: { uri }, range, options },
    });
    expect(applied(edits)).toBe('step  a\n goal "A."\n goall   "A."\nstep b\n  goal "B."\nstep  c\n goal "C."\n');
  });
});
