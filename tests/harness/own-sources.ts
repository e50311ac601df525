import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
/** What is not ours to judge, or was made from what is. */
const NOT_OWN = /(^|\/)(node_modules|dist|generated|\.git)(\/|$)/;

/** Our own files under a folder of the repository (with a `/` at its end), by path from the root; nothing generated, nothing installed. */
export function ownFiles(folder: string, extension: string): ReadonlyMap<string, string> {
  const paths: string[] = [];
  const visit = (inside: string): void => {
    for (const entry of readdirSync(new URL(inside, ROOT), { withFileTypes: true })) {
      const path = inside + entry.name;
      if (NOT_OWN.test(path)) continue;
      if (entry.isDirectory()) visit(`${path}/`);
      else if (entry.isFile() && path.endsWith(extension)) paths.push(path);
    }
  };
  visit(folder);
  return new Map(paths.sort().map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}
