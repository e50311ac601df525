import {
  LENS_COMMANDS,
  RUN_SCENARIOS,
  SHOW_REFERENCES,
  SHOW_SCENARIOS,
  STEP_THROUGH_SCENARIO,
} from '@poise/server/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
} from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

/** What lenses say stands above the line that they stand above: `«Passed · Run»`. All that is so marked must be there, and nothing else. */
const HOUSE = `signal anger from 0 to 10 "How angry the customer sounds."
team supervisors "Supervisors" answers within 5 minutes
«Used once»
phrases blame "Doubting the customer": "are you sure"
«Covered by 2 scenarios · Used once»
boundary no_blame "Never doubt the customer"
  never say blame
  always record damage before close
field damage text "What is broken"
«No scenario tries this out»
escalation furious "Anger that does not come down"
  when anger is at least 9
  to supervisors
`;

const LAMP = `use "house.playbook"
playbook damaged_item "Arrived damaged"
  owner   "Customer Care"
  version 1.1.0
«Covered by 3 scenarios»
trigger broken
  when customer says "arrived broken"
«Covered by 3 scenarios · Used 2 times»
step hear "Listen first"
  say "Tell me what you found."
  record damage
  done when damage is known
«Covered by 1 scenario»
step agree "Agree what happens next"
  offer refund
  continue with thanks when customer says "thanks"
«Run · Step through · Passed»
scenario "It is heard"
  customer says "It arrived broken" with anger 3
  expect step hear
  agent says "Are you sure?"
  expect reply blocked by no_blame
«Run · Step through · Failed: expected an escalation»
scenario "It is too much"
  customer says "It arrived broken" with anger 8
  agent closes conversation
  expect escalation
«Run · Step through · Passed»
scenario "It ends well"
  customer says "It arrived broken" with anger 1
  agent says "Tell me what you found."
  expect step hear
  agent records damage "The shade"
  customer says "thanks"
  expect playbook thanks
`;

const THANKS = `use "house.playbook"
playbook thanks "Thanks"
  owner   "Customer Care"
  version 1.0.0
«Covered by 1 scenario»
step thank
  say "You are welcome."
`;

const MARKED = { 'house.playbook': HOUSE, 'lamp.playbook': LAMP, 'thanks.playbook': THANKS };
const unmarked = (text: string): string => text.replaceAll(/«.*»\n/g, '');
const FILES = new Map(Object.entries(MARKED).map(([path, text]) => [path, unmarked(text)]));

let editor: Editor;
afterEach(() => editor.end());

async function open(
  files: ReadonlyMap<string, string> = FILES,
  options: Record<string, boolean> = { [LENS_COMMANDS]: true },
) {
  editor = await Editor.on(files, { workspace: { codeLens: { refreshSupport: true } } }, options);
}

async function lenses(path: string): Promise<readonly CodeLens[]> {
  return (
    (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: `file:///${path}` } })) ?? []
  );
}

/** All lenses of a file as they are seen. */
async function seen(path: string): Promise<readonly CodeLens[]> {
  const found: CodeLens[] = [];
  for (const lens of await lenses(path))
    found.push(lens.command ? lens : await editor.connection.sendRequest(CodeLensResolveRequest.type, lens));
  return found;
}

/** The text with its lenses in it. */
async function marked(path: string, text: string | undefined = FILES.get(path)): Promise<string> {
  const above = new Map<number, string[]>();
  for (const { range, command } of await seen(path)) {
    const words = above.get(range.start.line) ?? [];
    above.set(range.start.line, [...words, command?.title ?? '?']);
  }
  const lines = (text ?? '').split('\n');
  return lines
    .flatMap((line, index) => [...(above.has(index) ? [`«${above.get(index)?.join(' · ')}»`] : []), line])
    .join('\n');
}

describe('lenses say what came of scenarios, what they cover, and where names are used', () => {
  test.each(Object.entries(MARKED))('in %s', async (path, text) => {
    await open();
    expect(await marked(path)).toBe(text);
  });
});

