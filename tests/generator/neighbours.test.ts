import { createCompiler } from '@poise/generator';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { shippedSources } from '../harness/shipped.ts';

/** Playbooks that are named by files that are asked for, and stand in files that aren't. */
const compiler = createCompiler();

type Files = Readonly<Record<string, string>>;

/** Compiles some of the files of a workspace. `looked` is what was read, in that order, each once. */
async function compile(entries: readonly string[], files: ReadonlyMap<string, string>, scenarios = false) {
  const host = memoryHost(files);
  const looked = new Set<string>();
  let listed = 0;
  const watched = {
    read: (path: string) => {
      looked.add(path);
      return host.read(path);
    },
    playbookFiles: async () => {
      listed++;
      return (await host.playbookFiles?.()) ?? [];
    },
  };
  const compilation = await compiler.compile(entries, watched, { today: '2026-11-22', scenarios });
  const said = compilation.findings.map(({ file, range, message }) => `${file}:${range.start.line + 1} ${message}`);
  return { ...compilation, said, listed, looked: [...looked].filter((path) => path !== 'poise.json') };
}

const check = (entry: string, files: Files) => compile([entry], new Map(Object.entries(files)));
const prepare = (entry: string, files: Files) => compile([entry], new Map(Object.entries(files)), true);

function playbook(id: string, ...more: readonly string[]): string {
  return `playbook ${id} "${id}"
  owner   "Team"
  version 1.0.0
trigger start when customer says "trouble with ${id}"
step hear
  goal "The customer feels heard."
  say  "Thank you."
${more.map((line) => `${line}\n`).join('')}`;
}

/** One that nothing of its own starts. */
const silent = (id: string, ...more: readonly string[]) => playbook(id, ...more).replace(/^trigger .*\n/m, '');

const SCENARIO = 'scenario "It starts" customer says "trouble with a" expect step hear';

describe('each shipped playbook, alone, is as it is among all others', async () => {
  const sources = shippedSources();
  const paths = [...sources.keys()];
  const whole = await compile(paths, sources, true);
  const playbooks = paths.filter((path) => /^playbooks\/[^/]+$/.test(path));

  test.each(playbooks)('%s', async (path) => {
    for (const scenarios of [false, true]) {
      const alone = await compile([path], sources, scenarios);
      const own = (all: typeof whole) => all.findings.filter(({ file }) => file === path);
      expect(alone.findings).toEqual(own(whole));
      expect(alone.suppressions.filter(({ file }) => file === path)).toEqual(
        whole.suppressions.filter(({ file }) => file === path),
      );
      const [summary] = alone.playbooks;
      expect(alone.playbooks).toEqual(whole.playbooks.filter(({ file }) => file === path));
      expect(alone.outputs.map(({ name }) => name)).toEqual([`${summary?.id}.json`, 'index.json']);
      expect(whole.outputs).toContainEqual(alone.outputs[0]);
    }
    const { scenarios } = await compile([path], sources, true);
    expect(scenarios).toEqual(whole.scenarios.filter(({ file }) => file === path));
  });
});

describe('what is looked at', () => {
  test('nothing else, where no name is missing', async () => {
    const { listed, looked } = await check('a.playbook', {
      'a.playbook': playbook('a', '  done when hear has happened', SCENARIO),
      'b.playbook': playbook('b'),
    });
    expect({ listed, looked }).toEqual({ listed: 0, looked: ['a.playbook'] });
  });

  test('files up to the one with that playbook, the nearest first', async () => {
    const { said, looked } = await check('x/y/a.playbook', {
      'x/y/a.playbook': playbook('a', '  complete found'),
      'a.playbook': playbook('far'),
      'x/b.playbook': playbook('found'),
      'x/y/z/c.playbook': playbook('near'),
      'x/z.playbook': playbook('later'),
    });
    expect({ said, looked }).toEqual({ said: [], looked: ['x/y/a.playbook', 'x/y/z/c.playbook', 'x/b.playbook'] });
  });

  test('not what a neighbour names, unless scenarios will be played', async () => {
    const files = {
      'a.playbook': playbook('a', '  complete b', SCENARIO),
      'b.playbook': playbook('b', '  complete c'),
      'c.playbook': playbook('c'),
    };
    expect((await check('a.playbook', files)).looked).toEqual(['a.playbook', 'b.playbook']);
    const prepared = await prepare('a.playbook', files);
    expect(prepared.scenarios.map(({ documents }) => documents.map(({ id }) => id))).toEqual([['a', 'b', 'c']]);
  });
});

test.each([
  ['continue with', '  continue with b'],
  ['complete', '  complete b'],
  ['a condition', 'agent care rest when b has happened do "Rest."'],
  [
    'a trend',
    'team t answers within 1 day trend often when b happens at least 3 times in the last 1 day tell t "Often."',
  ],
  ['a scenario', 'scenario "S" customer says "trouble with a" expect no playbook b'],
])('named by %s', async (_, line) => {
  const files = { 'a.playbook': playbook('a', line) };
  expect((await check('a.playbook', files)).said).toHaveLength(1);
  expect((await check('a.playbook', { ...files, 'b.playbook': playbook('b') })).said).toEqual([]);
});

