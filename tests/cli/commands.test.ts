import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { showMarkdown } from '../../cli/src/output/markdown.ts';
import { brokenPlaybook, emptyFolder, folderWith, POISE, poise } from './poise.ts';

const PAGES = fileURLToPath(new URL('../../docs/diagnostics', import.meta.url));
const STARTER = fileURLToPath(new URL('../../cli/templates/starter', import.meta.url));

describe('poise new', () => {
  it('makes a folder in which nothing at all is found', () => {
    const cwd = emptyFolder();
    const { status, stdout, stderr } = poise(['new', 'mine'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of readdirSync(STARTER)) expect(existsSync(join(cwd, 'mine', name))).toBe(true);
    expect(stdout).toContain('  cd mine\n  poise check\n');
    const check = poise(['check', '--fail-level', 'info'], { cwd: join(cwd, 'mine') });
    expect(check).toEqual({ status: 0, stdout: 'nothing found in 2 files\n', stderr: '' });
    expect(poise(['build'], { cwd: join(cwd, 'mine') }).status).toBe(0);
  });

  it('is to be reviewed a year later', () => {
    const cwd = emptyFolder();
    const years = [new Date().getUTCFullYear() + 1];
    poise(['new', '.'], { cwd });
    years.push(new Date().getUTCFullYear() + 1);
    const playbook = readFileSync(join(cwd, 'playbooks/late_delivery.playbook'), 'utf8');
    expect(years).toContain(Number(/review by (\d{4})/.exec(playbook)?.[1]));
  });

  it('fills a folder that is there and empty', () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'mine'));
    expect(poise(['new', 'mine'], { cwd }).status).toBe(0);
  });
});

describe('poise explain', () => {
  it('shows the page of a code, which is in the bundle', () => {
    const page = readFileSync(join(PAGES, 'unknown-line.md'), 'utf8');
    const expected = showMarkdown(page, createColors(false), 120);
    expect(poise(['explain', 'unknown-line'], { cwd: emptyFolder() })).toEqual({
      status: 0,
      stdout: expected,
      stderr: '',
    });
  });

  it('knows what is meant', () => {
    const { status, stderr } = poise(['explain', 'unknwon-line'], { cwd: emptyFolder() });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'poise: there is no finding with the code `unknwon-line`: did you mean `unknown-line`?\n',
    });
  });

  it.each(readdirSync(PAGES))('%s reads well in a terminal', (name) => {
    const page = readFileSync(join(PAGES, name), 'utf8');
    const shown = showMarkdown(page, createColors(false), 60);
    expect(shown.split('\n')[0]).toBe(page.split('\n')[0]?.replace(/^# /, ''));
    expect(shown).not.toMatch(/^```|\*\*|\]\(/m);
    const words = (text: string) =>
      text
        .replace(/^```\w+ (.+)$/gm, '$1:')
        .replace(/^#+ |^```.*$|\*\*|\]\([^)]*\)|\[/gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
    expect(words(shown)).toBe(words(page));
  });
});

describe('poise lsp', () => {
  it('answers, says what is wrong in a file, and goes when told to', async () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    const uri = (path: string) => new URL(`file://${join(cwd, path)}`).href;
    const server = spawn(process.execPath, [POISE, 'lsp', '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const diagnostics = new Promise<{ code: string }[]>((resolve) =>
      connection.onNotification('textDocument/publishDiagnostics', (published) => {
        if (published.uri === uri('a.playbook')) resolve(published.diagnostics);
      }),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const { capabilities } = await connection.sendRequest<{ capabilities: object }>('initialize', {
      processId: process.pid,
      rootUri: uri(''),
      workspaceFolders: [{ uri: uri(''), name: 'test' }],
      capabilities: {},
    });
    expect(capabilities).toHaveProperty('textDocumentSync');
    await connection.sendNotification('initialized', {});
    expect((await diagnostics).map(({ code }) => code)).toContain('unknown-line');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    connection.dispose();
  });
});
