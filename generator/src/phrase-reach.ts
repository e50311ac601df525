import { ast, type Check, documentOf, isEnglish, type Place, stringValue } from '@poise/language';
import type { CompiledPhrase, CompiledPhraseElement as PhraseElement } from '@poise/runtime';
import { compilationOf } from './compiled-phrases.ts';

/** Fewer letters than that are no word to know a message by. */
const FEWEST_LETTERS = 3;

/** How many words a phrase of common words has at most: three together may well say something (`where is it`). */
const MOST_COMMON_WORDS = 2;

/**
 * Words that stand in messages about anything: the commonest function words of English, as every list of stop words has them, and what people
 * say to any help desk. Not here are words that ask or deny (`where`, `not`), and those with which people thank or greet: they tell something.
 */
const COMMON_WORDS: readonly string[] = `
  i you he she it we they me him her us them my your his its our their this that these those a an the and or so if as
  am is are was were be been do does did have has had will would can could shall should may might must
  to of in on at for from with by about there here just please yes ok okay help need want
  i'm i've i'd i'll you're you've it's that's we're we've`
  .trim()
  .split(/\s+/);

/** What starts a playbook tells one message from another: a trigger has no phrase so short or so common that nearly every message has it. */
export const triggersShouldTellMessagesApart: Check<ast.PlaybookFile> = (file, { report, locale }) => {
  if (!isEnglish(locale)) return;
  // Two triggers may name the same list.
  const seen = new Set<ast.Phrase>();
  for (const trigger of file.members.filter(ast.isTrigger)) {
    for (const { phrase, place, list } of phrasesThatStart(trigger)) {
      const problem = seen.has(phrase) ? undefined : reachOf(phrase);
      seen.add(phrase);
      const named = { phrase: stringValue(phrase.text), ...(list !== undefined && { list }) };
      if (problem === 'short') report('short-phrase', { ...named, anyEnding: false }, place);
      if (problem === 'general') report('general-phrase', named, place);
    }
  }
};

/** A `*` has enough letters before it to be about one word and its endings. */
export const anyEndingShouldFollowAWord: Check<ast.Phrase> = (phrase, { report, locale }) => {
  if (!isEnglish(locale) || !phrase.text?.includes('*')) return;
  const hasShortBeginning = compilationOf(phrase).phrases.some(
    ({ sequence: [first, second] }) =>
      second === undefined && first && 'prefixes' in first && first.prefixes.some((prefix) => isShort(prefix)),
  );
  if (!hasShortBeginning) return;
  report('short-phrase', { phrase: stringValue(phrase.text), anyEnding: true }, { node: phrase, property: 'text' });
};

interface StartingPhrase {
  readonly phrase: ast.Phrase;
  /** Where to report it: in this file. */
  readonly place: Place;
  /** The list of another file that has the phrase. */
  readonly list?: string;
}

/** The phrases any of which starts the playbook, whatever else is so. */
function phrasesThatStart(trigger: ast.Trigger): StartingPhrase[] {
  return sufficient(trigger.when).flatMap(({ phrases }) => listed(phrases, new Set()));
}

/** Questions about what the customer says that are enough by themselves: alone, or joined with `or`. */
function sufficient(condition: ast.Condition | undefined): ast.Speech[] {
  switch (condition?.$type) {
    case 'Group':
      return sufficient(condition.condition);
    case 'Logic':
      return condition.operators.every((operator) => operator === 'or') ? condition.operands.flatMap(sufficient) : [];
    case 'Speech': {
      const isEnough = !condition.negated && !condition.twice && condition.times === undefined;
      return condition.speaker === 'customer' && isEnough ? [condition] : [];
    }
    default:
      return [];
  }
}

function listed(sources: readonly ast.PhraseSource[], seen: Set<ast.PhraseList>): StartingPhrase[] {
  return sources.flatMap((source): StartingPhrase[] => {
    if (ast.isPhrase(source)) return [{ phrase: source, place: { node: source, property: 'text' } }];
    const list = source.list?.ref;
    if (!list || seen.has(list)) return [];
    seen.add(list);
    const inner = listed(list.patterns, seen);
    if (documentOf(list) === documentOf(source)) return inner;
    return inner.map(({ phrase }) => ({ phrase, place: { node: source }, list: list.name }));
  });
}

function reachOf(phrase: ast.Phrase): 'short' | 'general' | undefined {
  const { phrases } = compilationOf(phrase);
  // In capitals it is an abbreviation: `TV`.
  const isAbbreviation = /^[^a-z]*$/.test(stringValue(phrase.text));
  if (!isAbbreviation && phrases.some(isOneShortWord)) return 'short';
  return phrases.some(isOfCommonWords) ? 'general' : undefined;
}

function isOneShortWord({ sequence: [first, second] }: CompiledPhrase): boolean {
  return second === undefined && first !== undefined && 'words' in first && first.words.some((word) => isShort(word));
}

function isShort(letters: string): boolean {
  return letters.length < FEWEST_LETTERS && !/\d/.test(letters);
}

function isOfCommonWords({ sequence }: CompiledPhrase): boolean {
  const words = sequence.filter((element) => !('gap' in element));
  return words.length <= MOST_COMMON_WORDS && words.every(acceptsACommonWord);
}

function acceptsACommonWord(element: PhraseElement): boolean {
  if (!('words' in element)) return false;
  const { words, prefixes } = element;
  return COMMON_WORDS.some((common) => words.includes(common) || prefixes.some((prefix) => common.startsWith(prefix)));
}
