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
import { bundledFolders, productionParser } from '../scripts/esbuild-plugins.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = fileURLToPath(new URL('dist', import.meta.url));

/** Stands for the hash of what is built, in it. */
const BUILD_ID = '@poise-build@';

const { outputFiles } = await build({
  entryPoints: { poise: fileURLToPath(new URL('src/main.ts', import.meta.url)) },
  outdir,
  // Measured: one CommonJS file starts as fast as ESM split in several, and a little faster than ESM in one. Modules imported on demand run on demand
  // all the same.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // CommonJS has no `import.meta`; some libraries ask it where they are.
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl', POISE_BUILD: JSON.stringify(BUILD_ID) },
  bundle: true,
  write: false,
  // What this package offers Node first asks for its parts in a way that can't be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [productionParser, bundledFolders(root)],
});

const hash = createHash('sha256');
for (const { contents } of outputFiles) hash.update(contents);
const buildId = hash.digest('hex').slice(0, 16);
rmSync(outdir, { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.replaceAll(BUILD_ID, buildId));
}
