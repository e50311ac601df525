import { setInterruptionPeriod } from 'langium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentFormattingRequest } from 'vscode-languageserver/node';
import { soundPlaybook } from '../cli/poise.ts';
import { Editor } from '../harness/editor.ts';

const ROUNDS = 200;
/** Langium's own: so long it works before it gives way. */
const LANGIUMS_OWN_MS = 10;
const options = { tabSize: 2, insertSpaces: true };

// As on a slow machine: a build gives way to what has arrived wherever it can.
beforeAll(() => setInterruptionPeriod(0));
afterAll(() => setInterruptionPeriod(LANGIUMS_OWN_MS));

test('a request is answered, whenever an edit of another file puts an end to the build that it waits for', async () => {
  const [asked, other] = [soundPlaybook('asked'), soundPlaybook('other')];
  const editor = await Editor.on(
    new Map([
      ['asked.playbook', asked],
      ['other.playbook', other],
    ]),
  );
  const textDocument = { uri: 'file:///asked.playbook' };
  for (let round = 0; round < ROUNDS; round++) {
    await editor.write('asked.playbook', `${asked}\n// ${round}\n`);
    const answer = editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    // The other edit comes a little later each time, so that some round meets each moment of the build.
    for (let turn = 0; turn < round % 40; turn++) await new Promise(setImmediate);
    await editor.write('other.playbook', `${other}\n// ${round}\n`);
    expect(await answer).toEqual(expect.any(Array));
  }
  editor.end();
});
