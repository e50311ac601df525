/// <reference types="node" />
/**
 * Bundles the `poise` command with all it needs, so that it starts fast and runs where nothing is installed but Node 20.
 *
 * Run it with `node cli/build.ts`.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  // What several commands need is in files of their own, so that none reads what only others need: `check` not the language server's libraries.
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  // Some libraries ask for Node's own modules as CommonJS does, and one for the folder that it is in.
  banner: {
    js:
      "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" +
      "const __dirname = require('node:url').fileURLToPath(new URL('.', import.meta.url));",
  },
  define: { POISE_BUILD: JSON.stringify(BUILD_ID) },
  write: false,
});

const hash = createHash('sha256');
for (const { contents } of outputFiles) hash.update(contents);
const buildId = hash.digest('hex').slice(0, 16);
rmSync(outdir, { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.replaceAll(BUILD_ID, buildId));
}

// The pages of coverage take their looks from here: the library looks for them beside itself.
const pages = dirname(createRequire(import.meta.url).resolve('istanbul-reports/lib/html/index.js'));
cpSync(join(pages, 'assets'), join(outdir, 'assets'), { recursive: true });
