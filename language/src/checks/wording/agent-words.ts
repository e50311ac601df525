import type { Range } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { readString } from '../../parsing/strings.ts';
import type { Check } from '../check.ts';
import { rangeOf } from '../places.ts';
import { apologyShouldBeParticular } from './apologies.ts';
import { nobodyShouldBeBlamed } from './blame.ts';
import { empathyShouldStand } from './empathy.ts';
import { isEnglish } from './english.ts';
import type { AgentWords, WordingLint } from './lint.ts';
import { promisesShouldBeKeepable } from './promises.ts';
import { sentenceShouldBeEasy } from './reading-level.ts';
import { sentenceShouldFitABreath } from './sentence-length.ts';
import { nothingShouldBeShouted } from './shouting.ts';
import type { Stretch } from './words.ts';

/** What is looked for in sample words: they are the author's, and the agent's to say. */
const OF_SAMPLES: readonly WordingLint[] = [
  promisesShouldBeKeepable,
  nobodyShouldBeBlamed,
  apologyShouldBeParticular,
  empathyShouldStand,
  nothingShouldBeShouted,
  sentenceShouldFitABreath,
  sentenceShouldBeEasy,
];

/** What is looked for in a wording: somebody has approved every word of it, and meant it; but it should be understood. */
const OF_WORDINGS: readonly WordingLint[] = [sentenceShouldBeEasy];

/** Longer texts, in UTF-16 units, aren't looked at: nobody says that much at once, and whatever is written, checking it must not take long. */
const LONGEST_TEXT = 2000;

/** What the agent is to say is said well. The words and rules are those of English, so other texts are left alone. */
export const agentWordsShouldBeWellChosen: Check<ast.Text> = (node, { report, locale }) => {
  if (!isEnglish(locale)) return;
  const lints = lintsFor(node);
  if (lints.length === 0) return;
  const text = readText(node);
  if (text === undefined || text.length > LONGEST_TEXT) return;
  const words: AgentWords = { text, aloud: isSaidAloud(node.$container) };
  for (const lint of lints) {
    lint(words, (code, parameters, stretch) => report(code, parameters, { node, range: rangeIn(node, stretch) }));
  }
};

function lintsFor({ $container: line }: ast.Text): readonly WordingLint[] {
  if (ast.isSay(line) || ast.isAsk(line) || ast.isSayInstead(line) || ast.isWarn(line)) return OF_SAMPLES;
  return ast.isWording(line) ? OF_WORDINGS : [];
}

/** Channels on which words are only written, by the names that they usually have. */
const WRITTEN: ReadonlySet<string> = new Set(
  'chat live_chat webchat email mail letter post sms text messaging whatsapp social social_media reviews forum web form app'.split(
    ' ',
  ),
);

function isSaidAloud(line: ast.Text['$container']): boolean {
  const channels = ast.isSay(line) || ast.isAsk(line) ? (line.channels ?? []) : [];
  return channels.length === 0 || channels.some(({ $refText }) => !WRITTEN.has($refText));
}

/** Strings as nearly all are: what stands between the quotes is the text. */
const PLAIN = /^"[^"\\“”]*"$/;

/** Nothing if a string isn't closed or has other quotes: nobody knows then what belongs to the text. */
function readText({ parts = [] }: ast.Text): string | undefined {
  const texts: string[] = [];
  for (const raw of parts) {
    if (PLAIN.test(raw)) texts.push(raw.slice(1, -1));
    else {
      const { text, problems } = readString(raw);
      if (problems.some(({ kind }) => kind === 'missing-quote' || kind === 'wrong-quotes')) return undefined;
      texts.push(text);
    }
  }
  return texts.join(' ');
}

/** Where a stretch of a text stands in its strings; it may begin in one and end in another. */
function rangeIn(node: ast.Text, { start, end }: Stretch): Range {
  return { start: positionIn(node, start), end: positionIn(node, end - 1, 1) };
}

function positionIn(node: ast.Text, offset: number, after = 0): Range['start'] {
  let rest = offset;
  for (const [index, raw] of node.parts.entries()) {
    const { text, offsets } = readString(raw);
    const { start } = rangeOf({ node, property: 'parts', index });
    if (rest < text.length) return { line: start.line, character: start.character + (offsets[rest] ?? 0) + after };
    rest -= text.length + 1;
  }
  return rangeOf({ node }).end;
}
