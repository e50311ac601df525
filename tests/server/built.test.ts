import { BUILT, type Built } from '@poise/server/protocol';
import { afterEach, expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';

const HOUSE = 'signal anger from 0 to 10\n';
const LAMP = `use "house.playbook"
playbook lamp "Arrived damaged"
  owner   "Customer Care"
  version 1.0.0
trigger broken when customer says "broken" and anger is at least 3
step hear
  say "Tell me."
`;

let editor: Editor;
afterEach(() => editor.end());

/** Tells which files were named since it was last asked, once the server has done all that it had to. */
async function start() {
  editor = await Editor.on(new Map(Object.entries({ 'house.playbook': HOUSE, 'lamp.playbook': LAMP })));
  const named: string[] = [];
  editor.connection.onNotification(BUILT, ({ changed }: Built) => void named.push(...changed));
  return async () => {
    await editor.settled();
    return named.splice(0).sort();
  };
}

test('the editor is told of all files, and then of those that change', async () => {
  const named = await start();
  expect(await named()).toEqual(['file:///house.playbook', 'file:///lamp.playbook']);
  await editor.write('house.playbook', HOUSE.replace('10', '12'));
  expect(await named()).toEqual(['file:///house.playbook']);
  await editor.close('house.playbook');
  expect(await named()).toEqual(['file:///house.playbook']);
});

test('the editor is told of files that come and go', async () => {
  const named = await start();
  await named();
  await editor.save('vase.playbook', LAMP.replace('lamp', 'vase'));
  expect(await named()).toEqual(['file:///vase.playbook']);
  await editor.save('vase.playbook', undefined);
  expect(await named()).toEqual(['file:///vase.playbook']);
});

test('the editor is told of all files where an edit overtakes the first build', async () => {
  const named = await start();
  await editor.write('house.playbook', HOUSE.replace('10', '12'));
  expect(new Set(await named())).toEqual(new Set(['file:///house.playbook', 'file:///lamp.playbook']));
});

test('the editor is told of a file that is edited again while it is read', async () => {
  const named = await start();
  await named();
  for (const title of ['Once', 'Twice', 'Three times'])
    await editor.write('lamp.playbook', LAMP.replace('Arrived damaged', title));
  expect(new Set(await named())).toEqual(new Set(['file:///lamp.playbook']));
});