test('named by `beats`', async () => {
  const files = { 'a.playbook': playbook('a').replace('version 1.0.0', 'version 1.0.0\n  beats b') };
  expect((await check('a.playbook', { ...files, 'b.playbook': playbook('b') })).said).toEqual([]);
});

test('of several with one name, the nearest is meant, and of those the first by its path', async () => {
  const twin = (title: string) => playbook('b').replace('"b"', `"${title}"`);
  const { said, scenarios } = await prepare('x/a.playbook', {
    'x/a.playbook': playbook('a', '  complete b', SCENARIO),
    'a/b.playbook': twin('far'),
    'x/c.playbook': twin('second'),
    'x/b.playbook': twin('first'),
  });
  expect(said).toEqual([]);
  expect(scenarios[0]?.documents.map(({ title }) => title)).toEqual(['a', 'first']);
});

test('a misspelt name is told from those of neighbours', async () => {
  const { said } = await check('a.playbook', {
    'a.playbook': playbook('a', '  complete identiti_check'),
    'b.playbook': playbook('identity_check'),
  });
  expect(said).toEqual(['a.playbook:8 there is no playbook called `identiti_check`: did you mean `identity_check`?']);
});

describe('what is found in a neighbour', () => {
  const broken = playbook('b', '  goall "Rest."');

  test('is not told, and keeps nothing from being built', async () => {
    const { said, outputs, suppressions, sources, neighbours } = await check('a.playbook', {
      'a.playbook': playbook('a', '  complete b'),
      'b.playbook': `use "gone.playbook"\n${broken}`,
    });
    expect(said).toEqual([]);
    expect(outputs.map(({ name }) => name)).toEqual(['a.json', 'index.json']);
    expect([suppressions, [...sources.keys()], [...neighbours]]).toEqual([[], ['a.playbook'], []]);
  });

  test.each<[string, Files, number]>([
    ['in its file', { 'a.playbook': playbook('a', '  complete b', SCENARIO), 'b.playbook': broken }, 8],
    [
      'in a file that it uses',
      {
        'a.playbook': playbook('a', '  complete b', SCENARIO),
        'b.playbook': `use "lib.playbook"\n${playbook('b')}`,
        'lib.playbook': 'signall',
      },
      8,
    ],
    [
      'in what it proves',
      {
        'a.playbook': playbook('a', '  complete b', SCENARIO),
        'b.playbook': playbook('b', '  go to end_it', 'step lost do "Wait."', 'step end_it do "Wait."'),
      },
      8,
    ],
    [
      'in one that a neighbour names',
      {
        'a.playbook': playbook('a', '  complete c', SCENARIO),
        'b.playbook': broken,
        'c.playbook': playbook('c', '  complete b'),
      },
      1,
    ],
    [
      'in what starts one without a trigger',
      {
        'a.playbook': silent('a', 'scenario "S" customer says "Hello" expect no playbook a'),
        'b.playbook': broken.replace('goall', 'complete a goall'),
      },
      1,
    ],
  ])('keeps scenarios from being played: %s', async (_, files, line) => {
    const { said, outputs, scenarios } = await prepare('a.playbook', files);
    const why =
      "the scenarios can't be played, for they need `b`, which has errors: `poise check b.playbook` shows them";
    expect(said).toEqual([`a.playbook:${line} ${why}`]);
    expect([outputs, scenarios]).toEqual([[], []]);
  });

  test('makes no difference where no scenario is played with it', async () => {
    const onlyAsked = playbook('a', 'agent care rest when b has happened do "Rest."', SCENARIO);
    expect((await prepare('a.playbook', { 'a.playbook': onlyAsked, 'b.playbook': broken })).said).toEqual([]);
    const noScenario = playbook('a', '  complete b');
    expect((await prepare('a.playbook', { 'a.playbook': noScenario, 'b.playbook': broken })).said).toEqual([]);
  });
});

describe('a playbook without a trigger', () => {
  const called = silent('called', 'scenario "S" customer says "trouble with b" expect playbook called');
  const caller = (id: string) => playbook(id, '  complete called');

  test('is started by another that is found', async () => {
    const files = { 'called.playbook': called, 'b.playbook': '// not called\n', 'c.playbook': caller('c') };
    expect((await check('called.playbook', files)).said).toEqual([]);
    const { 'c.playbook': _, ...without } = files;
    expect((await check('called.playbook', without)).findings.map(({ code }) => code)).toEqual(['no-trigger']);
  });

  test('is played with all that name it, also in a library that they use', async () => {
    const { said, scenarios } = await prepare('called.playbook', {
      'called.playbook': called,
      'b.playbook': caller('b'),
      'c.playbook': playbook('c', '// it never goes on to called'),
      'd.playbook': `use "rules.playbook"\n${playbook('d')}`,
      'rules.playbook': 'escalation over when messages is at least 9 continue with called\n',
    });
    expect(said).toEqual([]);
    expect(scenarios[0]?.documents.map(({ id }) => id)).toEqual(['b', 'called', 'd']);
  });
});
