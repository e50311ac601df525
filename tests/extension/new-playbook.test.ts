import { createPlaybookLanguage, formatText } from '@poise/language';
import { describe, expect, test } from 'vitest';
import { relativePath } from '../../extension/src/new-playbook/relative-path.ts';
import { type Beginning, skeletonOf } from '../../extension/src/new-playbook/skeleton.ts';
import { problemWithTitle } from '../../extension/src/new-playbook/title.ts';
import { Editor } from '../harness/editor.ts';
import { expansion } from '../harness/snippets.ts';

const FRAMEWORK = `framework three_stages "Listen, solve, close"
  stage listen "Listen and acknowledge" goal "The customer feels heard."
  stage solve  "Offer solutions"        goal "There is a choice."
  stage close  "Close and write down" optional
`;
const stages = [
  { name: 'listen', title: 'Listen and acknowledge', isOptional: false },
  { name: 'solve', title: 'Offer solutions', isOptional: false },
  { name: 'close', title: 'Close and write down', isOptional: true },
];
const offer = {
  name: 'three_stages',
  title: 'Listen, solve, close',
  uri: 'file:///shared/frameworks.playbook',
  stages,
};

describe('a new playbook', () => {
  test.each<[string, Beginning]>([
    ['with no framework', { title: 'Late delivery' }],
    ['with a framework', { title: 'Late delivery', framework: { offer, path: 'shared/frameworks.playbook' } }],
    ['with signs in its title that mean something elsewhere', { title: 'It "costs" $5 {or} \\more' }],
    ['with letters in its title that no name has', { title: 'Où est-il ?' }],
    ['with a title that begins with a word of the language', { title: 'Offer of a refund' }],
    ['with the title of its step', { title: 'Listen' }],
  ])('%s is sound, and laid out', async (_name, beginning) => {
    const text = expansion({ body: skeletonOf(beginning).split('\n') });
    const { playbook } = createPlaybookLanguage({});
    expect(formatText(text, playbook).text).toBe(text);
    const editor = await Editor.on(
      new Map([
        ['new.playbook', text],
        ['shared/frameworks.playbook', FRAMEWORK],
      ]),
    );
    await editor.settled();
    expect(editor.shown('new.playbook')).toEqual([]);
    expect(problemWithTitle(beginning.title)).toBeUndefined();
    editor.end();
  });

  test.each([
    ['…', 'Give it a title with a letter from a to z in it.'],
    ['Offer', '“offer” means something else already: say a little more.'],
    ['Customer', '“customer” means something else already: say a little more.'],
    ['Warnings', '“warnings” means something else already: say a little more.'],
    ['Time!', '“time” means something else already: say a little more.'],
    ['Con', '“con” means something else already: say a little more.'],
    ['Index', '“index” means something else already: say a little more.'],
    ['Prototype', '“prototype” means something else already: say a little more.'],
  ])('isn’t called %s', (title, problem) => {
    expect(problemWithTitle(title)).toBe(problem);
  });
});

test('a file is named from the folder of the one that uses it', () => {
  expect(relativePath('/shop/playbooks', '/shop/shared/house.playbook')).toBe('../shared/house.playbook');
  expect(relativePath('/shop', '/shop/shared/house.playbook')).toBe('shared/house.playbook');
});
