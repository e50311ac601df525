/// <reference types="node" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../../../extension/stage.ts';
import { addBranch, commitAll, copyOfPlaybooks, inScratch, installPoise } from '../harness/workspace.ts';
import { newUser, runCodeCommand, windowOn, withCodeServer } from '../hosts/code-server.ts';
import { TestLog } from '../hosts/test-log.ts';
import { comparing, OTHER_BRANCH } from '../person/comparing.ts';
import { type Doing, does } from '../person/doing.ts';
import { preview } from '../person/preview.ts';
import { running } from '../person/running.ts';
import { simulator } from '../person/simulator.ts';
import { testing } from '../person/testing.ts';
import { Window } from '../person/window.ts';
import { LAMP, writing } from '../person/writing.ts';

/** What a person does, in this order. */
export const DOINGS: Readonly<Record<string, Doing>> = { comparing, writing, running, preview, simulator, testing };

/** The package as it ships, installed on the command line, and used by hand. */
export async function vsix(only: string): Promise<void> {
  await inScratch(async (scratch) => {
    const user = newUser(scratch);
    const folder = copyOfPlaybooks(scratch);
    commitAll(folder);
    addBranch(folder, ...OTHER_BRANCH);
    installPoise(folder);
    writeFileSync(join(folder, 'broken_lamp.playbook'), LAMP);
    await install(join(scratch, 'poise.vsix'));
    await withCodeServer(user, [], async (server, browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
      await page.goto(windowOn(server, folder, []));
      await page.locator('.monaco-workbench').waitFor();
      const window = new Window(page);
      // More room for what is looked at.
      await window.run('View: Close Primary Side Bar');
      for (const [what, doing] of Object.entries(DOINGS)) if (what.includes(only)) await does(what, doing, window);
    });

    async function install(file: string): Promise<void> {
      const release = new TestLog().takeConsole();
      await pack(file).finally(release);
      runCodeCommand(user, ['--install-extension', file]);
      const installed = runCodeCommand(user, ['--list-extensions']);
      if (!installed.includes('poise.poise-vscode')) throw new Error(`not installed:\n${installed}`);
    }
  });
}
