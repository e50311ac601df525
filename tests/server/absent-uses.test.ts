import { expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';

const FACTS = 'signal anger from 0 to 10\n';
const told = (editor: Editor, path: string) => editor.shown(path)?.map(({ code, message }) => `${code}: ${message}`);

test('an editor is told of `use` lines whose files aren’t there, in the words of the command, until they are', async () => {
  const editor = await Editor.on(
    new Map([
      ['late.playbook', 'use "shared/fact.playbook"\nuse "shared/facts"\nuse "notes.txt"\n'],
      ['shared/facts.playbook', FACTS],
    ]),
  );
  await editor.settled();
  expect(told(editor, 'late.playbook')).toEqual([
    'use-not-found: there is no file `shared/fact.playbook`: did you mean `shared/facts.playbook`?',
    'use-not-a-playbook: `shared/facts` is not a playbook file: did you mean `shared/facts.playbook`?',
    'use-not-a-playbook: `notes.txt` is not a playbook file: those have names that end in `.playbook`',
  ]);

  await editor.save('shared/fact.playbook', 'signal mood from 0 to 10\n');
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['use-not-a-playbook', 'use-not-a-playbook']);

  await editor.save('shared/fact.playbook', undefined);
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['use-not-a-playbook', 'use-not-a-playbook', 'use-not-found']);
  editor.end();
});

test('and of no name that may be in one of these files', async () => {
  const words = (line: string, name = 'angry') => `${line}\n\nsituation ${name} when anger is at least 8\n`;
  const editor = await Editor.on(
    new Map([
      ['late.playbook', words('use "facts"')],
      ['later.playbook', words('use facts.playbook')],
      ['latest.playbook', words('use "late.playbook"', 'furious')],
      ['last.playbook', words('use file "facts.playbook"')],
      ['facts.playbook', FACTS],
    ]),
  );
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['use-not-a-playbook']);
  expect(editor.codes('later.playbook')).toEqual(['expected-something']);
  expect(editor.codes('latest.playbook')).toEqual([]);
  expect(editor.codes('last.playbook')).toEqual(['expected-something']);

  await editor.write('late.playbook', words('use "facts.playbook"'));
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual([]);
  await editor.write('late.playbook', words('use "words.playbook"'));
  await editor.save('words.playbook', 'signal mood from 0 to 10\n');
  await editor.settled();
  expect(editor.codes('late.playbook')).toEqual(['unknown-name']);
  editor.end();
});
