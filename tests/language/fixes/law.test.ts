import { createPlaybookLanguage, formatText } from '@poise/language';
import { describe, expect, test } from 'vitest';
import { fixers } from '../../../language/src/fixes/table.ts';
import { allFixtures } from '../../harness/fixtures.ts';
import { playAll } from '../../scenarios/play.ts';
import type { Texts } from '../linked-workspace.ts';
import { type Found, findingsIn, fixed } from './fixed.ts';

const { playbook: services } = createPlaybookLanguage({});
/** This one puts nothing right: it shows what is wrong. */
const SCENARIO = 'Write a scenario of this situation';
const ALLOWED = /^Allow it here/;
const mended = new Set<string>();
const isMendable = (code: string): boolean => typeof fixers[code as keyof typeof fixers] === 'function';

describe('each quick fix of what a fixture has puts it right, and nothing wrong', () => {
  test.each([...allFixtures()])('%s', async (name, { files, today }) => {
    const before = await findingsIn(files, today);
    for (const { found, title, texts } of await fixed(before, files)) {
      const after = await findingsIn(texts, today);
      if (title !== SCENARIO)
        expect(times(found, after), `${title}: ${found.message}`).toBeLessThan(times(found, before));
      else expect((await playAll(Object.fromEntries(texts))).map(({ failure }) => failure)).toEqual([undefined]);
      if (!REVEALING.has(`${name}: ${title}`)) expect(newErrors(before, after), title).toEqual([]);
      expect(badlyLaidOut(files), title).toEqual(expect.arrayContaining(badlyLaidOut(texts)));
      if (!ALLOWED.test(title)) mended.add(found.code);
    }
  });

  test('and there are fixtures for all of them', () => {
    expect([...mended].sort()).toEqual(Object.keys(fixers).filter(isMendable).sort());
  });
});

function times({ file, code, message }: Found, findings: readonly Found[]): number {
  return findings.filter((one) => one.file === file && one.code === code && one.message === message).length;
}

/** When a line can be read, it may turn out that more is wrong in it. */
const REVEALING: ReadonlySet<string> = new Set([
  'playbooks/stage-missing-nameless.playbook: Write `playbook`',
  'syntax/stray-character.playbook: Remove `%`',
  'syntax/unknown-line-guessed.playbook: Write `to`',
  'syntax/unknown-line.playbook: Write `answers`',
  'values/unknown-currency.playbook: Write `CNY`',
]);

function newErrors(before: readonly Found[], after: readonly Found[]): readonly string[] {
  return after
    .filter((one) => one.severity === 'error' && ofCode(one, after) > ofCode(one, before))
    .map(({ file, code, message }) => `${file}: ${code}: ${message}`);
}

/** How often something of that kind is found: the words change with what else there is. */
function ofCode({ file, code }: Found, findings: readonly Found[]): number {
  return findings.filter((one) => one.file === file && one.code === code).length;
}

/** The files that the formatter would change. */
function badlyLaidOut(texts: Texts): string[] {
  return [...texts].flatMap(([path, text]) => {
    const isPlaybook = path.endsWith('.playbook');
    return isPlaybook && formatText(text, services).edits.length > 0 ? [path] : [];
  });
}
