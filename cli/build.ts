/// <reference types="node" />
/**
 * Bundles the `poise` command with all it needs, so that it starts fast and runs where nothing is installed but Node 20.
 *
 * Run it with `node cli/build.ts`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../scripts/bundling.ts';

const outdir = fileURLToPath(new URL('dist', import.meta.url));

/** Stands for the hash of what is built, in it. */
const BUILD_ID = '@poise-build@';

const { outputFiles } = await build({
  ...bundling,
  entryPoints: { poise: fileURLToPath(new URL('src/main.ts', import.meta.url)) },
  outdir,
  write: false,
  define: { ...bundling.define, POISE_BUILD: JSON.stringify(BUILD_ID) },
});

const hash = createHash('sha256');
for (const { contents } of outputFiles) hash.update(contents);
const buildId = hash.digest('hex').slice(0, 16);
rmSync(outdir, { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.replaceAll(BUILD_ID, buildId));
}
