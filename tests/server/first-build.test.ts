import { WORK, type Work } from '@poise/server/protocol';
import { expect, test } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  type FileEvent,
  ResponseError,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { soundPlaybook } from '../cli/poise.ts';
import { Editor } from '../harness/editor.ts';
import { shippedSources } from '../harness/shipped.ts';

const files = new Map(
  Array.from({ length: 12 }, (_, index) => [`p${index}.playbook`, soundPlaybook(`matter_${index}`)]),
);
files.set('rules.playbook', 'signal anger from 0 to 10\n');

test('shows how far the first look at all files has come', async () => {
  const shipped = shippedSources();
  const editor = await Editor.on(shipped, { window: { workDoneProgress: true } });
  const told: string[] = [];
  const done = new Promise<void>((resolve) => {
    editor.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      editor.connection.onProgress(WorkDoneProgress.type, token, (progress) => {
        told.push(`${progress.kind}: ${'message' in progress ? progress.message : ''}`);
        if (progress.kind === 'end') resolve();
      });
    });
  });
  await done;
  expect(told[0]).toBe('begin: reading the playbooks');
  expect(told.at(-1)).toBe('end: ');
  const between = told.slice(1, -1);
  expect(between).not.toEqual([]);
  const checking = new RegExp(`^report: checking \\d+ of ${shipped.size} files$`);
  expect(between.filter((one) => !checking.test(one))).toEqual([]);
  editor.end();
});

test('comes to an end where there is nothing', async () => {
  const editor = await Editor.on(new Map(), { window: { workDoneProgress: true } });
  const kinds: string[] = [];
  await new Promise<void>((resolve) => {
    editor.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      editor.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        kinds.push(kind);
        if (kind === 'end') resolve();
      });
    });
  });
  expect(kinds).toEqual(['begin', 'end']);
  editor.end();
});

test('does without where an editor has no place for it after all', async () => {
  const editor = await Editor.on(files, { window: { workDoneProgress: true } });
  editor.connection.onRequest(WorkDoneProgressCreateRequest.type, () => {
    throw new ResponseError(ErrorCodes.MethodNotFound, 'there is none');
  });
  await editor.settled();
  expect(editor.codes('p0.playbook')).toEqual([]);
  editor.end();
});

test('says how many playbooks there are, and when their proofs are made', async () => {
  const editor = await Editor.on(files);
  const told: Work[] = [];
  editor.connection.onNotification(WORK, (work: Work) => {
    told.push(work);
  });
  await editor.settled();
  expect(told.at(0)).toEqual({ isProving: true, playbooks: 12 });
  expect(told.at(-1)).toEqual({ isProving: false, playbooks: 12 });
  editor.end();
});

test('leaves out the folders that the command leaves out, and no others', async () => {
  const folders = ['dist', 'node_modules', '.hidden', 'out', 'here'];
  const editor = await Editor.on(new Map(folders.map((folder) => [`${folder}/broken.playbook`, 'ownr "Nobody"\n'])));
  await editor.settled();
  const shown = () => folders.filter((folder) => editor.shown(`${folder}/broken.playbook`));
  expect(shown()).toEqual(['out', 'here']);
  // Also when they come later, as with an installation.
  for (const folder of folders) await editor.save(`${folder}/broken.playbook`, 'ownr "Somebody"\n');
  for (const folder of folders) await editor.save(`${folder}/deep/down.playbook`, 'ownr "Somebody"\n');
  const created = folders.map((folder): FileEvent => ({ uri: `file:///${folder}`, type: FileChangeType.Created }));
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: created });
  await editor.settled();
  expect(shown()).toEqual(['out', 'here']);
  expect(editor.codes('here/deep/down.playbook')).toEqual(['unknown-line']);
  editor.end();
});
