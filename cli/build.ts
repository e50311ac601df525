/// <reference types="node" />
/**
 * Bundles the `poise` command with all it needs, so that it starts fast and runs where nothing is installed but Node 20.
 *
 * Run it with `node cli/build.ts`.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledFolders, compactGrammar, productionParser } from '../scripts/esbuild-plugins.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = fileURLToPath(new URL('dist', import.meta.url));

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { poise: fileURLToPath(new URL('src/main.ts', import.meta.url)) },
  outdir,
  // What several commands need is in files of their own, so that none reads what only others need: `check` not the language server's libraries.
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  // Some libraries ask for Node's own modules as CommonJS does.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  bundle: true,
  // What this package offers Node first asks for its parts in a way that can't be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [productionParser, compactGrammar, bundledFolders(root)],
});
