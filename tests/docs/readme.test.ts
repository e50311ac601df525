import { readdirSync, readFileSync } from 'node:fs';
import { type Guidance, open, prepare, type Verdict } from '@poise/runtime';
import { expect, test } from 'vitest';
import { shippedDocuments } from '../harness/shipped-documents.ts';

test('the lines of the README that play a conversation do what they say', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, lines = ''] = /^```js\n(.*?)^```/ms.exec(readme) ?? [];
  const play = new Function('open', 'playbooks', 'time', `${lines}\nreturn { guidance, verdict };`);
  const playbooks = prepare(await shippedDocuments());
  const { guidance, verdict } = play(open, playbooks, Date.UTC(2026, 10, 24, 12)) as {
    readonly guidance: Guidance;
    readonly verdict: Verdict;
  };
  expect(guidance.step).toMatchObject({ playbook: 'late_delivery', id: 'hear' });
  expect(verdict).toMatchObject({
    allowed: false,
    blocks: [{ id: 'no_blame', span: { start: 0, end: 9 }, instead: { text: 'Help me understand what happened.' } }],
  });
});

test('the findings that the README shows are found in fixtures', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = [...readme.matchAll(/^.+[:;] …$/gm)].map(([line]) => line.replace('…', '').trim());
  const folder = new URL('../fixtures/proven/', import.meta.url);
  const fixtures = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  expect(shown.length).toBe(3);
  expect(shown.filter((message) => !fixtures.some((fixture) => fixture.includes(`: ${message}`)))).toEqual([]);
});
