/// <reference types="node" />
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const POISE = fileURLToPath(new URL('../../../cli/bin/poise.js', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../../playbooks', import.meta.url));

/** Does something in an empty folder, and clears it away. */
export async function inScratch<Result>(work: (scratch: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), 'poise-editor-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Makes a copy of the shipped playbooks. @returns where */
export function copyOfPlaybooks(scratch: string): string {
  const copy = join(scratch, 'playbooks');
  cpSync(SHIPPED, copy, { recursive: true });
  return copy;
}

/** Installs the command `poise` in a workspace, as npm does. @returns the folder of the command */
export function installPoise(workspace: string): string {
  const folder = join(workspace, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'poise');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${POISE}" "$@"\n`);
  chmodSync(program, 0o755);
  return folder;
}
