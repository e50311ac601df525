import type { TextDocument } from 'langium';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { shortened } from '../findings/shortened.ts';
import { TEXTS } from './texts.ts';
import { MOST_SHOWN } from './unexpected-words.ts';

/** The words behind which a text stands, or a name, with what the text is. */
const BEFORE_TEXTS: Readonly<Record<string, string>> = {
  'say instead': TEXTS.SayInstead,
  'agent says': TEXTS.AgentSays,
  'customer says': TEXTS.CustomerSays,
  'customer has said': TEXTS.CustomerSays,
  say: TEXTS.Say,
  ask: TEXTS.Ask,
  do: TEXTS.Do,
  offer: TEXTS.Offer,
  goal: TEXTS.Goal,
  about: TEXTS.About,
  owner: TEXTS.Owner,
  source: TEXTS.Source,
  warn: TEXTS.Warn,
};

/** Such words, and the rest of a line without any quotes, but for a remark: `say Sorry about that.` */
const WITHOUT_QUOTES = new RegExp(
  `\\b(${Object.keys(BEFORE_TEXTS).join('|').replaceAll(' ', ' +')}) +(?=\\p{L})([^"“”]*?) *(?://.*)?$`,
  'u',
);

/** Names, and how a line goes on behind them, with the words that are written for that by mistake. */
const NAMES =
  /^[\w-]+(?: *, *[\w-]+)*(?:$| +(?:when|unless|until|before|after|then|only|without|if|or|and|except|at (?:least|most)|in the last|\w+ times|\d)\b)/i;

/** What stands behind `say`, `ask` and `offer` before the text. */
const BEFORE_WORDS = /^(?:on [\w-]+(?: *, *[\w-]+)*|[a-z][\w-]*) +(?=\p{Lu})/u;

/**
 * Whether what is a mistake in a line is that words which are said stand there without quotes: their first word is taken for a name, and any
 * other for what it may mean.
 *
 * @param isName whether there is something that goes by a name
 */
export function asUnquoted(found: Finding, document: TextDocument, isName: (word: string) => boolean): Finding {
  const { line, character } = found.range.start;
  const written = lineAt(document, line);
  const match = WITHOUT_QUOTES.exec(written);
  if (!match) return found;
  const [, keyword = '', rest = ''] = match;
  const [start, end] = [match.index + keyword.length, match.index + match[0].length];
  const first = written.indexOf(rest, start);
  const named = keyword === 'do' || keyword.includes(' ') ? undefined : BEFORE_WORDS.exec(rest)?.[0];
  const isNamed = named !== undefined && (named.startsWith('on ') || isName(named.trim()));
  const begin = isNamed ? first + named.length : first;
  const words = written.slice(begin, end);
  const word = /^[^\s,]+/.exec(words)?.[0] ?? '';
  // What is to be left out may be the text's first word: `goal the parcel is found`.
  const isKnown = character === begin && 'suggestion' in found.data && found.data.suggestion !== '';
  if (character < begin || isKnown || NAMES.test(words) || isName(word) || (keyword === 'offer' && !isNamed))
    return found;
  const expected = BEFORE_TEXTS[keyword.replaceAll(/ +/g, ' ')] ?? '';
  const after = written.slice(match.index, begin).trimEnd();
  return {
    ...finding('expected-something', { expected, after, found: shortened(word, MOST_SHOWN) }),
    range: { start: { line, character: begin }, end: { line, character: begin + word.length } },
    related: [],
  };
}

function lineAt(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/, '');
}
