/// <reference types="node" />
import { type ChildProcess, type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { cachedPackage, npm } from './cached-package.ts';
import { within } from './within.ts';

/** code-server with Visual Studio Code 1.139.1 in it. It needs the Node that this project has. */
const VERSION = '4.139.1';
/** It listens after some seconds. */
const START_MINUTES = 3;

/** Nothing that looks anything up, nothing in the way, and nothing saved behind a person's back: in a browser it would be. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'remote.autoForwardPorts': false,
  'git.decorations.enabled': false,
  'git.blame.statusBarItem.enabled': false,
  'scm.diffDecorations': 'none',
  'files.exclude': { '**/node_modules': true },
};

/** Where a Visual Studio Code keeps what is the user's. */
export interface UserFolders {
  /** A folder for whatever is needed besides. */
  readonly scratch: string;
  readonly userData: string;
  readonly extensions: string;
}

/** A Visual Studio Code that serves its window to a browser. */
export interface CodeServer {
  /** Host and port. */
  readonly authority: string;
}

/** The folders of a user who has never used it before, within a new folder. */
export function newUser(scratch: string): UserFolders {
  return { scratch, userData: join(scratch, 'user'), extensions: join(scratch, 'extensions') };
}

/** What `code <arguments>` prints on the command line. */
export function runCodeCommand(user: UserFolders, what: readonly string[]): string {
  return execFileSync(process.execPath, [...commandFor(user), ...what], {
    env: environment(),
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** Does something with one in a browser, and ends both, with all that they have started. */
export async function withCodeServer<Result>(
  user: UserFolders,
  options: readonly string[],
  work: (server: CodeServer, browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await launchBrowser();
  try {
    const child = start(user, options);
    try {
      return await work({ authority: await authorityOf(child) }, browser);
    } finally {
      await stop(child);
    }
  } finally {
    await browser.close();
  }
}

function start(user: UserFolders, options: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(
    process.execPath,
    [
      ...commandFor(user),
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--session-socket', join(user.scratch, 'session.sock')],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-proxy'],
      '--disable-getting-started-override',
      ...options,
    ],
    { env: environment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

/** Waits until it listens. */
function authorityOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let log = '';
  const listening = Promise.withResolvers<string>();
  const read = (text: Buffer): void => {
    log += text;
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log)?.[1];
    if (port) listening.resolve(`127.0.0.1:${port}`);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('error', listening.reject);
  child.once('exit', () => listening.reject(new Error(`code-server ended:\n${log}`)));
  return within(START_MINUTES, listening.promise, 'code-server listens');
}

/** The address of a window on a folder. */
export function windowOn(
  { authority }: CodeServer,
  folder: string,
  payload: readonly (readonly [string, string])[],
): string {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** How the window calls a file of this machine. */
export const remoteUri = ({ authority }: CodeServer, path: string): string => `vscode-remote://${authority}${path}`;

function commandFor({ scratch, userData, extensions }: UserFolders): string[] {
  const config = join(scratch, 'config.yaml');
  writeFileSync(config, 'auth: none\n');
  const settings = join(userData, 'User', 'settings.json');
  if (!existsSync(settings)) {
    mkdirSync(join(userData, 'User'), { recursive: true });
    writeFileSync(settings, JSON.stringify(QUIET_SETTINGS));
  }
  const program = join(codeServer(), 'out', 'node', 'entry.js');
  return [program, '--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}

/** Its own script for this would compile two modules that no test needs. What it installs has its versions in a lock file. */
function codeServer(): string {
  return cachedPackage('code-server', VERSION, (folder) =>
    npm(['install', '--omit=dev'], join(folder, 'lib', 'vscode')),
  );
}

/** As if started from a plain terminal, and without a marketplace. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_(?!TEST_)|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  // The group: it has processes of its own.
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
