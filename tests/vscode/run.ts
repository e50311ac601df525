/// <reference types="node" />
/**
 * Plays the extension, and the language server, in real editors. `README.md` says how to add a suite.
 *
 * Run it with `node tests/vscode/run.ts [flavour …] [--suite <part of its name>]`; what is tested is what `npm run build` has built.
 */
import { parseArgs } from 'node:util';
import { desktop } from './flavours/desktop.ts';
import { neovim } from './flavours/neovim.ts';
import { DOINGS, vsix } from './flavours/vsix.ts';
import { web } from './flavours/web.ts';
import { SUITES } from './suites.ts';

/** Each takes part of the name of the suites that are asked for, and throws if a test fails. */
const FLAVOURS: Readonly<Record<string, (only: string) => Promise<void>>> = { desktop, web, vsix, neovim };

const { values, positionals } = parseArgs({
  options: { suite: { type: 'string', default: '' } },
  allowPositionals: true,
});
// Whoever misspells what is to be played isn't told that it passed.
const unknown = positionals.filter((name) => !(name in FLAVOURS));
if (![...Object.keys(SUITES), ...Object.keys(DOINGS)].some((name) => name.includes(values.suite)))
  unknown.push(values.suite);
if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')} to be played`);
const failed: string[] = [];
for (const [name, run] of Object.entries(FLAVOURS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(name);
  try {
    await run(values.suite);
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : error}`);
    failed.push(name);
  }
}
if (failed.length > 0) {
  console.log(`The editor's tests failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
