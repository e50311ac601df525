/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { bundledFolders, compactGrammar, productionParser } from './esbuild-plugins.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How Poise is made into one file for Node, for what measures the compiler; the command itself is made so too, but into several. */
export const bundling = {
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // CommonJS has no `import.meta`; some libraries ask it where they are.
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl' },
  bundle: true,
  // What this package offers Node first asks for its parts in a way that can't be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [productionParser, compactGrammar, bundledFolders(root)],
} as const satisfies BuildOptions;
