import type { Detail, Place, TermDetail } from '@poise/analysis/diff';
import { ast, headingOf, rangeOf } from '@poise/language';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { markedRange, nodeAt } from '../marked-range.ts';

/**
 * Where a source says what is different about a rule: its condition, or the line in it that says so. Where it says nothing of that, the rule.
 *
 * @param at where the rule begins
 */
export function changedPlace(source: LangiumDocument<ast.PlaybookFile>, at: Place, detail: Detail): Place {
  const range = 'situations' in detail ? markedRange(source, { at, mark: detail.of }) : lineRange(source, at, detail);
  return range ? { file: at.file, line: range.start.line + 1, column: range.start.character + 1 } : at;
}

function lineRange(source: LangiumDocument<ast.PlaybookFile>, at: Place, { of }: TermDetail) {
  const node = nodeAt(source, at);
  // A heading has no place in a document, which says where its file begins: with a remark or what it uses, perhaps.
  const rule = node?.$container && !ast.isUse(node) ? node : headingOf(source.parseResult.value);
  const isSaid = LINES[of];
  const line = rule && isSaid && AstUtils.streamContents(rule).find(isSaid);
  return line && rangeOf({ node: line });
}

/** The lines that say something of the rule that they are in. All else is said where the rule begins. */
const LINES: Readonly<Partial<Record<TermDetail['of'], (node: AstNode) => boolean>>> = {
  status: ast.isStatus,
  valid: ast.isValidity,
  beats: ast.isBeats,
  stage: ast.isStageReference,
  within: ast.isWithin,
  ladder: ast.isLadder,
  tell: ast.isTell,
  stay: ast.isStayUntilAnswered,
  resolve: ast.isResolveWithin,
  handOver: ast.isHandOver,
  repeat: ast.isRepeat,
  answers: ast.isAnswers,
  hours: ast.isOpeningHours,
  closed: ast.isClosedDays,
  otherwise: ast.isOtherwise,
};
