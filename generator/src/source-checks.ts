import { ast, type Check, phrasePlace, readString } from '@poise/language';
import type { AstNode } from 'langium';
import { compilePhrase } from './phrases.ts';

/** Checks of the sources that need what only the compiler has: the words of phrases. */
export const sourceChecks: readonly Check<AstNode>[] = [
  (node, context) => {
    if (ast.isPhrase(node)) phraseMustHaveWords(node, context);
  },
];

/** A phrase has a word to listen for in each of its parts. What its form alone shows the language has reported. */
const phraseMustHaveWords: Check<ast.Phrase> = (phrase, { report }) => {
  const { text } = readString(phrase.text);
  const [problem] = compilePhrase(text).problems;
  const isOfTheWords =
    problem?.kind === 'no-word' ||
    problem?.kind === 'wordless-alternative' ||
    problem?.kind === 'star-after-non-word' ||
    problem?.kind === 'too-many-combinations';
  if (isOfTheWords) {
    report(
      'bad-phrase',
      { problem: problem.kind, written: text.slice(problem.start, problem.end) },
      phrasePlace(phrase, problem),
    );
  }
};
