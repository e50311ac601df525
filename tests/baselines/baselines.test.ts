/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentBaselines } from '../harness/baselines.ts';

const current = await currentBaselines();
const kept = new Map<string, string>(
  ['compiled', 'findings'].flatMap((part) => {
    const folder = new URL(`${part}/`, import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(json|txt)$/.test(name),
    );
    return names.map(
      (name) => [`${part}/${name.replaceAll('\\', '/')}`, readFileSync(new URL(name, folder), 'utf8')] as const,
    );
  }),
);

test('every shipped playbook has its baselines, and every baseline its playbook', () => {
  expect([...kept.keys()].sort()).toEqual([...current.keys()].sort());
});

describe('what the shipped playbooks give is as it was (`npm run baselines` takes it as it is now)', () => {
  test.each([...current])('%s', (name, text) => {
    expect(text).toBe(kept.get(name));
  });
});
