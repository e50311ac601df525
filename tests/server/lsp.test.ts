/// <reference types="node" />

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Deferred } from 'langium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CompletionList,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { LIKE_NODE_20 } from '../harness/node-20.ts';

const command = fileURLToPath(new URL('../../cli/bin/poise.js', import.meta.url));

const LIBRARY = `/// From your sentiment tool.
signal anger from 0 to 10 "How angry the customer sounds."
phrases blame: "how come"
boundary no_blame
  never say blame
`;
const PLAYBOOK = `use "library.playbook"
playbook late "Late delivery"
  owner "Customer Operations"
  version 1.0.0
trigger late when anger is at least 3
step hear
  goal "They feel heard."
  say "How come it is late?"
`;

/** The command's server, run as an editor runs it, on no newer a Node than has to be there: nothing in between. */
describe('the language server over standard input and output', () => {
  let folder: string;
  let server: ChildProcess;
  let connection: ProtocolConnection;
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  /** Resolves when a file's newest findings are these. */
  function findings(name: string, codes: readonly string[]): Promise<void> {
    const { promise, resolve } = new Deferred();
    const look = (): void => {
      const last = published.findLast(({ uri }) => uri === uriOf(name));
      const found = last?.diagnostics.map(({ code }) => String(code));
      if (JSON.stringify(found) === JSON.stringify(codes)) {
        waiting.delete(look);
        resolve();
      }
    };
    waiting.add(look);
    look();
    return promise;
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'poise-lsp-'));
    writeFileSync(join(folder, 'library.playbook'), LIBRARY);
    writeFileSync(join(folder, 'late.playbook'), PLAYBOOK);
    const preload = join(folder, 'node-20.cjs');
    writeFileSync(preload, LIKE_NODE_20);
    server = spawn(process.execPath, ['--require', preload, command, 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!server.stdout || !server.stdin) throw new Error('no streams');
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.onNotification(PublishDiagnosticsNotification.type, (parameters) => {
      published.push(parameters);
      for (const look of [...waiting]) look();
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
    });
    await connection.sendNotification(InitializedNotification.type, {});
  });

  afterAll(async () => {
    const { promise, resolve } = new Deferred<number | null>();
    server.on('exit', resolve);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    expect(await promise).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('checks files that nobody has opened, and proves what follows from others', async () => {
    await findings('late.playbook', ['forbidden-phrase']);
  });

  test('follows each change, in the files that depend on it, too', async () => {
    const uri = uriOf('library.playbook');
    const textDocument = { uri, languageId: 'playbook', version: 1, text: LIBRARY };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const contentChanges = [{ text: LIBRARY.replace('how come', 'calm down') }];
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    await findings('late.playbook', []);
  });

  test('completes, explains and finds declarations', async () => {
    const uri = uriOf('late.playbook');
    const text = readFileSync(join(folder, 'late.playbook'), 'utf8');
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'playbook', version: 1, text },
    });
    const onAnger = { textDocument: { uri }, position: { line: 4, character: 'trigger late when ang'.length } };
    const definition = await connection.sendRequest(DefinitionRequest.type, onAnger);
    expect(definition).toMatchObject([{ targetUri: uriOf('library.playbook') }]);
    const hover = await connection.sendRequest(HoverRequest.type, onAnger);
    expect(hover?.contents).toEqual({
      kind: 'markdown',
      value:
        '**signal** `anger` · How angry the customer sounds.\n\nFrom your sentiment tool.\n\n' +
        'From 0 to 10. Your tools report it.\n\n_In library.playbook_',
    });
    const completion = (await connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 4, character: 'trigger late when '.length },
    })) as CompletionList;
    expect(completion.items.map((item) => item.label)).toEqual(
      expect.arrayContaining(['anger', 'customer says', 'not']),
    );
  });
});
