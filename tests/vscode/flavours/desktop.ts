/// <reference types="node" />
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { stage } from '../../../extension/stage.ts';
import { bundleSuites } from '../bundle-suites.ts';
import { commitAll, copyOfPlaybooks, inScratch, installPoise } from '../harness/workspace.ts';
import { codeProgram } from '../hosts/desktop-code.ts';
import { TestLog } from '../hosts/test-log.ts';

/** The suites in a Visual Studio Code whose extensions are processes of Node. */
export async function desktop(only: string): Promise<void> {
  const extensionTestsPath = await bundleSuites(
    'desktop',
    only,
    fileURLToPath(new URL('../dist/desktop.cjs', import.meta.url)),
  );
  const vscodeExecutablePath = await codeProgram();
  await inScratch(async (scratch) => {
    const extensionDevelopmentPath = join(scratch, 'extension');
    stage(extensionDevelopmentPath);
    const folder = copyOfPlaybooks(scratch);
    commitAll(folder);
    installPoise(folder);
    const launchArgs = [folder, '--disable-extensions'];
    // It says what it ends with, which is said anyway.
    const release = new TestLog().takeConsole();
    await runTests({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath, launchArgs }).finally(release);
  });
}
