/// <reference types="node" />
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { CACHE } from './cached-package.ts';

const VERSION = '1.139.1';
const SOON_MS = 3_000;

/** The program `code`: a Visual Studio Code of its own where there is a screen for it and it can be had, else code-server's, which needs neither. */
export async function codeProgram(): Promise<string> {
  if (hasScreen() && (await answers('https://update.code.visualstudio.com/api/releases/stable')))
    return downloadAndUnzipVSCode({ version: VERSION, cachePath: join(CACHE, 'vscode') });
  return fileURLToPath(new URL('code.ts', import.meta.url));
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(SOON_MS) })).ok;
  } catch {
    return false;
  }
}
