import type { FileScenarios } from '@poise/server/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { Editor } from '../../harness/editor.ts';
import { FILES, HOUSE, LAMP, list, play, played, THANKS } from './setup.ts';

let editor: Editor;
afterEach(() => editor.end());

async function open(files: Readonly<Record<string, string>>): Promise<void> {
  editor = await Editor.on(new Map(Object.entries(files)));
}

/** Of each scenario, in order: the line that it fails in, if it does. */
async function outcomes(path: string): Promise<readonly string[]> {
  const { scenarios } = await played(editor, path);
  return scenarios.map(({ title, failure }) => {
    const line = failure && LAMP.split('\n')[failure.place.range.start.line];
    return `${title}: ${line?.trim() ?? 'passed'}`;
  });
}

const PASSED = ['It is heard: passed', 'It is heard: passed', 'It ends well: passed'];

describe('scenarios are listed', () => {
  const titles = (listed: readonly FileScenarios[]) =>
    listed.map(({ uri, playbook, scenarios }) => [uri, playbook, ...scenarios.map(({ title }) => title)]);
  const LISTED = ['file:///lamp.playbook', 'Arrived damaged', 'It is heard', 'It is heard', 'It ends well'];

  test('of all files, with where they stand', async () => {
    await open(FILES);
    const listed = await list(editor);
    expect(titles(listed)).toEqual([LISTED]);
    const lines = LAMP.split('\n');
    const ranges = listed[0]?.scenarios.map(({ range }) => [lines[range.start.line], lines[range.end.line]]);
    expect(ranges).toEqual([
      ['scenario "It is heard"', '  expect step agree'],
      ['scenario "It is heard"', '  expect escalation furious'],
      ['scenario "It ends well"', '  expect playbook thanks'],
    ]);
  });

  test('of some files only', async () => {
    await open(FILES);
    expect(titles(await list(editor, 'lamp.playbook', 'house.playbook', 'nowhere.playbook'))).toEqual([LISTED]);
    expect(await list(editor, 'house.playbook')).toEqual([]);
  });

  test('by the text, as it is after an edit and whatever is wrong with it', async () => {
    await open(FILES);
    await editor.write('lamp.playbook', LAMP.replace('scenario "It ends well"', 'step\nscenario "It ends"'));
    await editor.write('thanks.playbook', `${THANKS}scenario "New"\n  expect no warning\nscenario\n  expect`);
    expect(titles(await list(editor))).toEqual([
      [...LISTED.slice(0, -1), 'It ends'],
      ['file:///thanks.playbook', 'Thanks', 'New'],
    ]);
  });

  test('but not of what is retired, which nobody tries out', async () => {
    await open({ ...FILES, 'lamp.playbook': LAMP.replace('version 1.1.0', 'version 1.1.0\n  status retired') });
    expect(await list(editor)).toEqual([]);
    expect(await play(editor, 'lamp.playbook')).toMatchObject({ kind: 'played', scenarios: [], coverage: [] });
  });
});

describe('scenarios are played', () => {
  test('with the playbooks that they need, wherever these are', async () => {
    await open(FILES);
    expect(await outcomes('lamp.playbook')).toEqual(PASSED);
    const { files } = await played(editor, 'lamp.playbook');
    expect([...files].sort()).toEqual(Object.keys(FILES).map((path) => `file:///${path}`));
  });

  test('as the files are now, saved or not', async () => {
    await open(FILES);
    await editor.write('house.playbook', HOUSE.replace('at least 9', 'at least 10'));
    expect(await outcomes('lamp.playbook')).toEqual(PASSED.with(1, 'It is heard: expect escalation furious'));
    await editor.write('house.playbook', HOUSE);
    expect(await outcomes('lamp.playbook')).toEqual(PASSED);
    await editor.write('thanks.playbook', THANKS.replace('version 1.0.0', 'version 1.0.0\n  status draft'));
    expect(await outcomes('lamp.playbook')).toEqual(PASSED.with(2, 'It ends well: customer says "thanks"'));
  });

  test('all of one title together, in the order written', async () => {
    await open(FILES);
    const { scenarios } = await played(editor, 'lamp.playbook', ['It is heard']);
    const lines = scenarios.map(({ stops }) => stops[0]?.place.range.start.line);
    expect(lines).toEqual([
      LAMP.split('\n').indexOf('scenario "It is heard"'),
      LAMP.split('\n').lastIndexOf('scenario "It is heard"'),
    ]);
    expect((await played(editor, 'lamp.playbook', ['It ends well'])).scenarios).toHaveLength(1);
    expect(await played(editor, 'lamp.playbook', ['Nothing of the kind'])).toMatchObject({
      scenarios: [],
      coverage: [],
    });
  });

  test('to no end in a library, and in a file that is not there', async () => {
    await open(FILES);
    for (const path of ['house.playbook', 'nowhere.playbook'])
      expect(await play(editor, path)).toMatchObject({ kind: 'played', scenarios: [], coverage: [] });
  });
});

