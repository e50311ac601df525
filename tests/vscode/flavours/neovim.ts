/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOfPlaybooks, inScratch, installPoise } from '../harness/workspace.ts';
import { programOf } from '../hosts/debian.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As it is documented: the set-up is part of the page on editors. */
const SET_UP = here('../../../docs/editors/neovim.lua');
const SESSION = here('../../neovim/session.lua');

/** A minute and a half: a server that doesn't answer fails. */
const PATIENCE_MS = 90_000;

/** Another editor on the same server, the command `poise lsp`. */
export async function neovim(): Promise<void> {
  const program = programOf('nvim', 'neovim');
  await inScratch(async (scratch) => {
    const cwd = copyOfPlaybooks(scratch);
    const bin = installPoise(cwd);
    const { status, stderr } = spawnSync(
      program,
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '--cmd', 'filetype on', '-S', SET_UP, '-S', SESSION],
      {
        cwd,
        env: { ...process.env, HOME: scratch, PATH: `${bin}${delimiter}${process.env.PATH}` },
        stdio: ['ignore', 'inherit', 'pipe'],
        encoding: 'utf8',
        timeout: PATIENCE_MS,
      },
    );
    if (status !== 0) throw new Error(`nvim ended with ${status}: ${stderr}`);
  });
}
