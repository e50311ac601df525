import { ast, type Check, type CheckContext, stringValue } from '@poise/language';
import { compilationOf } from './compiled-phrases.ts';
import { type Covering, coveredPhrases, type WrittenPhrase } from './phrase-cover.ts';

/** A phrase of a file, and the list that it came from where that is another one than the list that is looked at. */
interface ListedPhrase extends WrittenPhrase {
  readonly node: ast.Phrase;
  readonly list: string | undefined;
}

/** The most phrases of other lists that those of one are compared with: lists may name each other in long chains. */
const MOST_OTHERS = 2000;

/** Each phrase of a list finds something: that no other phrase of it finds, and that its exceptions leave. */
export const phraseShouldFindSomethingNew: Check<ast.PhraseList | ast.Speech | ast.SayAct> = (node, context) => {
  if (ast.isPhraseList(node)) {
    // Exceptions of a list that this one names hold for the whole of it, so it doesn't matter which of the two has them.
    const lists = listsBeside(node, node.patterns);
    const covered = reportCovered(node.patterns, phrasesOf(lists), 'within', context);
    reportExcepted(node, lists, covered, context);
    reportCovered(node.exceptions, phrasesOf(listsBeside(node, node.exceptions)), 'exactly', context);
  } else {
    // Here each list stays a list of its own: its exceptions don't hold for the phrases beside it.
    const unexcepted = node.phrases.filter((source) => !listsNamedIn([source]).some(hasExceptions));
    reportCovered(node.phrases, phrasesOf(listsNamedIn(unexcepted)), 'within', context);
  }
};

function reportCovered(
  sources: readonly ast.PhraseSource[],
  others: readonly ListedPhrase[],
  covering: Covering,
  { report }: CheckContext,
): ReadonlySet<ast.Phrase> {
  const own = sources.filter(ast.isPhrase).map((phrase) => listed(phrase, undefined));
  const covered = coveredPhrases(own, others, covering);
  for (const { phrase, by } of covered) {
    report(
      'covered-phrase',
      {
        phrase: phrase.text,
        by: by.text,
        isException: covering === 'exactly',
        ...(by.list !== undefined && { list: by.list }),
      },
      { node: phrase.node, property: 'text', unnecessary: true },
    );
  }
  return new Set(covered.map(({ phrase }) => phrase.node));
}

/**
 * Phrases of which every find has one of an exception in it, and so is taken away. Those of other lists are left out: that they are less here is what exceptions of
 * this one are for.
 */
function reportExcepted(
  node: ast.PhraseList,
  lists: readonly ast.PhraseList[],
  covered: ReadonlySet<ast.Phrase>,
  { report }: CheckContext,
): void {
  const own = node.patterns.filter(ast.isPhrase).filter((phrase) => !covered.has(phrase));
  const exceptions = [...exceptionsOf(node, undefined), ...lists.flatMap((list) => exceptionsOf(list, list.name))]
    // Lists in a circle come back to their own phrases.
    .filter((exception) => !own.includes(exception.node));
  const found = coveredPhrases(
    own.map((phrase) => listed(phrase, undefined)),
    exceptions.slice(0, MOST_OTHERS),
    'within',
  );
  for (const { phrase, by } of found) {
    report(
      'excepted-phrase',
      { phrase: phrase.text, by: by.text, ...(by.list !== undefined && { list: by.list }) },
      { node: phrase.node, property: 'text', unnecessary: true },
    );
  }
}

/** The phrases of a list's exceptions, those of lists that are named there, too. */
function exceptionsOf(list: ast.PhraseList, name: string | undefined): ListedPhrase[] {
  return [
    ...list.exceptions.filter(ast.isPhrase).map((phrase) => listed(phrase, name)),
    ...phrasesOf(listsBeside(list, list.exceptions)),
  ];
}

function listed(phrase: ast.Phrase, list: string | undefined): ListedPhrase {
  const sequences = compilationOf(phrase).phrases.map(({ sequence }) => sequence);
  return { text: stringValue(phrase.text), sequences, node: phrase, list };
}

function phrasesOf(lists: readonly ast.PhraseList[]): ListedPhrase[] {
  const phrases: ListedPhrase[] = [];
  for (const list of lists) {
    for (const source of list.patterns) {
      if (phrases.length === MOST_OTHERS) return phrases;
      if (ast.isPhrase(source)) phrases.push(listed(source, list.name));
    }
  }
  return phrases;
}

/** The lists that one names. Lists in a circle are an error of their own; none covers itself. */
function listsBeside(list: ast.PhraseList, sources: readonly ast.PhraseSource[]): readonly ast.PhraseList[] {
  return listsNamedIn(sources).filter((other) => other !== list);
}

/** The lists that are named, and those that they name among their phrases; no more of them than phrases are compared. */
function listsNamedIn(sources: readonly ast.PhraseSource[]): readonly ast.PhraseList[] {
  const lists = new Set(directlyNamed(sources));
  for (const list of lists) {
    if (lists.size > MOST_OTHERS) break;
    for (const inner of directlyNamed(list.patterns)) lists.add(inner);
  }
  return [...lists];
}

function directlyNamed(sources: readonly ast.PhraseSource[]): ast.PhraseList[] {
  return sources.filter(ast.isPhraseListReference).flatMap(({ list }) => list?.ref ?? []);
}

function hasExceptions(list: ast.PhraseList): boolean {
  return list.exceptions.length > 0;
}
