import { compileWorkspace } from '@poise/generator';
import { describe, expect, test } from 'vitest';
import { modelsAlone, modelsAmong } from '../../bench/editor/workspaces/models.ts';
import { plainAlone, plainAmong } from '../../bench/editor/workspaces/plain-playbooks.ts';
import { playbookAlone, playbooksAmong } from '../../bench/editor/workspaces/playbooks.ts';
import { NOWHERE, type Place } from '../../bench/editor/workspaces/workspace.ts';
import { FULL } from '../../bench/effort.ts';
import { TODAY } from '../../bench/today.ts';
import { memoryHost } from '../harness/memory-host.ts';

const { smallLines, largeLines } = FULL.sizes.editor;
const FILES = 100;
/** How far from the lines that were asked for a text may be. */
const ABOUT = 0.1;
const WORKSPACES = [
  ['Poise', playbookAlone, playbooksAmong],
  ['plain Langium', plainAlone, plainAmong],
  ['TypeSpec', modelsAlone, modelsAmong],
] as const;

const linesOf = (text: string | undefined): number => (text ?? '').split('\n').length;
const isAbout = (lines: number, wanted: number): boolean => Math.abs(lines / wanted - 1) < ABOUT;
const textAt = (files: ReadonlyMap<string, string>, { path, line, character, name }: Place): string | undefined =>
  files
    .get(path)
    ?.split('\n')
    [line]?.slice(character, character + name.length);

describe.each(WORKSPACES)('what is edited with %s', (_, alone, among) => {
  test.each([smallLines, largeLines])('is one file of %d lines', (lines) => {
    const { files, reference } = alone(lines);
    expect([...files.keys()]).toEqual([reference.path]);
    expect(isAbout(linesOf(files.get(reference.path)), lines)).toBe(true);
    expect(textAt(files, reference)).toBe(reference.name);
  });

  test('is among many files, each of which names something once', () => {
    const { files, small, large, hub, dependents, faulty } = among(FILES, smallLines, largeLines);
    expect(dependents.length).toBe(FILES);
    const named = dependents.filter(
      (path) => files.get(path)?.match(new RegExp(`\\b${hub.name}\\b`, 'g'))?.length === 1,
    );
    expect(named).toEqual(dependents);
    expect(isAbout(linesOf(dependents.map((path) => files.get(path)).join('')), FILES * 100 * 1.05)).toBe(true);
    expect(isAbout(linesOf(files.get(small.path)), smallLines)).toBe(true);
    expect(isAbout(linesOf(files.get(large.path)), largeLines)).toBe(true);
    for (const place of [small, large, hub]) expect(textAt(files, place)).toBe(place.name);
    expect([...files].filter(([, text]) => text.includes(NOWHERE)).map(([path]) => path)).toEqual([faulty]);
  });
});

test('nothing else is wrong in what is edited with Poise', async () => {
  const { files, faulty } = playbooksAmong(20, smallLines, smallLines);
  const sound = new Map([...files].filter(([path]) => path !== faulty));
  const { findings, outputs } = await compileWorkspace([...sound.keys()], memoryHost(sound), { today: TODAY });
  expect(findings).toEqual([]);
  expect(outputs.length).toBeGreaterThan(0);
});
