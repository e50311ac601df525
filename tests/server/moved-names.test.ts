import { expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';

/** Enough of them that an edit in the first leaves the last alone. */
const SIGNALS = Array.from({ length: 9 }, (_, index) => `signal delay_${index} in days\n`).join('');
const ONE = 'playbook late "Late"\n  owner "Care"\n';
const OTHER = `${SIGNALS}playbook late "Late again"\n  owner "Care"\n${SIGNALS.replaceAll('delay', 'wait')}`;

test('a finding leads to where something stands now in another file, also where an edit has only moved it', async () => {
  const editor = await Editor.on(
    new Map([
      ['second.playbook', ONE],
      ['first.playbook', OTHER],
    ]),
  );
  const linesOfTheOther = () =>
    editor
      .shown('second.playbook')
      ?.filter(({ code }) => code === 'duplicate-playbook')
      .flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.range.start.line));
  await editor.write('first.playbook', OTHER);
  await editor.settled();
  expect(linesOfTheOther()).toEqual([9]);
  await editor.write('first.playbook', `\n\n${OTHER}`);
  await editor.settled();
  expect(linesOfTheOther()).toEqual([11]);
  editor.end();
});