describe('one can step through a scenario', () => {
  test('line by line, and see how it stands after each', async () => {
    await open(FILES);
    const [scenario] = (await played(editor, 'lamp.playbook', ['It is heard'])).scenarios;
    const lines = LAMP.split('\n');
    const shown = scenario?.stops.map(({ place: { range }, groups }) => ({
      line: lines[range.start.line]?.slice(range.start.character, range.end.character),
      ...Object.fromEntries(
        groups.map(({ title, entries }) => [title, entries.map(({ name, text }) => `${name}: ${text}`)]),
      ),
    }));
    expect(shown?.map(({ line }) => line)).toEqual([
      'scenario "It is heard"',
      'customer says "It arrived broken"',
      'expect step hear',
      'agent says "Are you sure?"',
      'expect reply blocked by no_blame',
      'agent says "Tell me what you found."',
      'agent records damage "The shade"',
      'expect step agree',
    ]);
    const always = {
      'Known facts': ['anger: 3'],
      'Not allowed': ['never: no_blame — Never doubt the customer: say “are you sure”'],
    };
    const heard = {
      ...always,
      'What came of it': ['starts: damaged_item — Arrived damaged'],
      Now: ['playbook: damaged_item — Arrived damaged', 'step: hear — Listen first'],
      'What to do': ['say: “Tell me what you found.”', 'record: damage'],
    };
    const because = 'because: the boundary `no_blame` forbids it: it has the phrase `are you sure` in it';
    const held = { ...heard, 'What came of it': ['blocked: “»Are you sure«?”', because] };
    expect(shown?.map(({ line, ...groups }) => groups)).toEqual([
      { ...always, Now: ['playbook: none at work'] },
      heard,
      heard,
      held,
      held,
      { ...heard, 'What came of it': ['allowed: this reply'] },
      ...[1, 2].map(() => ({
        'Known facts': ['damage: The shade', 'anger: 3'],
        'Not allowed': always['Not allowed'],
        'What came of it': ['left: hear, for agree (done)'],
        Now: ['playbook: damaged_item — Arrived damaged', 'step: agree — Agree what happens next'],
        'What to do': ['offer: refund'],
      })),
    ]);
  });

  test('up to the line that fails', async () => {
    await open({ ...FILES, 'lamp.playbook': LAMP.replace('expect step hear', 'expect step agree') });
    const [scenario] = (await played(editor, 'lamp.playbook')).scenarios;
    const heading = LAMP.split('\n').indexOf('scenario "It is heard"');
    expect(scenario?.stops.map(({ place }) => place.range.start.line - heading)).toEqual([0, 2]);
    expect(scenario?.failure).toMatchObject({
      place: { uri: 'file:///lamp.playbook', range: { start: { line: heading + 3 } } },
      expected: 'the step `agree`',
      but: '`damaged_item` is at the step `hear`',
    });
  });

  test('up to the line that can not happen', async () => {
    await open({ ...FILES, 'lamp.playbook': LAMP.replace('  expect step hear', '  supervisors answer') });
    const [scenario] = (await played(editor, 'lamp.playbook')).scenarios;
    const heading = LAMP.split('\n').indexOf('scenario "It is heard"');
    expect(scenario?.stops.map(({ place }) => place.range.start.line - heading)).toEqual([0, 2, 3]);
    expect(scenario?.failure).toMatchObject({ but: 'nobody has asked `supervisors`' });
  });
});

describe('what is covered', () => {
  test('is told of all files that are touched, by lines', async () => {
    await open(FILES);
    const { coverage } = await played(editor, 'lamp.playbook', ['It ends well']);
    const shown = coverage.map(({ uri, items }) => [
      uri,
      ...items
        .filter(({ kind }) => kind !== 'branch')
        .map(({ name, hits, missing, range }) => `${range.start.line + 1} ${name} ${missing ?? hits}`),
    ]);
    expect(shown).toEqual([
      [
        'file:///house.playbook',
        '4 boundary no_blame: `never say` Boundary no_blame: `never say` never held anything back.',
        '5 escalation furious Escalation furious never started.',
      ],
      [
        'file:///lamp.playbook',
        '6 trigger broken 1',
        '8 step hear 1',
        '9 step hear: `say` 1',
        '10 step hear: `record damage` 1',
        '12 step agree 1',
        '13 step agree: `offer refund` 1',
      ],
      ['file:///thanks.playbook', '5 step thank 1', '6 step thank: `say` 1'],
    ]);
  });
});
