/// <reference types="node" />
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { SUITES, type SuiteFlavour } from './suites.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const mochaInBrowser: Plugin = {
  name: 'mocha-in-browser',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^mocha$/ }, () => ({ path: join(here, 'harness', 'mocha-in-browser.ts') })),
};

/**
 * Bundles the suites of a flavour into one file, as Visual Studio Code takes it.
 *
 * @param only runs those whose name has this in it
 * @param outfile where it is to be; on a desktop, Node has to find Mocha from there
 * @returns the same
 * @throws where a suite has been written and entered nowhere: it would never be played
 */
export async function bundleSuites(flavour: SuiteFlavour, only: string, outfile: string): Promise<string> {
  const forgotten = readdirSync(join(here, 'suites')).filter((name) => !(name in SUITES));
  if (forgotten.length > 0) throw new Error(`enter in suites.ts: ${forgotten.join(', ')}`);
  const chosen = Object.entries(SUITES).filter(([name, flavours]) => flavours.includes(flavour) && name.includes(only));
  await build({
    stdin: {
      contents: `import { runSuites } from './harness/run-suites.ts';
        export const run = () => runSuites(async () => { ${chosen.map(([name]) => `await import('./suites/${name}');`).join(' ')} });`,
      resolveDir: here,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode', ...(flavour === 'desktop' ? ['mocha'] : [])],
    ...(flavour === 'desktop'
      ? { platform: 'node', target: 'node22' }
      : { platform: 'browser', target: 'es2022', plugins: [mochaInBrowser] }),
  });
  return outfile;
}
