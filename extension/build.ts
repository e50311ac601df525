/// <reference types="node" />
/**
 * Bundles the extension into `dist/`: the same sources for desktops and for browsers.
 *
 * Run it with `node extension/build.ts`.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { bundling } from '../scripts/bundling.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const desktop: BuildOptions = {
  ...bundling,
  target: 'node22',
  external: ['vscode'],
  entryPoints: { 'desktop/extension': here('src/desktop.ts'), 'desktop/server': here('src/server/desktop.ts') },
  outdir: here('dist'),
};

rmSync(here('dist'), { recursive: true, force: true });
await build(desktop);
