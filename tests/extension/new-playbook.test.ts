import { createPlaybookLanguage, formatText } from '@poise/language';
import { describe, expect, test } from 'vitest';
import { relativePath } from '../../extension/src/new-playbook/relative-path.ts';
import { type Beginning, nameFrom, skeletonOf } from '../../extension/src/new-playbook/skeleton.ts';
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
    editor.end();
  });

  test('gets its name from its title', () => {
    expect(['Late delivery', 'Où est-il ?', '3 strikes!', '…'].map(nameFrom)).toEqual([
      'late_delivery',
      'ou_est_il',
      'strikes',
      '',
    ]);
  });
});

test('a file is named from the folder of the one that uses it', () => {
  expect(relativePath('/shop/playbooks', '/shop/shared/house.playbook')).toBe('../shared/house.playbook');
  expect(relativePath('/shop', '/shop/shared/house.playbook')).toBe('shared/house.playbook');
});
