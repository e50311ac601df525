/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { bundledFolders, productionParser } from './esbuild-plugins.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How Poise is made into one file for Node: the command, and what measures the compiler as the command has it. */
export const bundling = {
  // Measured: one CommonJS file starts as fast as ESM split in several, and a little faster than ESM in one. Modules imported on demand run on demand
  // all the same.
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
  plugins: [productionParser, bundledFolders(root)],
} as const satisfies BuildOptions;
