/// <reference types="node" />
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const extension = fileURLToPath(new URL('.', import.meta.url));
const root = dirname(extension.replace(/[\\/]$/, ''));

/** What only those who build it need to know. */
const NOT_FOR_USERS = ['private', 'type', 'scripts', 'dependencies', 'devDependencies'];

/** Lays out, in an empty folder, what the package is made of: what has been built, what the manifest names, and what is to be read. */
export function stage(folder: string): void {
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  for (const name of NOT_FOR_USERS) delete manifest[name];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  for (const path of new Set(['README.md', 'dist', ...filesNamedIn(manifest)]))
    cpSync(join(extension, path), join(folder, path), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  // What its links lead to is not in the package.
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').replace(/\[([^\]]+)\]\((?!https:)[^)]+\)/g, '$1');
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
}

/** Packs what `stage` lays out. @param packagePath the file to write, which ends in `.vsix` */
export async function pack(packagePath: string): Promise<void> {
  const staged = mkdtempSync(join(tmpdir(), 'poise-package-'));
  try {
    stage(staged);
    await createVSIX({ cwd: staged, packagePath, dependencies: false, allowMissingRepository: true });
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

function filesNamedIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(\.\/)?[\w-]+[/.]/.test(value) && existsSync(join(extension, value)) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(filesNamedIn) : [];
}
