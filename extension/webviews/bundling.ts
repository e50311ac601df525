/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How each webview is made into a script and a style sheet, by its name. */
export const webviewBundling = {
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  entryPoints: { 'webviews/preview': here('preview/main.tsx'), 'webviews/simulator': here('simulator/main.tsx') },
} as const satisfies BuildOptions;
