/// <reference types="node" />
// Writes the conformance suite anew: `npm run conformance`. Not while the engine does something else than what cases expect, which people wrote.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { currentSuite, WRITTEN_FOLDERS } from '../tests/harness/conformance/suite.ts';

const folder = new URL('../tests/conformance/', import.meta.url);
const { files, failures } = await currentSuite();
const failed = [...failures].filter(([, found]) => found.length > 0);
for (const [name, found] of failed) console.error(`${name}\n  ${found.join('\n  ')}`);
if (failed.length > 0) {
  console.error(`${failed.length} of ${failures.size} cases aren't met: nothing is written`);
  process.exit(1);
}
for (const part of WRITTEN_FOLDERS) rmSync(new URL(`${part}/`, folder), { recursive: true, force: true });
for (const [name, text] of files) {
  const file = new URL(name, folder);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.size} files written, of ${failures.size} cases and the shipped scenarios`);
