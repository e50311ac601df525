import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import reportSchema from '../../cli/report.schema.json' with { type: 'json' };
import { columnsOf } from '../../cli/src/output/width.ts';
import { brokenPlaybook, folderWith, poise, shell, soundPlaybook } from './poise.ts';

const ESCAPE = '\u001b';

/** Controls, but for the end of a line, and marks that turn the direction of writing. */
const OBEYED = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** The lines that show the source: the number and the line, and what stands below it. */
function frameOf(stdout: string): readonly [source: string, carets: string] {
  const lines = stdout.split('\n');
  const at = lines.findIndex((line) => /^ +\d+ \| /.test(line));
  return [lines[at] ?? '', lines[at + 1] ?? ''];
}

/** What stands above the carets, column by column of the terminal. */
function marked(stdout: string): string {
  const [source, carets] = frameOf(stdout);
  const start = columnsOf(carets.slice(0, carets.indexOf('^')));
  const end = columnsOf(carets);
  let column = 0;
  let text = '';
  for (const { segment } of new Intl.Segmenter('en').segment(source)) {
    if (column >= start && column < end) text += segment;
    column += columnsOf(segment);
  }
  return text;
}

describe('a finding as people see it', () => {
  it('has its place, its words, its code, and its line with a caret below', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    expect(poise(['check'], { cwd }).stdout).toBe(
      [
        'a.playbook:12:3  error  `goall` is not something a step can have: did you mean `goal`?  [unknown-line]',
        '  12 |   goall "The customer feels heard."',
        '     |   ^^^^^',
        '',
        '1 error in 2 files',
        '',
      ].join('\n'),
    );
  });

  it('--quiet leaves the summary away', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    expect(poise(['check', '--quiet'], { cwd }).stdout).not.toContain('1 error');
    expect(poise(['check', '--quiet'], { cwd: folderWith({ 'a.playbook': soundPlaybook('a') }) }).stdout).toBe('');
  });

  it.each([
    ['tabs', '\t\tgoall "x"'],
    ['wide characters', '  say "日本語 한국어 ｆｕｌｌ" goall "x"'],
    ['pictures and marks above letters', '  say "👩‍👩‍👧 é 🇩🇪 ❤️" goall "x"'],
    ['a long line', `  say "${'words '.repeat(2000)}" goall "x" // ${'more '.repeat(2000)}`],
    ['a long line of wide characters', `  say "${'日本'.repeat(2000)}" goall "x"`],
  ])('the caret stands right after %s', (_, line) => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a').replace(/^ {2}goal .*$/m, `$&\n${line}`) });
    const { stdout } = poise(['check'], { cwd });
    expect(marked(stdout)).toBe('goall');
    expect(frameOf(stdout)[0].length).toBeLessThanOrEqual(125);
  });

  it('sends nothing to the terminal that it would obey', () => {
    const dangerous = `${ESCAPE}[2J${ESCAPE}]0;title\u0007\u009b1m\u202egoall\u2066\r`;
    const cwd = folderWith({
      [`x${ESCAPE}[31m.playbook`]: soundPlaybook('a').replace('goal', dangerous),
      'y.playbook': soundPlaybook('y').replace('version', `${dangerous} "${dangerous}"`),
    });
    for (const args of [
      ['check'],
      ['check', '--format', 'json'],
      ['check', `none${dangerous}`],
      ['explain', dangerous],
    ]) {
      const { stdout, stderr } = poise(args, { cwd });
      expect(stdout + stderr).not.toMatch(OBEYED);
    }
  });

  it('shows the first hundred findings of a file', () => {
    const lines = Array.from({ length: 150 }, (_, index) => `signal s${index} yes or no "A." "B."`).join('\n');
    const cwd = folderWith({ 'a.playbook': `${'signal same yes or no "A signal."\n'.repeat(150)}${lines}` });
    const { stdout } = poise(['check'], { cwd });
    expect(stdout.match(/^a\.playbook:\d+:/gm)).toHaveLength(100);
    expect(stdout).toMatch(/^a\.playbook {2}[\d,]+ findings in this file; the first 100 are shown$/m);
  });
});

describe('colours', () => {
  const check = (env: Record<string, string>) =>
    poise(['check'], { cwd: folderWith({ 'a.playbook': brokenPlaybook('a') }), env }).stdout.includes(ESCAPE);

  it('are not for pipes, not even in continuous integration', () => {
    expect(check({})).toBe(false);
    expect(check({ CI: 'true', TERM: 'xterm-256color' })).toBe(false);
  });

  it('can be forced', () => {
    expect(check({ FORCE_COLOR: '1' })).toBe(true);
    expect(check({ FORCE_COLOR: '0' })).toBe(false);
  });

  it('are nobody’s who says no', () => {
    expect(check({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });
});

describe('pipes', () => {
  it('whoever has read enough may close', () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.playbook`, brokenPlaybook(`p${i}`)]));
    const { status, stderr } = shell('set -o pipefail; poise check | head -n 1', { cwd: folderWith(files) });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it.runIf(process.platform === 'linux')('a full disk below standard output is one line and exit code 3', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    const { status, stderr } = shell('poise check > /dev/full', { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: "poise: the output can't be written: the disk is full\n" });
  });

  it('a closed standard error is no matter', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    expect(shell('poise check nothing 2>&-', { cwd }).status).toBe(2);
  });
});

describe('--format json', () => {
  const isReport = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  }).compile(reportSchema);
  const files = {
    'a.playbook': `use "shared/s.playbook"\n${brokenPlaybook('a')}\nsignal anger yes or no "A signal."\n`,
    'b.playbook': soundPlaybook('b'),
    'shared/s.playbook': 'signal anger from 0 to 10 "A signal."\n',
  };

  it.each([
    ['check with findings', ['check'], 1],
    ['check without', ['check', 'b.playbook'], 0],
    ['build with findings', ['build'], 1],
    ['build without', ['build', 'b.playbook'], 0],
    ['wrong use', ['check', 'nothing'], 2],
  ])('%s: a document that fits the schema, the same each time', (_, args, exitCode) => {
    const outcomes = [folderWith(files), folderWith(files)].map((cwd) => {
      const outcome = poise([...args, '--format', 'json', '--today', '2026-11-22'], { cwd });
      expect(outcome.stdout).not.toContain(cwd);
      return outcome;
    });
    const [{ status, stdout } = { status: null, stdout: '' }, again] = outcomes;
    expect(again?.stdout).toBe(stdout);
    const report: unknown = JSON.parse(stdout);
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    expect(report).toMatchObject({ exitCode });
    expect(status).toBe(exitCode);
  });

  it('counts lines and columns from 1 and names files from the root', () => {
    const { stdout } = poise(['check', '--format', 'json'], { cwd: folderWith(files) });
    const { findings, counts } = JSON.parse(stdout);
    expect(findings[0]).toMatchObject({ file: 'a.playbook' });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'unknown-line', line: 13, column: 3, endLine: 13, endColumn: 8 }),
    );
    expect(counts.files).toBe(3);
  });
});
