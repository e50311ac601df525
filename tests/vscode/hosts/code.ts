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
import { newUser, remoteUri, windowOn, withCodeServer } from './code-server.ts';
import { TestLog } from './test-log.ts';
import { within } from './within.ts';

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

/** All suites together take one minute or two. */
const TESTS_MINUTES = 10;
// Without it, a built Visual Studio Code ignores the tests that it is given.
const OPTIONS = ['--vscode-option', 'enable-smoke-test-driver'];

const log = new TestLog();
const scratch = mkdtempSync(join(tmpdir(), 'poise-code-'));
try {
  process.exitCode = await withCodeServer(newUser(scratch), OPTIONS, async (server, browser) => {
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
    return within(TESTS_MINUTES, ended.promise, 'the tests end');
  });
} finally {
  log.end();
  rmSync(scratch, { recursive: true, force: true });
}
