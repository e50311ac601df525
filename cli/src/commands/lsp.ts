import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { startServer } from '@poise/server';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/**
 * `poise lsp --stdio`: the language server, until the editor at the other end goes away.
 *
 * The connection finds `--stdio` on the command line by itself, and then keeps what is logged off standard output.
 */
export function lsp(today: () => string): void {
  // By itself Node would let garbage pile up to a gigabyte while somebody types: collecting it sooner takes no longer.
  setFlagsFromString('--heap-growing-percent=50');
  startServer({ connection: createConnection(ProposedFeatures.all), today, delay, ...NodeFileSystem });
}
