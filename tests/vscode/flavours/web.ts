/// <reference types="node" />
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runTests } from '@vscode/test-web';
import { chromium } from 'playwright-core';
import { stage } from '../../../extension/stage.ts';
import { bundleSuites } from '../bundle-suites.ts';
import { copyOfPlaybooks, inScratch } from '../harness/workspace.ts';
import { browserOptions } from '../hosts/browser.ts';
import { TestLog } from '../hosts/test-log.ts';
import { layOutWebBuild } from '../hosts/web-build.ts';

/** The suites in a Visual Studio Code that lives in a browser altogether: extension and language server are workers. */
export async function web(only: string): Promise<void> {
  // `@vscode/test-web` starts the browser itself, and can't be told which: it takes this very object for it.
  const { launch } = chromium;
  const log = new TestLog();
  chromium.launch = () => launch.call(chromium, browserOptions());
  const release = log.takeConsole();
  try {
    await inScratch(async (scratch) => {
      const extensionDevelopmentPath = join(scratch, 'extension');
      stage(extensionDevelopmentPath);
      // It is asked for, and a word is said of it if it isn't there.
      writeFileSync(join(extensionDevelopmentPath, 'package.nls.json'), '{}');
      await runTests({
        browserType: 'chromium',
        ...layOutWebBuild(join(scratch, 'builds')),
        port: await freePort(),
        extensionDevelopmentPath,
        // Tests are run where the extension is that they are a part of.
        extensionTestsPath: await bundleSuites('web', only, join(extensionDevelopmentPath, 'tests.js')),
        folderPath: copyOfPlaybooks(scratch),
      });
    });
  } finally {
    chromium.launch = launch;
    release();
    log.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
