import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignatureHelpRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../../harness/editor.ts';

/** What is shown where the text ends, with the part that comes next in guillemets; each way to go on in a line of its own. */
const CASES: readonly (readonly [text: string, ...shown: string[]])[] = [
  ['step a\n  escalate to ', 'escalate to «<team>» [when <condition>] [unless <condition>]'],
  ['step a\n  escalate to legal when ', 'escalate to <team> [«when <condition>»] [unless <condition>]'],
  [
    'step a\n  offer refund "The money" ',
    'offer [on <channel>] <name> "<what it is>" [«worth [up to] <amount>»] [when <condition>] [unless <condition>]',
  ],
  [
    'step a\n  do ',
    'do [on <channel>] "«<what to do>»" [when <condition>] [unless <condition>]',
    'do [on <channel>] «<action>» [when <condition>] [unless <condition>]',
  ],
  [
    'step a\n  say "Hello" when vip and ',
    'say [on <channel>] "<words>" [or "<other words>"] [«when <condition>»] [unless <condition>]',
  ],
  [
    'trend rough "Rough" when limits happens ',
    'trend <name> "<title>" when <what happens> happens at least «<number>» times in the last <duration>',
  ],
  ['escalation e\n  when vip\n  to legal, ', 'to <team>[«, then <team> after <duration>»]'],
  ['escalation e\n  when vip\n  to legal, then press ', 'to <team>[«, then <team> after <duration>»]'],
  [
    'boundary b\n  always record reason ',
    'always record <field>[, …] [«before <step, stage or close>»] [when <condition>] [unless <condition>]',
  ],
  ['boundary b\n  say ', 'none'],
  ['signal anger ', 'signal <name> «<kind of value>» [fixed] ["<meaning>"]'],
  ['step a\n  goal "Heard." ', 'none'],
  ['step a\n  say "Hello ', 'none'],
  ['step a\n  say "Hello"\n  ', 'none'],
  ['// to ', 'none'],
];

describe('signature help', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.on(new Map());
    await editor.write('a.playbook', '');
    await editor.settled();
  });
  afterAll(() => editor.end());

  test.each(CASES)('%j', async (text, ...shown) => {
    const goOn = editor.keepBusy();
    await editor.write('a.playbook', text);
    const position = TextDocument.create('', 'playbook', 1, text).positionAt(text.length);
    const textDocument = { uri: 'file:///a.playbook' };
    const help = await editor.connection.sendRequest(SignatureHelpRequest.type, { textDocument, position });
    goOn();
    const lines = (help?.signatures ?? []).map(({ label, parameters, activeParameter }) => {
      const part = parameters?.[activeParameter ?? 0]?.label;
      if (typeof part !== 'object') return label;
      return `${label.slice(0, part[0])}«${label.slice(...part)}»${label.slice(part[1])}`;
    });
    expect(lines).toEqual(shown[0] === 'none' ? [] : shown);
  });
});
