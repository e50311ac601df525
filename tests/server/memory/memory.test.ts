/// <reference types="node" />
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WORK, type Work } from '@poise/server/protocol';
import { expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { folderWith, POISE } from '../../cli/poise.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { SOURCES, Writer } from './writer.ts';

const EDITS = runs(10_000).numRuns;
const MEASUREMENTS = 10;
/** How often somebody pauses, so that all is proved. */
const PAUSES = 10;
/**
 * What the heap may grow by for each edit, in bytes. A tree that is kept is some 50 kB, a finding or a listener 300 bytes; what remains is how much a heap differs
 * from one collection to the next, some 100 kB, over the edits of the second half.
 */
const GROWTH = 64 + 250_000 / EDITS;

/**
 * Collects what is garbage and tells how much isn't, when it is asked to over the channel between the processes; but for the code that the machine makes of ours,
 * of which there is ever more.
 */
const MEASURE = `const { getHeapSpaceStatistics } = require('node:v8');
process.on('message', () => {
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const objects = getHeapSpaceStatistics().filter(({ space_name }) => !/code|trusted/.test(space_name));
  process.send(objects.reduce((sum, { space_used_size }) => sum + space_used_size, 0));
});`;

test(
  'memory is steady, however much is edited',
  async () => {
    const folder = folderWith({ ...SOURCES, 'measure.cjs': MEASURE });
    const measure = join(folder, 'measure.cjs');
    const server = spawn(process.execPath, ['--expose-gc', '--require', measure, POISE, 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    onTestFinished(() => void server.kill());
    const { stdin, stdout } = server;
    if (!stdin || !stdout) throw new Error('no streams');
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
    const proved = watchProofs(connection);
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
    });
    await connection.sendNotification(InitializedNotification.type, {});

    const heap: number[] = [];
    const writer = new Writer(connection, uriOf);
    for (let measurement = 0; measurement <= MEASUREMENTS; measurement++) {
      for (let pause = 0; pause < PAUSES; pause++) {
        const pausing = EDITS / MEASUREMENTS / PAUSES;
        for (let edit = 0; measurement > 0 && edit < pausing; edit++) await writer.edit();
        await writer.restore();
        await proved();
      }
      server.send('measure');
      const [bytes] = await once(server, 'message');
      heap.push(Number(bytes));
    }
    connection.dispose();
    // The first half is for what fills once: code that is compiled, tables that are kept.
    expect(growth(heap.slice(MEASUREMENTS / 2), EDITS / MEASUREMENTS)).toBeLessThan(GROWTH);
  },
  5 * PATIENCE,
);

/** Gives, each time, what waits until everything has been proved, a moment after the last file has been checked. */
function watchProofs(connection: ProtocolConnection): () => Promise<void> {
  let whenProved: (() => void) | undefined;
  connection.onNotification(WORK, ({ isProving }: Work) => {
    if (!isProving) whenProved?.();
  });
  return () => new Promise((resolve) => (whenProved = resolve));
}

/** By how much some values that are that far apart grow, for each one of that distance: the slope of the line that lies nearest to them. */
function growth(values: readonly number[], distance: number): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const run = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return rise / run / distance;
}
