import { readConfiguration } from '@poise/generator';
import { expect, test } from 'vitest';
import { blocksOf, documentation } from '../harness/markdown.ts';

const blocks = [...documentation()].flatMap(([page, text]) =>
  blocksOf(text)
    .filter(({ info }) => info === 'json poise.json')
    .map((block) => ({ ...block, place: `${page}:${block.line}` })),
);

test.each(blocks)('the configuration at $place is right', ({ text }) => {
  expect(readConfiguration(text).findings).toEqual([]);
});

test('the page on the configuration shows every setting', () => {
  const shown = blocks.filter(({ place }) => place.startsWith('docs/configuration.md'));
  const { configuration } = readConfiguration(shown[0]?.text ?? '');
  expect(Object.keys(configuration).sort()).toEqual([
    'approvals',
    'currency',
    'failLevel',
    'folders',
    'levels',
    'locale',
    'out',
  ]);
  expect([...configuration.approvals]).not.toEqual([]);
});
