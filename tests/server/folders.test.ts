import { expect, test } from 'vitest';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import { soundPlaybook } from '../cli/poise.ts';
import { Editor } from '../harness/editor.ts';

const broken = 'ownr "Nobody"\n';

/** Opens and closes folders, by their paths. */
async function change(editor: Editor, { added = [], removed = [] }: { added?: string[]; removed?: string[] }) {
  const named = (path: string) => ({ uri: `file:///${path}`, name: path });
  const event = { added: added.map(named), removed: removed.map(named) };
  await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  await editor.settled();
}

async function onFolders(files: Record<string, string>): Promise<Editor> {
  const editor = await Editor.on(new Map(Object.entries(files)), { workspace: { workspaceFolders: true } });
  await editor.settled();
  return editor;
}

test('a folder that is closed takes its files along, and brings them back', async () => {
  const editor = await onFolders({ 'here/one.playbook': broken, 'there/two.playbook': broken });
  await change(editor, { added: ['here'], removed: [''] });
  expect([editor.codes('here/one.playbook'), editor.codes('there/two.playbook')]).toEqual([['unknown-line'], []]);
  await change(editor, { added: ['there'] });
  expect(editor.codes('there/two.playbook')).toEqual(['unknown-line']);
  await change(editor, { removed: ['here'] });
  expect([editor.codes('here/one.playbook'), editor.codes('there/two.playbook')]).toEqual([[], ['unknown-line']]);
  editor.end();
});

test('what a file uses is there once its folder is open', async () => {
  const late = `use "../there/anger.playbook"\n${soundPlaybook('late')}`;
  const editor = await onFolders({ 'here/late.playbook': late, 'there/anger.playbook': 'signal anger from 0 to 10\n' });
  await change(editor, { added: ['here'], removed: [''] });
  expect(editor.codes('here/late.playbook')).toEqual(['use-outside-workspace']);
  await change(editor, { added: ['there'] });
  expect(editor.codes('here/late.playbook')).toEqual(['unused-use']);
  editor.end();
});

test('of a folder within another, the files stay when one of the two is closed', async () => {
  const editor = await onFolders({ 'a/one.playbook': broken, 'a/b/two.playbook': broken });
  const found = () => [editor.codes('a/one.playbook'), editor.codes('a/b/two.playbook')];
  await change(editor, { added: ['a/b'] });
  await change(editor, { removed: ['a/b'] });
  expect(found()).toEqual([['unknown-line'], ['unknown-line']]);
  await change(editor, { added: ['a/b'], removed: [''] });
  expect(found()).toEqual([[], ['unknown-line']]);
  editor.end();
});

test('what is open stays when its folder is closed, and goes when it is closed itself', async () => {
  const editor = await onFolders({ 'here/one.playbook': broken, 'there/two.playbook': broken });
  await editor.write('there/two.playbook', broken);
  await change(editor, { added: ['here'], removed: [''] });
  expect(editor.codes('there/two.playbook')).toEqual(['unknown-line']);
  await editor.close('there/two.playbook');
  await editor.settled();
  expect(editor.codes('there/two.playbook')).toEqual([]);
  editor.end();
});

test('the configuration is that of the first open folder that has one', async () => {
  const editor = await onFolders({
    'here/one.playbook': soundPlaybook('one'),
    'there/two.playbook': soundPlaybook('two'),
    'there/poise.json': '{ "currency": "pounds" }\n',
  });
  await change(editor, { added: ['here'], removed: [''] });
  expect(editor.shown('there/poise.json')).toBeUndefined();
  await change(editor, { added: ['there'] });
  expect(editor.shown('there/poise.json')).toHaveLength(1);
  await change(editor, { removed: ['there'] });
  expect(editor.shown('there/poise.json')).toEqual([]);
  editor.end();
});
