import { readFileSync } from 'node:fs';
import { catalogue } from '@poise/language';
import { expect, test } from 'vitest';
import { wordingFindings } from '../../language/src/findings/wording.ts';
import { textChecker } from '../harness/text-checker.ts';

/** One sentence of the corpus, with what it must be found by. */
interface Sample {
  readonly text: string;
  readonly code?: string;
  /** It ought to be found by that code, and isn't. */
  readonly missed: boolean;
}

const check = textChecker();
const codes = new Set(Object.keys(wordingFindings));
const good = linesOf('good.txt').map((text): Sample => ({ text, missed: false }));
const bad = linesOf('bad.txt').map((line): Sample => {
  const [, missed, code = '', text = ''] = /^(missed )?(\S+) \| (.*)$/.exec(line) ?? [];
  return { text, code, missed: missed !== undefined };
});

const found = bad.filter(({ missed }) => !missed);
const rate = `${found.length} of ${bad.length} bad sentences are found, and none of ${good.length} good ones`;

test(`${rate}; all codes are real`, () => {
  expect(good.length).toBeGreaterThanOrEqual(60);
  expect(found.length).toBeGreaterThanOrEqual(60);
  expect(bad.filter(({ code = '' }) => !Object.hasOwn(catalogue, code))).toEqual([]);
});

test.each(good)('nothing is found in: $text', async ({ text }) => {
  expect(await codesIn(text)).toEqual([]);
});

test.each(found)('$code is found in: $text', async ({ text, code }) => {
  expect(await codesIn(text)).toEqual([code]);
});

test.each(bad.filter(({ missed }) => missed))('$code is not found, so far, in: $text', async ({ text }) => {
  expect(await codesIn(text)).toEqual([]);
});

test('in another language nothing is looked for', async () => {
  const checkGerman = textChecker({ locale: 'de-DE' });
  expect((await checkGerman(said('Sorry for any inconvenience!!'))).filter(({ code }) => codes.has(code))).toEqual([]);
});

async function codesIn(text: string): Promise<string[]> {
  return [...new Set((await check(said(text))).map(({ code }) => code))].filter((code) => codes.has(code));
}

function said(text: string): string {
  return `escalation help\n  say "${text}"\n`;
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
