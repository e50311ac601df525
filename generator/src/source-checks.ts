import { ast, type Check, phrasePlace, stringValue } from '@poise/language';
import type { AstNode } from 'langium';
import { compilationOf } from './compiled-phrases.ts';
import { phraseShouldFindSomethingNew } from './phrase-cover-check.ts';
import { anyEndingShouldFollowAWord, triggersShouldTellMessagesApart } from './phrase-reach.ts';
import { isZone, zoneLike } from './zones.ts';

/** Checks of the sources that need what only the compiler has: the words of phrases, the time zones. */
export const sourceChecks: readonly Check<AstNode>[] = [
  (node, context) => {
    if (ast.isPlaybookFile(node)) triggersShouldTellMessagesApart(node, context);
    if (ast.isPhrase(node)) {
      phraseMustHaveWords(node, context);
      anyEndingShouldFollowAWord(node, context);
    }
    if (ast.isPhraseList(node) || ast.isSpeech(node) || ast.isSayAct(node)) phraseShouldFindSomethingNew(node, context);
    if (ast.isOpeningHours(node)) timeZoneMustExist(node, context);
  },
];

/** A phrase has a word to listen for in each of its parts. What its form alone shows the language has reported. */
const phraseMustHaveWords: Check<ast.Phrase> = (phrase, { report }) => {
  const [problem] = compilationOf(phrase).problems;
  const isOfTheWords =
    problem?.kind === 'no-word' ||
    problem?.kind === 'wordless-alternative' ||
    problem?.kind === 'star-after-non-word' ||
    problem?.kind === 'too-many-combinations';
  if (isOfTheWords) {
    report(
      'bad-phrase',
      { problem: problem.kind, written: stringValue(phrase.text).slice(problem.start, problem.end) },
      phrasePlace(phrase, problem),
    );
  }
};

/** The time zone of a team's hours is one that the pinned data know. */
const timeZoneMustExist: Check<ast.OpeningHours> = (hours, { report }) => {
  const zone = stringValue(hours.zone);
  if (hours.zone === undefined || isZone(zone)) return;
  const suggestion = zoneLike(zone);
  report(
    'unknown-time-zone',
    { zone, ...(suggestion !== undefined && { suggestion }) },
    { node: hours, property: 'zone' },
  );
};
