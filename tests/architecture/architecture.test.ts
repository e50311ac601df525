import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import { ownFiles } from '../harness/own-sources.ts';

/** The rooms of the house, and which of the others each may import (`docs/architecture.md` says why). */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  analysis: ['runtime'],
  language: [],
  generator: ['runtime', 'analysis', 'language'],
  server: ['runtime', 'analysis', 'language', 'generator'],
  extension: ['runtime', 'language', 'generator', 'server'],
  cli: ['runtime', 'analysis', 'language', 'generator', 'server'],
};
/** Rooms that take text and give values, and never touch the machine they run on. */
const QUIET_ROOMS = ['runtime', 'analysis', 'language', 'generator', 'server'];
/** What some rooms may have of npm, and no more: a small surface is part of what they are. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  analysis: [],
  language: ['@chevrotain/utils', 'chevrotain', 'langium', 'leven', 'parse-english', 'vscode-languageserver-types'],
};

const ROOT = new URL('../../', import.meta.url);
const IMPORT = /^(?:import|export)\s(?:[^;']*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;
const LONGEST_FILE = 400;

const sourcesOf = (room: string): ReadonlyMap<string, string> => ownFiles(`${room}/src/`, '.ts');
const importsIn = (text: string): string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, stated, dynamic]) => stated ?? dynamic ?? []);
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(packageOf(name));

/** What a room imports that isn't its own, with the file that does. */
function importsOf(room: string): { readonly file: string; readonly name: string }[] {
  return [...sourcesOf(room)].flatMap(([file, text]) => importsIn(text).map((name) => ({ file, name })));
}

function dependenciesOf(room: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(new URL(`${room}/package.json`, ROOT), 'utf8')) as { dependencies?: object };
  return Object.keys(manifest.dependencies ?? {});
}

describe.each(Object.entries(ROOMS))('%s', (room, others) => {
  const imports = importsOf(room);
  const allowed = others.map((other) => `@poise/${other}`);

  test('has source files', () => {
    expect(sourcesOf(room).size).toBeGreaterThan(0);
  });

  test('imports of the other rooms only those before it, by their names', () => {
    const wrong = imports.filter(({ file, name }) => {
      if (name.startsWith('.')) return !new URL(name, new URL(file, 'file:///')).pathname.startsWith(`/${room}/`);
      return name.startsWith('@poise/') && !allowed.includes(packageOf(name));
    });
    expect(wrong).toEqual([]);
    const rooms = dependenciesOf(room).filter((name) => name.startsWith('@poise/'));
    expect(rooms.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('names in its manifest all that it imports', () => {
    const dependencies = dependenciesOf(room);
    // `bundled:` is what the build puts in: folders of the repository. `vscode` is the editor's own, and the other has nothing but types.
    const others = imports.filter(
      ({ name }) =>
        !name.startsWith('.') &&
        !name.startsWith('bundled:') &&
        !['vscode', '@vscode/debugprotocol'].includes(name) &&
        !isNode(name),
    );
    expect(others.filter(({ name }) => !dependencies.includes(packageOf(name)))).toEqual([]);
  });
});

test.each(Object.entries(PACKAGES))('%s needs nothing of npm but what is agreed', (room, packages) => {
  const external = dependenciesOf(room).filter((name) => !name.startsWith('@poise/'));
  expect(external.filter((name) => !packages.includes(name))).toEqual([]);
});

/** What makes a result depend on when or where it was made. */
const MOODS =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bIntl\b|\btoLocale\w*|\blocaleCompare\b|\bperformance\b|\bcrypto\b/;
const NODE_GLOBALS = /\bprocess\.|\b__dirname\b|\bBuffer\b|= require\(|\bsetTimeout\b|\bsetInterval\b/;

describe.each(QUIET_ROOMS)('%s', (room) => {
  test('uses nothing of Node', () => {
    expect(importsOf(room).filter(({ name }) => isNode(name))).toEqual([]);
    expect(linesWith(sourcesOf(room), NODE_GLOBALS)).toEqual([]);
  });

  test('knows no clock, no chance and no locale', () => {
    expect(linesWith(sourcesOf(room), MOODS)).toEqual([]);
  });
});

const FOLDERS = [...Object.keys(ROOMS), 'tests', 'scripts'].map((folder) => `${folder}/`);
const ownText = new Map(
  ['.ts', '.cjs', '.js', '.json', '.langium', '.md', '.playbook'].flatMap((extension) => [...ownFiles('', extension)]),
);

test('every file is small enough to hold one thing', () => {
  const code = FOLDERS.flatMap((folder) =>
    ['.ts', '.cjs', '.langium'].flatMap((extension) => [...ownFiles(folder, extension)]),
  );
  expect(code.length).toBeGreaterThan(0);
  const long = code.filter(([, text]) => text.split('\n').length > LONGEST_FILE).map(([file]) => file);
  expect(long).toEqual([]);
});

test('no file names a place on somebody’s machine', () => {
  const here = ROOT.pathname.replace(/\/$/, '');
  const personal = /(?<![\w.])\/(?:home|Users)\/\w+|\b[A-Z]:\\Users\\/;
  expect([...ownText].filter(([, text]) => personal.test(text)).map(([file]) => file)).toEqual([]);
  // A checkout at the root of a disk has no path that could be looked for.
  if (here.length > 1)
    expect([...ownText].filter(([, text]) => text.includes(`${here}/`)).map(([file]) => file)).toEqual([]);
});

test('the lockfile names no registry', () => {
  const lock = readFileSync(new URL('package-lock.json', ROOT), 'utf8');
  expect(lock).not.toContain('"resolved": "http');
  expect(
    [...ownText].filter(([, text]) => /registry\.[a-z]+\.[a-z]+|\bregistry\s*=/.test(text)).map(([file]) => file),
  ).toEqual([]);
});

/** The lines of code that match, comments left out. */
function linesWith(files: ReadonlyMap<string, string>, pattern: RegExp): string[] {
  return [...files].flatMap(([file, text]) =>
    text
      .split('\n')
      .map((line) => line.replace(/\/\/.*$|^\s*\/?\*.*$/g, ''))
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}