describe('a click on a lens', () => {
  const placeOf = (path: string, words: string, character = 0) => {
    const line = (FILES.get(path) ?? '').split('\n').indexOf(words);
    expect(line).not.toBe(-1);
    return { line, character };
  };
  const titled = async (path: string, line: number, title: string) =>
    (await seen(path)).find(({ range, command }) => range.start.line === line && command?.title === title)?.command;

  test('runs a scenario, or steps through it', async () => {
    await open();
    const { line } = placeOf('lamp.playbook', 'scenario "It ends well"');
    const argument = { uri: 'file:///lamp.playbook', titles: ['It ends well'] };
    for (const [title, command] of [
      ['Run', RUN_SCENARIOS],
      ['Step through', STEP_THROUGH_SCENARIO],
      ['Passed', RUN_SCENARIOS],
    ] as const)
      expect(await titled('lamp.playbook', line, title)).toEqual({ title, command, arguments: [argument] });
  });

  test('shows the scenarios that cover a rule', async () => {
    await open();
    const { line } = placeOf('house.playbook', 'boundary no_blame "Never doubt the customer"');
    const command = await titled('house.playbook', line, 'Covered by 2 scenarios');
    const start = placeOf('lamp.playbook', 'scenario "It is heard"');
    expect(command).toMatchObject({
      command: SHOW_SCENARIOS,
      arguments: [
        {
          uri: 'file:///house.playbook',
          position: { line, character: 'boundary '.length },
          locations: [
            {
              uri: 'file:///lamp.playbook',
              range: { start, end: { ...start, character: 'scenario "It is heard"'.length } },
            },
            { uri: 'file:///lamp.playbook', range: { start: placeOf('lamp.playbook', 'scenario "It is too much"') } },
          ],
        },
      ],
    });
  });

  test('shows where a name is used', async () => {
    await open();
    const position = placeOf('lamp.playbook', 'step hear "Listen first"', 'step '.length);
    const command = await titled('lamp.playbook', position.line, 'Used 2 times');
    const lines = (FILES.get('lamp.playbook') ?? '').split('\n');
    const places = lines.flatMap((text, line) => (text === '  expect step hear' ? [line] : []));
    const locations = places.map((line) => ({
      uri: 'file:///lamp.playbook',
      range: { start: { line, character: 14 }, end: { line, character: 18 } },
    }));
    expect(command).toEqual({
      title: 'Used 2 times',
      command: SHOW_REFERENCES,
      arguments: [{ uri: 'file:///lamp.playbook', position, locations }],
    });
  });

  test('does nothing in an editor that does not know how: then there are words alone', async () => {
    await open(FILES, {});
    expect(await marked('lamp.playbook')).toBe(LAMP.replaceAll('Run · Step through · ', ''));
    expect((await seen('lamp.playbook')).map(({ command }) => command)).toEqual(
      (await seen('lamp.playbook')).map(({ command }) => ({ title: command?.title, command: '' })),
    );
  });
});

describe('where nothing can be played', () => {
  const without = (text: string, reason: string): string =>
    text
      .replaceAll(/Passed|Failed: [^·»]*/g, `Not played: ${reason}`)
      .replaceAll(/Covered by [^·»]*?scenarios?|No scenario tries this out/g, `Not counted: ${reason}`);

  test('for mistakes in the file, what the text gives is still there', async () => {
    await open();
    const text = `${FILES.get('lamp.playbook')}  expect step\nstep\n`;
    await editor.write('lamp.playbook', text);
    expect(await marked('lamp.playbook', text)).toBe(`${without(LAMP, 'the file has mistakes')}  expect step\nstep\n`);
    expect(await marked('house.playbook')).toBe(without(HOUSE, 'a playbook that may try this out has mistakes'));
    expect(await marked('thanks.playbook')).toBe(without(THANKS, 'a playbook that may try this out has mistakes'));
  });

  test('for mistakes in a library, it is told in all files that use it', async () => {
    await open();
    const text = (FILES.get('house.playbook') ?? '').replace('to supervisors', 'to nobody');
    await editor.write('house.playbook', text);
    expect(await marked('house.playbook', text)).toBe(
      without(HOUSE, 'the file has mistakes').replace('to supervisors', 'to nobody'),
    );
    expect(await marked('lamp.playbook')).toBe(without(LAMP, 'a file that it uses has mistakes'));
  });

  test('for mistakes in a playbook that it is played with', async () => {
    await open();
    await editor.write('thanks.playbook', `${FILES.get('thanks.playbook')}  say nothing\n`);
    expect(await marked('lamp.playbook')).toBe(
      without(LAMP, 'a playbook that it is tried out with has mistakes').replaceAll(
        /«Not counted: [^·»]*?(?= ·[^»]*»\n(?:trigger|step)|»\n(?:trigger|step))/g,
        '«Not counted: a playbook that may try this out has mistakes',
      ),
    );
  });

  test('because the playbook is retired', async () => {
    const text = (FILES.get('lamp.playbook') ?? '').replace('version 1.1.0', 'version 1.1.0\n  status retired');
    await open(new Map([...FILES, ['lamp.playbook', text]]));
    const titles = (await seen('lamp.playbook')).map(({ command }) => command?.title);
    expect(titles).toContain('Not played: the playbook is retired');
    expect(titles).not.toContain('Passed');
    expect(titles).toContain('No scenario tries this out');
  });

  test.each(['scenario', 'scenario "', 'step hear\n  offer\nscenario "x"\n  customer says', 'boundary', '', '"'])(
    'because hardly anything is written yet: %j',
    async (text) => {
      await open(new Map([['lamp.playbook', text]]));
      for (const { command } of await seen('lamp.playbook'))
        expect(command?.title).toMatch(/^(Run|Step through|Not (?:played|counted): .*|No scenario tries this out)$/);
    },
  );
});

