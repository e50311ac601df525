import type { GuidePart } from '@poise/generator/guide';
import { BUILT, PREVIEW, type PreviewAnswer } from '@poise/server/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';
import { shippedSources } from '../harness/shipped.ts';

const HOUSE = `team leads "Team leads"
  answers within 5 minutes

boundary kind "Be kind"
  never say "calm down"
`;
const LATE = `use "house.playbook"

playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0

trigger late when customer says "where is my parcel"

step hear "Listen"
  goal "They feel heard."
  say  "Tell me all about it."

step solve "Put it right"
  goal  "There is a way."
  offer refund "The money back"
`;

describe('the preview', () => {
  let editor: Editor;
  afterEach(() => editor.end());

  const ask = (path: string): Promise<PreviewAnswer> =>
    editor.connection.sendRequest<PreviewAnswer>(PREVIEW, { uri: `file:///${path}` });

  const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
    editor = await Editor.on(new Map(Object.entries(files)));
    await editor.settled();
  };

  const guideOf = async (path: string) => {
    const answer = await ask(path);
    if (answer.kind !== 'guide') throw new Error(`there is no guide: ${answer.kind}`);
    return answer;
  };

  const titles = (parts: readonly GuidePart[] = []): readonly string[] => parts.map(({ title }) => title);

  test('shows a playbook with the house rules, and where its files are', async () => {
    await start({ 'house.playbook': HOUSE, 'late.playbook': LATE });
    const { guide, files } = await guideOf('late.playbook');
    expect(guide.title).toBe('Late delivery');
    expect(guide.sections.map(({ kind, parts }) => [kind, titles(parts)])).toEqual([
      ['starts', ['late']],
      ['steps', ['Listen', 'Put it right']],
      ['boundaries', ['Be kind']],
    ]);
    expect(files).toEqual([
      {
        uri: 'file:///house.playbook',
        parts: [
          [1, 2],
          [4, 5],
        ],
      },
      {
        uri: 'file:///late.playbook',
        parts: [
          [1, 1],
          [3, 5],
          [7, 7],
          [9, 11],
          [13, 15],
        ],
        heading: 3,
      },
    ]);
  });

  test('keeps all that has no mistake, and says what is not shown', async () => {
    await start({ 'house.playbook': HOUSE, 'late.playbook': LATE });
    await editor.write('late.playbook', LATE.replace('say  "Tell', 'say  "Tell me."\n  ask\n  say  "Tell'));
    const { guide } = await guideOf('late.playbook');
    const [hear] = guide.sections.find(({ kind }) => kind === 'steps')?.parts ?? [];
    expect(hear?.lines.map(({ label, detail }) => [label, detail])).toEqual([
      ['Say', undefined],
      ['Not shown', expect.stringContaining('expected the name of a field')],
      ['Say', undefined],
    ]);
  });

  test('is of the text as it is when it is asked for', async () => {
    await start({ 'house.playbook': HOUSE, 'late.playbook': LATE });
    await editor.write('late.playbook', LATE);
    for (const title of ['Once', 'Twice', 'Three times']) {
      await editor.write('late.playbook', LATE.replace('Late delivery', title));
      expect((await guideOf('late.playbook')).guide.title).toBe(title);
    }
  });

  test('changes with the files that are used, and the editor is told', async () => {
    await start({ 'house.playbook': HOUSE, 'late.playbook': LATE });
    let builds = 0;
    editor.connection.onNotification(BUILT, () => {
      builds += 1;
    });
    await editor.write('house.playbook', HOUSE.replace('Be kind', 'Be gentle'));
    await editor.settled();
    expect(builds).toBeGreaterThan(0);
    const { guide } = await guideOf('late.playbook');
    expect(titles(guide.sections.find(({ kind }) => kind === 'boundaries')?.parts)).toEqual(['Be gentle']);
  });

  test('has nothing to show of a library, of a playbook without a name, and of what is not there', async () => {
    await start({ 'house.playbook': HOUSE, 'late.playbook': LATE.replace('late "Late', '"Late') });
    expect(await ask('house.playbook')).toEqual({ kind: 'library' });
    expect(await ask('late.playbook')).toEqual({ kind: 'nameless' });
    expect(await ask('gone.playbook')).toEqual({ kind: 'unknown' });
  });

  test('of all shipped playbooks has no mistake', async () => {
    const sources = shippedSources();
    await start(Object.fromEntries(sources));
    for (const path of sources.keys()) {
      const answer = await ask(path);
      if (answer.kind === 'guide') expect(answer.guide.mistakes).toEqual([]);
      else expect([path, answer]).toEqual([expect.stringContaining('/shared/'), { kind: 'library' }]);
    }
  });
});
