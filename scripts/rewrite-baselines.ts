/// <reference types="node" />
// Takes what the shipped playbooks give now as what they should give: `npm run baselines`, then look at what git says has changed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { currentBaselines } from '../tests/harness/baselines.ts';

const folder = new URL('../tests/baselines/', import.meta.url);
const baselines = await currentBaselines();
for (const part of ['compiled/', 'findings/']) rmSync(new URL(part, folder), { recursive: true, force: true });
for (const [name, text] of baselines) {
  const file = new URL(name, folder);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${baselines.size} baselines written`);
