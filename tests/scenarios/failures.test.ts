import { failureInWords } from '@poise/generator/words';
import { describe, expect, it } from 'vitest';
import { ownFiles } from '../harness/own-sources.ts';
import { playAll } from './play.ts';

/** What a playbook says in remarks below a line: that its scenario fails there, and with which words. */
const REMARK = /^ *\/\/ (expected|but|because) (.+)$/;

interface Said {
  readonly line: number;
  readonly words: readonly string[];
}

function saidIn(text: string): readonly Said[] {
  const said: { line: number; words: string[] }[] = [];
  let line = 0;
  for (const [index, written] of text.split('\n').entries()) {
    const [, kind, words] = REMARK.exec(written) ?? [];
    if (kind === undefined) line = index + 1;
    else if (said.at(-1)?.line === line) said.at(-1)?.words.push(`${kind} ${words}`);
    else said.push({ line, words: [`${kind} ${words}`] });
  }
  return said;
}

const fixtures = [...ownFiles('tests/scenarios/', '.playbook')];
if (fixtures.length === 0) throw new Error('there is no playbook to try');

describe.each(fixtures)('%s', (path, text) => {
  it('fails where it says, with these words, and nowhere else', async () => {
    const runs = await playAll({ [path]: text });
    const failed = runs.flatMap((run): Said[] => {
      if (!run.failure) return [];
      const { line, expected, but, because } = failureInWords(run.failure, run);
      const words = [`expected ${expected}`, `but ${but}`, ...because.map((why) => `because ${why.words}`)];
      return [{ line: line.at.line, words }];
    });
    expect(failed).toEqual(saidIn(text));
    expect(runs.length).toBeGreaterThan(failed.length);
  });
});
