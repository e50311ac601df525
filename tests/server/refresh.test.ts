import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InlayHintRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

const LIBRARY = 'signal delay in days\nsignal other in days\n';
const PLAYBOOK = 'use "library.playbook"\nplaybook late "Late"\ntrigger t when delay is at least 36 hours\n';

describe('colours and hints of other files', () => {
  let editor: Editor;
  const asked: string[] = [];

  beforeAll(async () => {
    const refreshSupport = true;
    editor = await Editor.on(
      new Map([
        ['library.playbook', LIBRARY],
        ['late.playbook', PLAYBOOK],
      ]),
      { workspace: { semanticTokens: { refreshSupport }, inlayHint: { refreshSupport } } },
    );
    for (const { type } of [SemanticTokensRefreshRequest, InlayHintRefreshRequest])
      editor.connection.onRequest(type, () => {
        asked.push(type.method);
      });
    await editor.write('late.playbook', PLAYBOOK);
    await editor.settled();
    asked.length = 0;
  });
  afterAll(() => editor.end());

  test('are left alone by an edit that concerns one file', async () => {
    await editor.write('late.playbook', `${PLAYBOOK}// More is to come.\n`);
    await editor.settled();
    expect(asked).toEqual([]);
  });

  test('are asked for anew when what they rest on has changed', async () => {
    await editor.write('library.playbook', LIBRARY.replace('delay in days', 'delay in hours'));
    await editor.settled();
    expect([...new Set(asked)].sort()).toEqual([InlayHintRefreshRequest.method, SemanticTokensRefreshRequest.method]);
  });
});
