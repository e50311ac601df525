import { expect, test } from 'vitest';
import { DiagnosticTag, DidOpenTextDocumentNotification, ReferencesRequest } from 'vscode-languageserver/node';
import { soundPlaybook } from '../cli/poise.ts';
import { Editor } from '../harness/editor.ts';

const uri = 'file:///late.playbook';
const references = {
  textDocument: { uri },
  position: { line: 0, character: 'playbook l'.length },
  context: { includeDeclaration: true },
};

async function onLate(): Promise<Editor> {
  const editor = await Editor.on(new Map([['late.playbook', soundPlaybook('late')]]));
  await editor.settled();
  return editor;
}

/** Opens a file that the editor takes for something. */
async function open(editor: Editor, uri: string, languageId: string, text: string): Promise<void> {
  const textDocument = { uri, languageId, version: 1, text };
  await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

test('what the editor takes for another language stands in nobody’s way', async () => {
  const editor = await onLate();
  await open(editor, 'file:///README.md', 'markdown', '# Playbooks\n');
  await editor.write('late.playbook', `${soundPlaybook('late')}\nstep\n`);
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['expected-something']);
  expect(editor.shown('README.md')).toBeUndefined();
  editor.end();
});

test('what the editor no longer takes for a playbook is none, and the others are', async () => {
  const editor = await onLate();
  await open(editor, 'file:///a.txt', 'playbook', soundPlaybook('late'));
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['duplicate-playbook']);
  editor.put('a.txt', soundPlaybook('late'));
  await editor.close('a.txt');
  await editor.settled();
  expect(editor.shown('a.txt')).toEqual([]);
  expect(editor.codes('late.playbook')).toEqual([]);
  editor.end();
});

test('a file that goes from the disk is there as long as it is open', async () => {
  const editor = await onLate();
  await editor.write('late.playbook', `${soundPlaybook('late')}\nstep\n`);
  await editor.save('late.playbook', undefined);
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['expected-something']);
  await editor.close('late.playbook');
  await editor.settled();
  expect(editor.shown('late.playbook')).toEqual([]);
  editor.end();
});

test('half a character in a path, as between two keys, is an absent file', async () => {
  const editor = await onLate();
  await editor.write('late.playbook', `use "\uD83D.playbook"\n${soundPlaybook('late')}`);
  await editor.settled();
  expect(editor.codes('late.playbook')).toContain('use-not-found');
  editor.end();
});

test('whoever asks about all files is answered also where nothing has changed', async () => {
  const editor = await onLate();
  const finish = editor.keepBusy();
  await editor.save('README.md', '# Playbooks\n');
  const answer = editor.connection.sendRequest(ReferencesRequest.type, references);
  finish();
  expect(await answer).toHaveLength(1);
  editor.end();
});

test('what is not needed is faded, and what is not in use any more struck through', async () => {
  const retired = soundPlaybook('gone').replace('status  active', 'status  retired');
  const late = `${soundPlaybook('late').replace('scenario', 'step after\n  goal "All is said."\n  continue with gone\n\nscenario')}\nteam nobody answers within 5 minutes\n`;
  const editor = await Editor.on(
    new Map([
      ['gone.playbook', retired],
      ['late.playbook', late],
    ]),
  );
  await editor.settled();
  const tagged = editor.shown('late.playbook')?.map(({ code, tags }) => [code, tags]);
  expect(tagged).toEqual([
    ['retired-playbook', [DiagnosticTag.Deprecated]],
    ['unused-name', [DiagnosticTag.Unnecessary]],
  ]);
  editor.end();
});
