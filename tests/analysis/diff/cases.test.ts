/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { obeysLaws, summaryOf } from './laws.ts';

/**
 * A case is a file of three parts: what both versions have, below `// old` what the old one has besides, below `// new` what the new one has. Remarks at its
 * beginning, `// is loosened escalation storm`, are all that has changed; `// owes major` is what the version owes.
 */
const FOLDER = new URL('cases/', import.meta.url);
const CASES = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.playbook', ''),
  text: readFileSync(new URL(file, FOLDER), 'utf8'),
}));

const HEAD = `playbook case "A case"
  owner   "Customer Operations"
  version 1.0.0
`;
const compiler = createCompiler();

async function documentsOf(text: string): Promise<readonly Playbook[]> {
  const files = new Map([['case.playbook', HEAD + text]]);
  const { outputs, findings } = await compiler.compile(['case.playbook'], memoryHost(files), {
    today: '2026-11-22',
    proofs: false,
  });
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return outputs.filter(({ name }) => name !== 'index.json').map((output) => JSON.parse(output.text) as Playbook);
}

function remarks(text: string, word: string): string[] {
  return [...text.matchAll(new RegExp(`^// ${word} (.*)$`, 'gm'))].map(([, said = '']) => said);
}

describe('what became of a rule', () => {
  test.each(CASES)('$name', async ({ text }) => {
    const [common = '', old = '', present = ''] = text.split(/^\/\/ (?:old|new)$/m);
    const before = await documentsOf(common + old);
    const after = await documentsOf(common + present);
    const { changes, playbooks } = obeysLaws(before, after);
    const told = changes.filter((change) => change.class !== 'same').map(summaryOf);
    expect(told.sort()).toEqual(remarks(text, 'is').sort());
    expect(playbooks.flatMap(({ owed }) => owed?.step ?? [])).toEqual(remarks(text, 'owes'));
    for (const one of [before, after]) {
      const itself = obeysLaws(one, one).changes.map((change) => change.class);
      expect(new Set(itself)).toEqual(new Set(['same']));
    }
  });
});
