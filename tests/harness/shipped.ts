import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** Every playbook and library that is shipped, by its path from the workspace's root: as found, none listed by hand. */
export function shippedSources(): ReadonlyMap<string, string> {
  const paths = readdirSync(new URL('playbooks/', ROOT), { recursive: true, encoding: 'utf8' })
    .map((path) => `playbooks/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.playbook'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}
