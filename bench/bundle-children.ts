/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../scripts/bundling.ts';

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles what runs in the child processes, so that none of them spends time or memory on TypeScript: ours as the command is bundled, with all it needs; the
 * peers as those who use them have them, from their packages.
 *
 * @returns the folder they are in
 */
export async function bundleChildren(): Promise<string> {
  const outdir = fileOf('dist');
  const ours = ['poise', 'json', 'peak-memory'];
  const peers = ['typespec', 'graphql'];
  const entriesOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, fileOf(`children/${name}.ts`)]));
  await build({ ...bundling, entryPoints: entriesOf(ours), outdir });
  await build({
    entryPoints: entriesOf(peers),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return outdir;
}
