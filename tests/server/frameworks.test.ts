import { FRAMEWORKS, type FrameworkOffer } from '@poise/server/protocol';
import { expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';

const CALM = `framework calm "Calm them"
  stage hear "Listen"
  stage thank optional
`;

test('a new playbook may follow the frameworks of all files, as soon as these have been read', async () => {
  const editor = await Editor.on(new Map([['calm.playbook', CALM]]));
  const asked = editor.whileReading(() => editor.connection.sendRequest<FrameworkOffer[]>(FRAMEWORKS));
  expect(await asked).toEqual([
    {
      name: 'calm',
      title: 'Calm them',
      uri: 'file:///calm.playbook',
      stages: [
        { name: 'hear', title: 'Listen', isOptional: false },
        { name: 'thank', title: 'thank', isOptional: true },
      ],
    },
  ]);
  editor.end();
});

test('what has no name yet is nothing to follow', async () => {
  const editor = await Editor.on(new Map([['half.playbook', 'framework\n\nframework calm\n  stage\n']]));
  expect(await editor.connection.sendRequest<FrameworkOffer[]>(FRAMEWORKS)).toMatchObject([
    { name: 'calm', stages: [] },
  ]);
  editor.end();
});
