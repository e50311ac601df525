import type { LeafCstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { visitWords } from '../structure/tree.ts';
import type { CheckContext } from './check.ts';
import { dateMustBeOfTheCalendar } from './dates.ts';
import { numberMustBePlain } from './numbers.ts';
import { textMustBeWellWritten } from './strings.ts';

/** A check of one word as it is written, wherever in a file it stands. */
export type TokenCheck = (token: LeafCstNode, context: CheckContext) => void;

const BY_TERMINAL: Readonly<Record<string, TokenCheck>> = {
  STRING: textMustBeWellWritten,
  NUMBER: numberMustBePlain,
  DATE: dateMustBeOfTheCalendar,
};

/**
 * Looks inside the words of a file: what the terminals of the grammar take in though it isn't right. This goes over the words and not over the
 * tree, so that no place where one may stand can be forgotten.
 */
export function wordsMustBeWellWritten(file: ast.PlaybookFile, context: CheckContext): void {
  visitWords(file.$cstNode, (word) => BY_TERMINAL[word.tokenType.name]?.(word, context));
}
