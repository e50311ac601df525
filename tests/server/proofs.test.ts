import type { Finding } from '@poise/language';
import { setInterruptionPeriod } from 'langium';
import { afterEach, describe, expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';

const HOUSE = `phrases blame: "how come"

boundary no_blame
  never say blame
`;
const LATE = `use "house.playbook"

playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0

trigger late when customer says "where is my parcel"

step hear
  goal "They feel heard."
  say  "How come it is late?"
`;
const WITHOUT_GOAL = LATE.replace('  goal "They feel heard."\n', '');
/** A circle without a way out, which is a matter of the steps alone. */
const LOST = LATE.replace('How come it', 'It').replace(/is late\?"\n$/, 'is late."\n  go to hear\n');
const FILES = new Map([
  ['house.playbook', HOUSE],
  ['late.playbook', LATE],
]);

describe('the language server proves what it has checked', () => {
  let editor: Editor;
  afterEach(() => {
    setInterruptionPeriod(10);
    editor.end();
  });

  /** What was told of a file, in the codes of what was found each time. */
  const told = (path: string) =>
    editor.told.filter((one) => one.path === path).map(({ diagnostics }) => diagnostics.map(({ code }) => code));

  const start = async (files = FILES): Promise<void> => {
    editor = await Editor.on(files);
    await editor.settled();
    editor.told.length = 0;
  };

  test('and tells of the one at once, of both when both are known', async () => {
    await start();
    await editor.write('late.playbook', WITHOUT_GOAL);
    await editor.settled();
    expect(told('late.playbook')).toEqual([['missing-goal'], ['missing-goal', 'forbidden-phrase']]);
  });

  test('in the files that use what has changed, too, and in no others', async () => {
    await start(
      new Map([...FILES, ['lost.playbook', LOST.replaceAll('late', 'lost').replace('my parcel', 'my way')]]).set(
        'alone.playbook',
        HOUSE,
      ),
    );
    await editor.write('house.playbook', HOUSE.replace('how come', 'calm down'));
    await editor.settled();
    expect(told('late.playbook').at(-1)).toEqual([]);
    expect(told('lost.playbook')).toEqual([[], ['no-way-out']]);
    expect(told('alone.playbook')).toEqual([]);
  });

  test('of a file that is used, from the playbooks that use it', async () => {
    const rule = 'escalation too_long\n  when customer says "too long"\n  to leads\n  say "How come you waited?"\n';
    const leads = 'team leads "Team leads"\n  answers within 5 minutes\n';
    await start(new Map(FILES).set('house.playbook', `${HOUSE}\n${leads}\n${rule}`));
    expect(editor.codes('house.playbook')).toBeUndefined();
    await editor.write('house.playbook', `${HOUSE}\n${leads}\n${rule}\n`);
    await editor.settled();
    expect(told('house.playbook').at(-1)).toEqual(['forbidden-phrase']);
  });

  test('but no more of what an edit has overtaken', async () => {
    // The server looks up after each proof, however short.
    setInterruptionPeriod(0);
    const names = Array.from({ length: 60 }, (_, index) => `late_${index}`);
    const playbooks = names.map(
      (name) =>
        [
          `${name}.playbook`,
          LATE.replace('playbook late', `playbook ${name}`).replace('my parcel', `my ${name}`),
        ] as const,
    );
    await start(new Map([...playbooks, ['house.playbook', HOUSE]]));
    const words = () => editor.told.flatMap(({ diagnostics }) => diagnostics.map((one) => (one.data as Finding).data));
    await editor.write('house.playbook', HOUSE.replace('how come', 'it is'));
    await editor.until(() => words().some((data) => 'words' in data && data.words === 'it is'));
    await editor.write('house.playbook', HOUSE.replace('how come', 'is late'));
    await editor.settled();
    const said = words().map((data) => 'words' in data && data.words);
    expect(said.slice(said.indexOf('is late')).filter((one) => one !== 'is late')).toEqual([]);
    expect(said.filter((one) => one === 'it is').length).toBeLessThan(names.length);
    expect(names.map((name) => editor.codes(`${name}.playbook`))).toEqual(names.map(() => ['forbidden-phrase']));
  });

  test('and goes on where something that is no playbook came in between', async () => {
    await start();
    void editor.write('late.playbook', LOST);
    await editor.save('notes.txt', 'Nothing of it is ours.');
    await editor.settled();
    expect(told('late.playbook').at(-1)).toEqual(['no-way-out']);
  });

  test('nothing of what isn’t sound', async () => {
    await start();
    await editor.write('late.playbook', `${LATE}  go to nowhere\n`);
    await editor.settled();
    expect(told('late.playbook').at(-1)).toEqual(['unknown-name']);
  });

  test('and calls no remark unneeded before it knows', async () => {
    const remark = '// allow always-true-condition: the tool tells it anyway';
    const mood = 'signal mood from 0 to 10 "How they feel."';
    await start();
    const text = `${LATE}  say "You are right." when mood is at least 0\n`;
    await editor.write('late.playbook', text.replace('step hear', `${mood}\n\n${remark}\nstep hear`));
    await editor.settled();
    expect(told('late.playbook')).toEqual([[], ['forbidden-phrase']]);
    await editor.write('late.playbook', LATE.replace('How come it', 'It').replace('step hear', `${remark}\nstep hear`));
    await editor.settled();
    expect(told('late.playbook').slice(2)).toEqual([[], ['unneeded-suppression']]);
    // Whatever it is that has to be proved.
    const hidden = LATE.replace('trigger', '// allow hidden-trigger: a tool needs it\ntrigger');
    await editor.write('late.playbook', hidden.replace('How come it', 'It'));
    await editor.settled();
    expect(told('late.playbook').slice(4)).toEqual([[], ['unneeded-suppression']]);
  });

  test('with the levels that `poise.json` gives', async () => {
    await start();
    await editor.write('late.playbook', WITHOUT_GOAL);
    await editor.save('poise.json', '{ "severity": { "missing-goal": "off" } }');
    await editor.settled();
    expect(told('late.playbook').at(-1)).toEqual(['forbidden-phrase']);
  });
});
