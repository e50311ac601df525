import type { Offers } from '@poise/language';
import type { IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedOf, expanded, mistakesIn, shippedWorkspace, timeToRead, wordsOf } from './asked.ts';

/** One word in so many is looked at: another one in each file, so that all kinds come up. */
const ONE_IN = 12;

/** What an author makes up and nobody could offer. */
const MADE_UP = new Set(['NUMBER', 'DATE', 'TIME', 'VERSION', 'STRING', ',', '(', ')', ':']);

/** A name is given behind these words, where they begin a line; the choices of a fact are given where it is declared. */
const GIVES_NAME =
  /^\s*(?:(?:signal|field|action|situation|wording|phrases|team|framework|trigger|step|boundary|escalation|follow up|agent care|trend|playbook|promise)|offer(?: on [\w, ]+)?) +$|^(?:signal|field) .*one of[\w, ]*$/;

interface Sample {
  readonly document: LangiumDocument;
  readonly text: string;
  readonly token: IToken;
  /** The text of its line before it. */
  readonly before: string;
  readonly lineEnd: number;
  /** What is offered in its place when the line is cut off before it. */
  readonly offers: Offers['offers'];
}

function samplesOf(document: LangiumDocument, first: number): Sample[] {
  const text = document.textDocument.getText();
  const isFramework = document.uri.path.endsWith('frameworks.playbook');
  return wordsOf(text)
    .filter(({ tokenType }) => !MADE_UP.has(tokenType.name))
    .map((token) => {
      const before = text.slice(text.lastIndexOf('\n', token.startOffset) + 1, token.startOffset);
      const end = text.indexOf('\n', token.startOffset);
      return { document, text, token, before, lineEnd: end < 0 ? text.length : end };
    })
    .filter(({ before, token }) => {
      const isGiven = GIVES_NAME.test(before) || (isFramework && /^\s*stage $/.test(before));
      return !(isGiven && token.image !== 'one' && !/^(?:follow|agent) $/.test(before));
    })
    .filter((_, index) => index % ONE_IN === first % ONE_IN)
    .map((sample) => {
      const { startOffset: start } = sample.token;
      const { offers } = askedOf(document, text.slice(0, start) + text.slice(sample.lineEnd), start);
      return { ...sample, offers };
    });
}

test('a broken line takes no longer for the many that stand above it', () => {
  const lines = '  customer says "Hello there." with anger 8\n'.repeat(400);
  expect(timeToRead(`scenario "Long"\n${lines}  customer says foo bar `)).toBeLessThan(1000);
});

describe('on the shipped playbooks', () => {
  let samples: readonly Sample[] = [];

  beforeAll(async () => {
    samples = (await shippedWorkspace()).flatMap(samplesOf);
  });

  test('the word that stands at a place is offered there when the line is cut off before it', () => {
    const missed: string[] = [];
    const undocumented = new Set<string>();
    for (const { document, token, before, offers } of samples) {
      if (!offers.some(({ label }) => label === token.image || label.startsWith(`${token.image} `)))
        missed.push(`${document.uri.path}: ${before}⟨${token.image}⟩`);
      for (const { kind, label, says } of offers)
        if ((kind === 'word' || kind === 'line' || kind === 'part') && says === undefined) undocumented.add(label);
    }
    expect(samples.length).toBeGreaterThan(800);
    expect(missed).toEqual([]);
    expect([...undocumented]).toEqual([]);
  });

  test('the same goes where half of the word has been typed, and the rest of the line is there', () => {
    const missed: string[] = [];
    for (const { document, text, token, before } of samples.filter((_, index) => index % 4 === 0)) {
      const { image, startOffset: start } = token;
      const half = start + Math.ceil(image.length / 2);
      const {
        offers,
        start: from,
        end,
      } = askedOf(document, text.slice(0, half) + text.slice(start + image.length), half);
      const isThere = offers.some(({ label }) => label === image || label.startsWith(`${image} `));
      if (!isThere || from !== start || end < half) missed.push(`${document.uri.path}: ${before}⟨${image}⟩`);
    }
    expect(missed).toEqual([]);
  });

  test('another one of the same kind fits into the line', () => {
    const broken: string[] = [];
    let tried = 0;
    for (const [at, { text, token, before, offers }] of samples.entries()) {
      const { image, startOffset: start } = token;
      const own = offers.find(({ label }) => label === image);
      const alike = offers.filter(({ kind, label, snippet }) => kind === own?.kind && label !== image && !snippet);
      const other = own?.kind === 'word' ? undefined : alike[at % Math.max(alike.length, 1)];
      if (!other) continue;
      tried += 1;
      const mistakes = mistakesIn(
        text.slice(0, start) + (other.text ?? other.label) + text.slice(start + image.length),
      );
      if (mistakes.length > 0) broken.push(`${before}⟨${other.label}⟩ for ${image}: ${mistakes}`);
    }
    expect(tried).toBeGreaterThan(250);
    expect(broken).toEqual([]);
  });

  test('another line, or part of the file, may be written above the one that is there', () => {
    const broken: string[] = [];
    let tried = 0;
    for (const [at, { text, token, before, offers }] of samples.entries()) {
      const { image, startOffset: start } = token;
      if (before.trim() !== '') continue;
      const own = offers.find(({ label }) => label === image || label.startsWith(`${image} `));
      const alike = offers.filter(
        ({ kind, snippet }) => kind === own?.kind && snippet && expanded(snippet) !== undefined,
      );
      const other = own?.snippet === undefined ? undefined : alike[at % Math.max(alike.length, 1)];
      if (other?.snippet === undefined) continue;
      tried += 1;
      const mistakes = mistakesIn(`${text.slice(0, start)}${expanded(other.snippet)}\n${before}${text.slice(start)}`);
      if (mistakes.length > 0) broken.push(`${before}⟨${expanded(other.snippet)}⟩ above ${image}: ${mistakes}`);
    }
    expect(tried).toBeGreaterThan(150);
    expect(broken).toEqual([]);
  });
});
