/// <reference types="node" />
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARE, type CompareAnswer, type CompareParams } from '@poise/server/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { brokenPlaybook, emptyFolder, git, poise, put, soundPlaybook } from '../cli/poise.ts';
import { Editor } from '../harness/editor.ts';
import { shippedSources } from '../harness/shipped.ts';

type Files = Readonly<Record<string, string>>;

const LIBRARY = `signal anger from 0 to 10
team supervisors "Supervisors" answers within 5 minutes
escalation storm "Storm"
  when anger is at least 8
  to supervisors
boundary calm
  never say "calm down"
`;
const using = (id: string): string => `use "house.playbook"\n${soundPlaybook(id)}`;
const HOUSE: Files = { 'house.playbook': LIBRARY, 'a.playbook': using('a'), 'deep/b.playbook': soundPlaybook('b') };
const LOOSER = LIBRARY.replace('at least 8', 'at least 9');
const approvals = (by: object): string => JSON.stringify({ approvals: by });

const shipped = Object.fromEntries(shippedSources());
const [edited = ''] = Object.keys(shipped).filter((path) => path.endsWith('/late_delivery.playbook'));
const house = 'playbooks/shared/conduct.playbook';

/** What was in the last commit, and what is there now. */
const versions: Readonly<Record<string, readonly [was: Files, is: Files]>> = {
  'nothing has changed': [HOUSE, HOUSE],
  'a rule of a shared file is loosened': [HOUSE, { ...HOUSE, 'house.playbook': LOOSER }],
  'a playbook is new, and one is gone': [
    HOUSE,
    { 'house.playbook': LIBRARY, 'a.playbook': using('a'), 'c.playbook': soundPlaybook('c') },
  ],
  'a file has another name': [{ 'a.playbook': soundPlaybook('a') }, { 'other.playbook': soundPlaybook('a') }],
  'the earlier version has mistakes': [{ 'a.playbook': brokenPlaybook('a') }, { 'a.playbook': soundPlaybook('a') }],
  'both have mistakes': [
    { ...HOUSE, 'a.playbook': brokenPlaybook('a') },
    { ...HOUSE, 'a.playbook': `${brokenPlaybook('a')}\nstep` },
  ],
  'a name was known only then': [
    { 'a.playbook': `${soundPlaybook('a')}\nstep on\n  complete b\n`, 'b.playbook': soundPlaybook('b') },
    { 'a.playbook': `${soundPlaybook('a')}\nstep on\n  complete b\n` },
  ],
  'the configuration has mistakes': [
    { ...HOUSE, 'poise.json': '{}' },
    { ...HOUSE, 'poise.json': '{ "severity": 5 }' },
  ],
  'the configuration makes errors of warnings': [
    { 'a.playbook': soundPlaybook('a').replace('  goal "The customer feels heard."\n', '') },
    {
      'a.playbook': soundPlaybook('a').replace('  goal "The customer feels heard."\n', ''),
      'poise.json': '{ "severity": { "missing-goal": "error" } }',
    },
  ],
  'somebody has to approve': [
    { ...HOUSE, 'poise.json': approvals({ 'loosened escalation': 'compliance' }) },
    { ...HOUSE, 'poise.json': approvals({ loosened: 'legal' }), 'house.playbook': LOOSER },
  ],
  'what is left out has never been looked at': [
    { ...HOUSE, 'node_modules/x/x.playbook': brokenPlaybook('x'), '.old/y.playbook': brokenPlaybook('y') },
    HOUSE,
  ],
  'the shipped playbooks are edited': [
    shipped,
    {
      ...shipped,
      [edited]: shipped[edited]?.replace(/\bat least (\d)\b/, 'at least 1$1') ?? '',
      [house]: shipped[house]?.replace(/\bat least 8\b/, 'at least 9') ?? '',
    },
  ],
};

const RULES = `
signal anger from 0 to 10
team supervisors "Supervisors"
  answers within 5 minutes
escalation storm "Storm"
  when anger is known
    and anger is at least 8
  to supervisors
  resolve within 1 hour
step calm
  goal "The customer is calmer."
  skip when anger is at most 2
  say  "Tell me more."
    when anger is at least 3
`;

/** What is changed, and the lines that are led to. */
const lines: Readonly<Record<string, readonly [was: string, is: string, before: string, now: string]>> = {
  'a condition': ['at least 8', 'at least 9', 'when anger is known', 'when anger is known'],
  'a condition on a line of its own': [
    'at least 3',
    'at least 4',
    'when anger is at least 3',
    'when anger is at least 4',
  ],
  'when a step is left out': ['at most 2', 'at most 1', 'skip when anger is at most 2', 'skip when anger is at most 1'],
  'a condition that is gone': ['  skip when anger is at most 2\n', '', 'skip when anger is at most 2', 'step calm'],
  'a time': ['1 hour', '2 hours', 'resolve within 1 hour', 'resolve within 2 hours'],
  'a team': ['within 5', 'within 6', 'answers within 5 minutes', 'answers within 6 minutes'],
  'a line of the heading': ['status  active', 'status  draft', 'status  active', 'status  draft'],
};

