import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DocumentOnTypeFormattingRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../harness/editor.ts';

/** What becomes of a text in which a line has just been finished: the cursor is at `|`. */
const CASES: readonly (readonly [what: string, before: string, after: string])[] = [
  ['lays out the finished line', 'step   hear\n|', 'step hear\n|'],
  [
    'and the columns of those above it',
    'step hear\n  goal "A."\n  say "B."\n|',
    'step hear\n  goal "A."\n  say  "B."\n|',
  ],
  [
    'whatever the cursor’s line begins with',
    'step hear\n  goal "A."\n  say "B."\n      |',
    'step hear\n  goal "A."\n  say  "B."\n      |',
  ],
  ['and leaves blank lines to the author', 'step hear\n  goal  "A."\n\n\n|', 'step hear\n  goal "A."\n\n\n|'],
  [
    'in the middle of a part as well',
    'step hear\n  goal  "A."\n|\n  say    "B."\n',
    'step hear\n  goal "A."\n|\n  say    "B."\n',
  ],
  [
    'nothing where the line can’t be read',
    'step hear\n  goal  "A\n  sayy   what\n|',
    'step hear\n  goal  "A\n  sayy   what\n|',
  ],
  [
    'nothing in other parts',
    'step   a\n  goal "A."\n\nstep   b\n  goal "B."\n|',
    'step   a\n  goal "A."\n\nstep b\n  goal "B."\n|',
  ],
  ['nothing in an empty file', '\n|', '\n|'],
];

describe('when a line is finished', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.on(new Map());
  });
  afterEach(() => editor.end());

  test.each(CASES)('%s', async (_what, before, after) => {
    const uri = 'file:///a.playbook';
    const document = TextDocument.create(uri, 'playbook', 1, before.replace('|', ''));
    await editor.write('a.playbook', document.getText());
    await editor.settled();
    const position = document.positionAt(before.indexOf('|'));
    const edits = await editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      ...{ textDocument: { uri }, position, ch: '\n' },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(TextDocument.applyEdits(document, edits ?? [])).toBe(after.replace('|', ''));
  });
});