describe('lenses are never out of date', () => {
  test('what they say is of the files as they are now, saved or not', async () => {
    await open();
    expect(await marked('house.playbook')).toBe(HOUSE);
    const [before, after] = ['agent says "Are you sure?"\n  expect reply blocked by no_blame', 'agent says "I see."'];
    const text = (FILES.get('lamp.playbook') ?? '').replace(before, after);
    await editor.write('lamp.playbook', text);
    await editor.settled();
    expect(await marked('house.playbook')).toBe(
      HOUSE.replace('Covered by 2 scenarios · Used once', 'Covered by 1 scenario'),
    );
    await editor.save('thanks.playbook', undefined);
    await editor.settled();
    expect(await marked('lamp.playbook', text)).toBe(
      LAMP.replace(before, after)
        .replaceAll(/Passed|Failed: [^·»]*/g, 'Not played: the file has mistakes')
        .replaceAll(/Covered by \d scenarios?/g, 'Not counted: the file has mistakes'),
    );
  });

  test('a lens of an older text says what is so now of what it is about', async () => {
    await open();
    const old = (await lenses('house.playbook')).filter(({ command }) => !command);
    await editor.write('house.playbook', `\n${(FILES.get('house.playbook') ?? '').replace('furious', 'livid')}`);
    const resolved = old.map((lens) => editor.connection.sendRequest(CodeLensResolveRequest.type, lens));
    const came = await Promise.allSettled(resolved);
    expect(came.map((one) => (one.status === 'fulfilled' ? one.value.command?.title : String(one.reason)))).toEqual([
      'Used once',
      'Covered by 2 scenarios',
      'Used once',
      'Error: The text has changed since.',
    ]);
  });

  test('and what is none of ours is refused', async () => {
    await open();
    for (const data of [
      undefined,
      null,
      7,
      { uri: 'file:///lamp.playbook' },
      { uri: 1, type: 'Step', name: 'hear', nth: 0, about: 'uses' },
    ]) {
      const resolved = editor.connection.sendRequest(CodeLensResolveRequest.type, { range: RANGE, data });
      await expect(resolved).rejects.toThrow('not one of this server');
    }
  });

  test('an editor asks again for those of other files, and only then', async () => {
    await open();
    let asked = 0;
    editor.connection.onRequest(CodeLensRefreshRequest.type, () => {
      asked += 1;
    });
    const asksAfter = async (edit: () => Promise<void>): Promise<boolean> => {
      await editor.settled();
      asked = 0;
      await edit();
      await editor.settled();
      return asked > 0;
    };
    const lamp = FILES.get('lamp.playbook') ?? '';
    await editor.write('lamp.playbook', lamp);
    expect(await asksAfter(() => editor.write('lamp.playbook', `${lamp}\n`))).toBe(false);
    await editor.write('house.playbook', FILES.get('house.playbook') ?? '');
    expect(await asksAfter(() => editor.write('lamp.playbook', lamp))).toBe(true);
    await editor.close('house.playbook');
    expect(await asksAfter(() => editor.save('house.playbook', `${FILES.get('house.playbook')}\n`))).toBe(true);
    expect(await asksAfter(() => editor.save('thanks.playbook', undefined))).toBe(true);
  });
});

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