/** What the command says of these two versions, the first of which is committed. */
function said(was: Files, is: Files): string {
  const cwd = emptyFolder();
  git(cwd, 'init', '--quiet');
  put(cwd, was);
  git(cwd, 'add', '--all', '--force');
  git(cwd, 'commit', '--quiet', '--message', 'Before');
  for (const path of Object.keys(was)) rmSync(join(cwd, path));
  put(cwd, is);
  return poise(['diff', 'HEAD', '--format', 'markdown', '--today', '2026-11-22'], { cwd }).stdout;
}

const address = (path: string): string => `file:///${path}`;

/** What the editor finds out of Git. */
function paramsFor(was: Files, is: Files): CompareParams {
  const paths = Object.keys(was);
  const isSame = (path: string) => was[path] === is[path];
  return {
    name: 'HEAD',
    within: 'file:///',
    same: paths.filter(isSame).map(address),
    others: Object.fromEntries(
      paths.filter((path) => !isSame(path)).map((path) => [address(path), was[path] ?? ''] as const),
    ),
  };
}

describe('comparing with an earlier version', () => {
  let editor: Editor;
  afterEach(() => editor.end());

  const page = async (params: CompareParams): Promise<string> =>
    (await editor.connection.sendRequest<CompareAnswer>(COMPARE, params)).markdown;
  const folded = (markdown: string): string => markdown.replaceAll('<details open>', '<details>');

  test.each(Object.entries(versions))('says what the command says: %s', async (_name, [was, is]) => {
    editor = await Editor.on(new Map(Object.entries(is)));
    await editor.settled();
    expect(folded(await page(paramsFor(was, is)))).toBe(said(was, is));
  });

  test('goes by what is typed, and back', async () => {
    editor = await Editor.on(new Map(Object.entries(HOUSE)));
    const params = paramsFor(HOUSE, { ...HOUSE, 'house.playbook': LOOSER });
    await editor.write('house.playbook', LOOSER);
    const loosened = said(HOUSE, { ...HOUSE, 'house.playbook': LOOSER });
    expect(loosened).toContain('loosened');
    expect(folded(await page(params))).toBe(loosened);
    await editor.write('house.playbook', LIBRARY);
    expect(await page(params)).toContain('Nothing has changed: ');
    await editor.write('house.playbook', LOOSER);
    expect(folded(await page(params))).toBe(loosened);
  });

  test('leads to the places in both versions', async () => {
    const is = {
      'house.playbook': LIBRARY,
      'a.playbook': using('a'),
      'deep/b (1) #2 50%25.playbook': soundPlaybook('b', 'B'),
    };
    editor = await Editor.on(new Map(Object.entries(is)));
    await editor.settled();
    const markdown = await page({ ...paramsFor(HOUSE, is), linksFrom: 'file:///', earlierEnding: ' (origin-main)' });
    expect(markdown).toContain(
      '([before](deep/b.playbook%20%28origin-main%29#L1,1), [now](/deep/b%20%281%29%20%232%2050%2525.playbook#L1,1))',
    );
  });

  test.each(Object.entries(lines))('leads to the line that has changed: %s', async (_name, [was, is, before, now]) => {
    const files = { 'a.playbook': `// Ours.\n${soundPlaybook('a')}${RULES}` };
    const changed = { 'a.playbook': files['a.playbook'].replace(was, is) };
    editor = await Editor.on(new Map(Object.entries(changed)));
    await editor.settled();
    const markdown = await page({ ...paramsFor(files, changed), linksFrom: 'file:///' });
    const [, ...places] =
      /\(\[before\]\(a\.playbook#L(.*?),.*\), \[now\]\(\/a\.playbook#L(.*?),.*\)\)/.exec(markdown) ?? [];
    const lineAt = (text: string, line = '') => text.split('\n')[Number(line) - 1]?.trim();
    expect([lineAt(files['a.playbook'], places[0]), lineAt(changed['a.playbook'], places[1])]).toEqual([before, now]);
  });

  test('has all that lies outside for the same', async () => {
    editor = await Editor.on(new Map(Object.entries(HOUSE)));
    await editor.settled();
    const params = { name: 'HEAD', within: 'file:///deep', same: [], others: {} };
    const markdown = await page(params);
    expect(markdown).toContain('| b | – | 1.0.0 |');
    expect(markdown).not.toContain('| a |');
  });

  test('says so where there is nothing in either', async () => {
    editor = await Editor.on(new Map());
    await editor.settled();
    expect(await page(paramsFor({}, {}))).toBe(
      'there is no playbook in `HEAD` and none in `the files here`: nothing to compare\n',
    );
  });
});
