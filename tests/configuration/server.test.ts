/// <reference types="node" />

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Deferred } from 'langium';
import { expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const command = fileURLToPath(new URL('../../cli/bin/poise.js', import.meta.url));

const PLAYBOOK = `playbook late "Late delivery"
  owner "Customer Operations"
  version 1.0.0
trigger late
  when customer says "where is my parcel"
step hear
  say "Thank you for telling me."
// allow missing-goal: the framework has it
step close
  say "Your parcel is on its way."
// allow missing-goal: nothing needs this
step end_well
  goal "The customer knows what comes next."
  say  "It comes tomorrow."
`;

/** The command's server in a folder, as an editor runs it; `shown` waits until the editor is to show exactly this. */
async function openFolder(folder: string) {
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const newest = new Map<string, string>();
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    newest.set(uri, diagnostics.map(({ severity, code }) => `${severity} ${code}`).join(', '));
    for (const look of [...waiting]) look();
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    capabilities: {},
    workspaceFolders: [{ uri, name: 'test' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  onTestFinished(async () => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    connection.dispose();
  });
  const shown = (name: string, findings: string): Promise<void> => {
    const { promise, resolve } = new Deferred();
    const look = (): void => {
      if (newest.get(`${uri}/${name}`) !== findings) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
    return promise;
  };
  const changed = (name: string) =>
    connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${uri}/${name}`, type: FileChangeType.Changed }],
    });
  return { shown, changed };
}

test('an editor shows what the command line would, and follows each change of poise.json', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'poise-lsp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const configure = (text: string) => writeFileSync(join(folder, 'poise.json'), text);
  mkdirSync(join(folder, 'drafts'));
  writeFileSync(join(folder, 'drafts/late.playbook'), PLAYBOOK);
  configure('{ "folders": { "drafts": { "severity": { "missing-goal": "info" } } } }');
  const { shown, changed } = await openFolder(folder);
  await shown('poise.json', '');
  await shown('drafts/late.playbook', '3 missing-goal, 2 unneeded-suppression');

  configure('{ "severity": { "missing-goal": "error" }, "fialLevel": "error" }');
  await changed('poise.json');
  await shown('poise.json', '1 unknown-setting');
  await shown('drafts/late.playbook', '1 missing-goal, 2 unneeded-suppression');

  rmSync(join(folder, 'poise.json'));
  await changed('poise.json');
  await shown('poise.json', '');
  await shown('drafts/late.playbook', '2 missing-goal, 2 unneeded-suppression');
  expect.assertions(0);
});
