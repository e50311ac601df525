import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome, poise, soundPlaybook } from './poise.ts';

const WORDS = 'phrases polite: "would you mind"\n';
const FILES = {
  'poise.json': '{}\n',
  'words.playbook': WORDS,
  'wrong_bill.playbook': `use "words.playbook"\n\n${soundPlaybook('wrong_bill')}`.replace(
    /when customer says (.*)\n/,
    'when customer says polite, $1\n',
  ),
};

const DAY = ['--today', '2026-11-22'];
const build = (cwd: string): Outcome => poise(['build', ...DAY], { cwd });
const report = (cwd: string, ...args: string[]) =>
  poise(['check', '--format', 'json', ...DAY, ...args], { cwd }).stdout;
/** A build's table has a time for each playbook that was compiled, and a dash for one that wasn't. */
const wasCompiled = ({ stdout }: Outcome): boolean => !/^wrong_bill .* –\s*$/m.test(stdout);
const kept = (cwd: string): string[] =>
  readdirSync(join(cwd, '.poise-cache'))
    .filter((name) => name !== '.gitignore')
    .map((name) => join(cwd, '.poise-cache', name));
/** A workspace in which everything has been built once. */
const built = (files: Readonly<Record<string, string>> = FILES): string => {
  const cwd = folderWith(files);
  expect(wasCompiled(build(cwd))).toBe(true);
  return cwd;
};

describe('what is asked again', () => {
  it('is answered in the same words without the work, and touches no document', () => {
    const cwd = built();
    const document = join(cwd, 'dist/playbooks/wrong_bill.json');
    const { mtimeMs } = statSync(document);
    const again = build(cwd);
    expect(wasCompiled(again)).toBe(false);
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('none of them changed');
    expect(statSync(document).mtimeMs).toBe(mtimeMs);
    expect(report(cwd)).toBe(report(cwd, '--no-cache'));
    expect(report(cwd)).toBe(report(cwd));
  });

  it('is told with all that was found, and fails as before', () => {
    const cwd = folderWith({ ...FILES, 'wrong_bill.playbook': FILES['wrong_bill.playbook'].replace('goal', 'goall') });
    const run = () => poise(['check', ...DAY], { cwd });
    const first = run();
    expect(first.status).toBe(1);
    expect(first.stdout).toContain('goall');
    expect(kept(cwd)).toHaveLength(1);
    expect(run()).toEqual(first);
    const allowed = poise(['build', ...DAY], { cwd });
    expect(allowed.status).toBe(1);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  it('is kept out of version control', () => {
    expect(readFileSync(join(built(), '.poise-cache/.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('the work is done again', () => {
  it.each<[string, (cwd: string) => void]>([
    [
      'when the playbook changes',
      (cwd) => writeFileSync(join(cwd, 'wrong_bill.playbook'), `${FILES['wrong_bill.playbook']}\n`),
    ],
    ['when a file that it uses changes', (cwd) => writeFileSync(join(cwd, 'words.playbook'), `${WORDS}// more\n`)],
    ['when poise.json changes', (cwd) => writeFileSync(join(cwd, 'poise.json'), '{ "locale": "en-GB" }\n')],
    ['when a playbook comes', (cwd) => writeFileSync(join(cwd, 'other.playbook'), soundPlaybook('other'))],
    ['when a document is gone', (cwd) => unlinkSync(join(cwd, 'dist/playbooks/wrong_bill.json'))],
    ['when a document was changed', (cwd) => writeFileSync(join(cwd, 'dist/playbooks/wrong_bill.json'), '{}\n')],
    ['when the output folder is gone', (cwd) => rmSync(join(cwd, 'dist'), { recursive: true })],
    [
      'when an unfinished build was left',
      (cwd) => mkdirSync(join(cwd, 'dist/playbooks/.poise-build-99999999-x'), { recursive: true }),
    ],
  ])('%s', (_when, change) => {
    const cwd = built();
    change(cwd);
    const again = build(cwd);
    expect(again.status).toBe(0);
    expect(wasCompiled(again)).toBe(true);
    expect(report(cwd)).toBe(report(cwd, '--no-cache'));
    expect(readdirSync(join(cwd, 'dist/playbooks')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(wasCompiled(build(cwd))).toBe(false);
  });

  it('when a file that was missing comes', () => {
    const { 'words.playbook': words, ...others } = FILES;
    const cwd = folderWith(others);
    expect(report(cwd, 'wrong_bill.playbook')).toContain('use-not-found');
    expect(report(cwd, 'wrong_bill.playbook')).toContain('use-not-found');
    writeFileSync(join(cwd, 'words.playbook'), words);
    expect(JSON.parse(report(cwd, 'wrong_bill.playbook')).findings).toEqual([]);
  });

  it('for another day', () => {
    const cwd = folderWith({
      ...FILES,
      'wrong_bill.playbook': FILES['wrong_bill.playbook'].replace('2999-12-31', '2027-01-01'),
    });
    const codes = (today: string) => poise(['check', '--today', today], { cwd }).stdout.includes('review-overdue');
    expect([codes('2027-01-01'), codes('2027-01-02'), codes('2027-01-01')]).toEqual([false, true, false]);
  });

  it('if asked for, and then nothing is kept', () => {
    const cwd = folderWith(FILES);
    for (let time = 0; time < 2; time++) {
      expect(wasCompiled(poise(['build', '--no-cache'], { cwd }))).toBe(true);
    }
    expect(existsSync(join(cwd, '.poise-cache'))).toBe(false);
  });
});

describe('what is kept and damaged is as if it weren’t there', () => {
  const flip = (file: string, at: (size: number) => number): void => {
    const bytes = readFileSync(file);
    const index = at(bytes.length);
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };

  it.each<[string, (file: string) => void]>([
    ['empty', (file) => writeFileSync(file, '')],
    ['cut short', (file) => truncateSync(file, statSync(file).size - 1)],
    ['a bit turned in its digest', (file) => flip(file, () => 3)],
    ['a bit turned in the middle', (file) => flip(file, (size) => size >> 1)],
    ['a bit turned at the end', (file) => flip(file, (size) => size - 1)],
    ['something else', (file) => writeFileSync(file, 'A letter to the editor.'.repeat(9))],
    [
      'a folder',
      (file) => {
        unlinkSync(file);
        mkdirSync(file);
      },
    ],
  ])('%s', (_kind, damage) => {
    const cwd = built();
    for (const file of kept(cwd)) damage(file);
    const again = build(cwd);
    expect(again.status).toBe(0);
    expect(again.stderr).toBe('');
    expect(wasCompiled(again)).toBe(true);
    expect(wasCompiled(build(cwd))).toBe(false);
  });

  it('and where nothing can be kept, nothing is said', () => {
    const cwd = folderWith({ ...FILES, '.poise-cache': 'in the way' });
    const { status, stderr } = build(cwd);
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(cwd, '.poise-cache'), 'utf8')).toBe('in the way');
  });

  it('and a folder without poise.json gets nothing', () => {
    const { 'poise.json': _, ...files } = FILES;
    const cwd = folderWith(files);
    expect(build(cwd).status).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['dist', 'words.playbook', 'wrong_bill.playbook']);
  });
});

it('keeps no more than so many results', () => {
  const cwd = built();
  for (let old = 0; old < 40; old++) writeFileSync(join(cwd, '.poise-cache', `old-${old}`), '');
  writeFileSync(join(cwd, 'words.playbook'), `${WORDS}\n`);
  build(cwd);
  expect(kept(cwd)).toHaveLength(32);
  expect(wasCompiled(build(cwd))).toBe(false);
});
