/// <reference types="node" />
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../scripts/bundling.ts';

const bench = fileURLToPath(new URL('.', import.meta.url));
/** What runs in a process of its own is in a folder of that name, one file for each. */
const OURS = /^\w+\/ours\/[\w-]+\.ts$/;
const PEERS = /^\w+\/peers\/[\w-]+\.ts$/;
/** A peer that is put together here of what is in a package: whoever has such a one has it bundled. */
const BUNDLED_PEERS = ['editor/peers/plain-langium.ts'];

/**
 * Bundles what runs in the child processes, so that none of them spends time or memory on TypeScript: ours as the command is bundled, with all it needs; the
 * peers as those who use them have them, from their packages.
 *
 * @returns the folder they are in, each at its own path
 */
export async function bundleChildren(): Promise<string> {
  const paths = readdirSync(bench, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const places = { absWorkingDir: bench, outdir: 'dist', outbase: '.' };
  await build({ ...bundling, ...places, entryPoints: [...paths.filter((path) => OURS.test(path)), ...BUNDLED_PEERS] });
  await build({
    ...places,
    entryPoints: paths.filter((path) => PEERS.test(path) && !BUNDLED_PEERS.includes(path)),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return fileURLToPath(new URL('dist', import.meta.url));
}
