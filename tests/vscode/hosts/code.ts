#!/usr/bin/env node
/// <reference types="node" />
/**
 * Stands in for the program `code` where there is no screen: takes the arguments that `@vscode/test-electron` gives it, plays the tests that they name
 * in code-server's Visual Studio Code, and ends with the code that the tests end with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { newUser, remoteUri, startCodeServer, windowOn } from './code-server.ts';
import { TestLog } from './test-log.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: text,
    extensionTestsPath: text,
    'user-data-dir': text,
    'extensions-dir': text,
  },
  allowPositionals: true,
  strict: false,
});
const pathFrom = (value: unknown): string => resolve(String(value).replace(/^file:\/\//, ''));

const log = new TestLog();
const scratch = mkdtempSync(join(tmpdir(), 'poise-code-'));
const server = await startCodeServer(newUser(scratch), [
  // Without it, a built Visual Studio Code ignores the tests that it is given.
  ...['--vscode-option', 'enable-smoke-test-driver'],
]);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const ended = Promise.withResolvers<number>();
  // The window calls these two by name.
  await page.exposeFunction('codeAutomationExit', ended.resolve);
  await page.exposeFunction('codeAutomationLog', (_type: string, parts: unknown[]) => log.take(parts));
  page.on('crash', () => ended.reject(new Error('the window crashed')));
  await page.goto(
    windowOn(server, pathFrom(positionals[0]), [
      ['extensionDevelopmentPath', remoteUri(server, pathFrom(values.extensionDevelopmentPath))],
      ['extensionTestsPath', remoteUri(server, pathFrom(values.extensionTestsPath))],
      ['skipWelcome', 'true'],
    ]),
  );
  process.exitCode = await ended.promise;
  log.end();
} finally {
  await browser.close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
