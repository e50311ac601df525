import type { TextDocument } from 'langium';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { shortened } from '../findings/shortened.ts';
import { TEXTS } from './texts.ts';
import { MOST_SHOWN } from './unexpected-words.ts';

/** The words behind which a text stands or a name, by the rule that says what the text is. */
const BEFORE_TEXTS: Readonly<Record<string, string>> = {
  'say instead': TEXTS.SayInstead,
  'agent says': TEXTS.AgentSays,
  'customer says': TEXTS.CustomerSays,
  'customer has said': TEXTS.CustomerSays,
  say: TEXTS.Say,
  ask: TEXTS.Ask,
  do: TEXTS.Do,
};

/** Such words, and the rest of a line without any quotes, but for a remark: `say Sorry about that.` */
const WITHOUT_QUOTES = new RegExp(
  `\\b(${Object.keys(BEFORE_TEXTS).join('|').replaceAll(' ', ' +')}) +(?=\\p{L})([^"“”]*?) *(?://.*)?$`,
  'u',
);

/** A name or several, and how the line can go on behind it. */
const NAMES = /^[\w-]+(?: *, *[\w-]+)*(?:$| +(?:when|unless|before|or|and|except|at (?:least|most)|in the last|\d)\b)/;

/** Whether what is a mistake in a line is that words which are said stand there without quotes: their first word is taken for a name, and any other for what it may mean. */
export function asUnquoted(found: Finding, document: TextDocument): Finding {
  if ('suggestion' in found.data) return found;
  const { line, character } = found.range.start;
  const written = lineAt(document, line);
  const match = WITHOUT_QUOTES.exec(written);
  const [, after = '', words = ''] = match ?? [];
  const start = match ? written.indexOf(words, match.index + after.length) : Number.POSITIVE_INFINITY;
  if (character < start || NAMES.test(words)) return found;
  const first = /^[^\s,]+/.exec(words)?.[0] ?? '';
  const expected = BEFORE_TEXTS[after.replaceAll(/ +/g, ' ')] ?? '';
  return {
    ...finding('expected-something', { expected, after, found: shortened(first, MOST_SHOWN) }),
    range: { start: { line, character: start }, end: { line, character: start + first.length } },
    related: [],
  };
}

function lineAt(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/, '');
}
