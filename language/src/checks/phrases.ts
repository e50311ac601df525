import { nearest } from '../findings/words.ts';
import type * as ast from '../generated/ast.ts';
import { readString } from '../parsing/strings.ts';
import { type PatternProblem, type PatternSpan, parsePattern } from '../phrases/pattern.ts';
import type { Check, Place } from './check.ts';
import { rangeWithin } from './places.ts';

/** A phrase has the form of one. One finding a phrase: the first. */
export const phraseMustHaveTheForm: Check<ast.Phrase> = (phrase, { report }) => {
  if (phrase.text === undefined) return;
  const { text } = readString(phrase.text);
  const [problem] = parsePattern(text).problems;
  if (!problem) return;
  const written = text.slice(problem.start, problem.end);
  report('bad-phrase', { problem: problem.kind, written, ...namesOfKinds(problem) }, phrasePlace(phrase, problem));
};

/** The place of a stretch of a phrase, by offsets in its text: without quotes and escapes. The whole phrase, where it is empty. */
export function phrasePlace(phrase: ast.Phrase, { start, end }: PatternSpan): Place<ast.Phrase> {
  const { offsets } = readString(phrase.text);
  const place = { node: phrase, property: 'text' };
  const [first, last] = [offsets[start], offsets[end - 1]];
  if (first === undefined || last === undefined) return place;
  return { node: phrase, range: rangeWithin(place, first, last + 1) };
}

function namesOfKinds(problem: PatternProblem): { known?: readonly string[]; suggestion?: string } {
  if (problem.kind !== 'unknown-kind') return {};
  const suggestion = nearest(problem.name, problem.known);
  const shown = (kind: string) => `<${kind}>`;
  return { known: problem.known.map(shown), ...(suggestion !== undefined && { suggestion: shown(suggestion) }) };
}
