import type * as generator from '@poise/generator';
import { afterEach, expect, test, vi } from 'vitest';
import { LogMessageNotification } from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

/** A mistake in the analysis that one playbook, and a playbook beside it, bring to light. */
vi.mock('@poise/generator', async (importOriginal) => {
  const original = await importOriginal<typeof generator>();
  const fail = (): never => {
    throw new Error('nobody thought of this');
  };
  return {
    ...original,
    prove: (...all: Parameters<typeof original.prove>) => (all[1].id === 'unlucky' ? fail() : original.prove(...all)),
    proveTogether: (...all: Parameters<typeof original.proveTogether>) =>
      all[0].size > 1 ? fail() : original.proveTogether(...all),
  };
});

const playbookOf = (id: string, more = ''): string => `playbook ${id} "About ${id}"
  owner   "Customer Operations"
  version 1.0.0

trigger ${id} when customer says "help with ${id}"

phrases blame: "how come"

boundary no_blame
  never say blame

step hear
  say "How come it is like that?"${more}
`;

let editor: Editor;
afterEach(() => editor.end());

const start = async (...ids: readonly string[]): Promise<readonly string[]> => {
  editor = await Editor.on(new Map(ids.map((id) => [`${id}.playbook`, playbookOf(id)])));
  const logged: string[] = [];
  editor.connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  await editor.settled();
  for (const more of ['\n', '\n\n']) {
    for (const id of ids) await editor.write(`${id}.playbook`, playbookOf(id, more));
    await editor.settled();
  }
  return logged;
};

test('a proof that fails keeps nothing else from being told, and is logged once', async () => {
  const logged = await start('unlucky', 'lucky');
  expect(editor.codes('unlucky.playbook')).toEqual(['missing-goal']);
  expect(editor.codes('lucky.playbook')).toEqual(['forbidden-phrase', 'missing-goal']);
  expect(logged).toEqual([expect.stringMatching(/unlucky\.playbook.*nobody thought of this/)]);
});

test('and so it is with playbooks beside one another', async () => {
  const logged = await start('lucky', 'plucky');
  expect(editor.codes('plucky.playbook')).toEqual(['forbidden-phrase', 'missing-goal']);
  expect(logged).toEqual([expect.stringMatching(/together.*nobody thought of this/)]);
});
