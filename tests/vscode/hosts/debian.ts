/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program. Where it is missing, Debian's package of it is installed, if that is allowed here.
 *
 * @throws with one line that says what to install
 */
export function programOf(name: string, debianPackage: string = name): string {
  installWhereAllowed(name, debianPackage);
  const program = onPath(name);
  if (!program)
    throw new Error(`The tests need \`${name}\`: install it (on Debian: apt-get install ${debianPackage}).`);
  return program;
}

/** Installs Debian's package of a program that is missing, if that is allowed here. */
export function installWhereAllowed(name: string, debianPackage: string = name): void {
  if (onPath(name) || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.log(`installing ${debianPackage} …`);
  const apt = (...what: string[]) => spawnSync('apt-get', ['-qq', ...what], { stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '--yes', '--no-install-recommends', debianPackage);
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
