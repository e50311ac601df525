import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../extension/package.json' with { type: 'json' };
import { ownFiles } from '../harness/own-sources.ts';

const { commands, configuration, menus, problemMatchers, walkthroughs } = manifest.contributes;
const sources = [...ownFiles('extension/src/', '.ts'), ...ownFiles('server/src/protocol/', '.ts')]
  .map(([, text]) => text)
  .join('\n');

/** What the language client asks for by itself. */
const ASKED_BY_THE_CLIENT = ['poise.trace.server'];

describe('commands', () => {
  test.each(commands)('$command is named as commands are', ({ title, category }) => {
    expect(title).toMatch(/^[A-Z][^.]*…?$/);
    expect(category).toBe('Poise');
  });

  test('no menu names another', () => {
    const known = commands.map(({ command }) => command);
    const named = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    expect(named.filter((command) => !known.includes(command))).toEqual([]);
  });
});

describe('settings', () => {
  test.each(Object.entries(configuration.properties))('%s is used, and described', (name, setting) => {
    if (!ASKED_BY_THE_CLIENT.includes(name)) expect(sources).toContain(`'${name.slice('poise.'.length)}'`);
    expect('markdownDescription' in setting ? setting.markdownDescription : '').toMatch(/^[A-Z].*\.$/s);
  });
});

test('the walkthrough is in sentences, and leads to commands that there are', () => {
  const steps = walkthroughs.flatMap(({ steps }) => steps);
  expect(steps.map(({ title }) => title).filter((title) => !/^[A-Z].*[^.]$/.test(title))).toEqual([]);
  const own = steps.flatMap(({ description }) => description.match(/command:poise\.\w+/g) ?? []);
  const known = commands.map(({ command }) => `command:${command}`);
  expect(own.filter((command) => !known.includes(command))).toEqual([]);
  const media = steps.map(({ media }) => ('svg' in media ? media.svg : media.markdown));
  expect(media.filter((path) => !existsSync(new URL(`../../extension/${path}`, import.meta.url)))).toEqual([]);
});

test('it starts only where there are playbooks', () => {
  expect(manifest.activationEvents.filter((event) => !/^(workspaceContains|onWebviewPanel):/.test(event))).toEqual([]);
});

test('problem matchers are named apart', () => {
  const names = problemMatchers.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
