/// <reference types="node" />
/**
 * Makes the engine into one file that any JavaScript can import: Node, a browser, a worker. It needs nothing besides.
 *
 * Run it with `node runtime/build.ts`.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({
  entryPoints: { 'poise-runtime': fileURLToPath(new URL('src/index.ts', import.meta.url)) },
  outdir: fileURLToPath(new URL('dist', import.meta.url)),
  bundle: true,
  format: 'esm',
  // What asks for anything of Node or of a browser doesn't build.
  platform: 'neutral',
  target: 'es2023',
  minify: true,
  logLevel: 'warning',
});
