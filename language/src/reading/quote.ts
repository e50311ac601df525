import type { Reference } from 'langium';
import { code, listed } from '../findings/words.ts';
import type * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { textValue } from '../parsing/texts.ts';
import { writtenWords } from '../structure/tree.ts';

/** The most phrases that are shown of several. */
const MOST_PHRASES = 3;

/** A name that a line refers to, as it is written there: in a half-written line it may be missing. */
export function named(reference: Reference | undefined): string {
  return reference?.$refText ? code(reference.$refText) : '…';
}

/** Names that a line refers to, in a sentence. */
export function namedAll(references: readonly Reference[] | undefined, last = 'and'): string {
  return listed((references ?? []).map(named), last) || '…';
}

/** What somebody says or is told, in quotes. */
export function quoted(text: ast.Text | undefined): string {
  return `“${prose(textValue(text))}”`;
}

/** A phrase as it is written. */
export function phraseAsWritten({ text }: ast.Phrase): string {
  return code(`"${stringValue(text).replaceAll('`', "'").replaceAll('\n', ' ')}"`);
}

/** An amount, or the fact that says it. */
export function amountWords(amount: ast.Amount | undefined): string {
  return amount?.$type === 'FactAmount' ? named(amount.fact) : writtenWords(amount?.$cstNode) || '…';
}

/** A length of time as it is written. */
export function timeWords(duration: ast.Duration | undefined): string {
  return writtenWords(duration?.$cstNode) || '…';
}

/** `1 time`, `30 times`: so many of something, as far as a half-written line says it. */
export function counted(count: number | undefined, noun: string): string {
  return `${count ?? '…'} ${noun}${count === 1 ? '' : 's'}`;
}

/** Text for people in which nothing is taken for Markdown. */
export function prose(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** The phrases and lists of phrases that a line names: the first few of them. What is meant of a list is `something` or `anything` from it. */
export function phraseWords(phrases: readonly ast.PhraseSource[] | undefined, thing = 'something'): string {
  const all = (phrases ?? []).map((one) =>
    one.$type === 'Phrase' ? phraseAsWritten(one) : `${thing} from ${named(one.list)}`,
  );
  const more = all.length - MOST_PHRASES;
  return listed(more > 1 ? [...all.slice(0, MOST_PHRASES), `one of ${more} more phrases`] : all, 'or') || '…';
}
