import type { LeafCstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { readString } from '../parsing/strings.ts';
import { endBelow } from '../parsing/texts-over-lines.ts';
import type { CheckContext } from './check.ts';
import { rangeWithin } from './places.ts';

/** Texts as nearly all are: nothing has to be read to see that they are all right. */
const PLAIN = /^"[^"\\“”]*"$/;

/** A text stands in straight double quotes, is closed, and has no backslash without a meaning. One finding a text: the first. */
export function textMustBeWellWritten(token: LeafCstNode, { report }: CheckContext): void {
  const node = token.astNode;
  // What follows a word that begins no line has been reported with it.
  if (PLAIN.test(token.text) || ast.isStray(node)) return;
  const place = { node, range: token.range };
  const problem = readString(token.text).problems.find(({ kind }) => kind !== 'bad-placeholder');
  switch (problem?.kind) {
    case 'missing-quote':
      report('missing-quote', endBelow(token.root.fullText, token.end) === undefined ? {} : { goesOn: true }, place);
      break;
    case 'wrong-quotes':
      report('wrong-quotes', { quote: problem.quote }, place);
      break;
    case 'unknown-escape': {
      const range = rangeWithin(place, problem.start, problem.end);
      report('unknown-escape', { escape: problem.escape }, { node, range });
    }
  }
}
