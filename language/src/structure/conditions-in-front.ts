import { type CstNode, GrammarUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { startOfLine } from '../parsing/line-ends.ts';

/** A condition that its layout gives to the line behind or below it, as other languages have it; but it belongs to the one above. */
export interface ConditionInFront {
  /** The `when` or `unless` that begins it. */
  readonly word: CstNode;
  /** The line that it belongs to, with its last word. */
  readonly above: GuardedLine;
  /** The line that it looks to be meant for. */
  readonly next: GuardedLine;
  /** Whether that one goes on right behind it. If not, only how far they are indented tells. */
  readonly isBefore: boolean;
}

type GuardedLine = Extract<ast.Item, ast.Guarded>;

/** The conditions of a member that stand in front of what they look to be meant for, in order. */
export function conditionsInFront({ items, $cstNode }: ast.Member): ConditionInFront[] {
  const text = $cstNode?.root.fullText ?? '';
  return items.flatMap((above, index) => {
    const next = items[index + 1];
    if (!next || !isGuarded(above) || !isGuarded(next) || hasToHaveOne(next)) return [];
    const keywords = [...(above.when && !hasToHaveOne(above) ? ['when'] : []), ...(above.unless ? ['unless'] : [])];
    const words = keywords.flatMap((keyword) => GrammarUtils.findNodeForKeyword(above.$cstNode, keyword) ?? []);
    for (const word of words) {
      const isBefore = isInFront(text, word.offset, above.$cstNode?.offset ?? 0, next.$cstNode?.offset ?? 0);
      if (isBefore !== undefined) return [{ word, above, next, isBefore }];
    }
    return [];
  });
}

function isGuarded(line: ast.Item | ast.Ladder): line is GuardedLine {
  return ast.isGuarded(line);
}

/** Whether a line is nothing without its condition, so that no other can be meant for it. */
function hasToHaveOne(line: GuardedLine): boolean {
  return ast.isDoneWhen(line) || ast.isSkipWhen(line);
}

/** Whether the next line goes on behind a condition that begins a line, or looks to belong to it; nothing if neither is so. All by their offsets. */
function isInFront(text: string, word: number, above: number, next: number): boolean | undefined {
  if (!beginsLine(text, word)) return undefined;
  if (startOfLine(text, next) === startOfLine(text, word)) return true;
  if (!beginsLine(text, next)) return undefined;
  const [indentAbove, indent, indentBelow] = [indentOf(text, above), indentOf(text, word), indentOf(text, next)];
  // Where nothing is indented, that says nothing.
  const isBesideAbove = indentAbove !== '' && indentAbove.startsWith(indent);
  const isAboveNext = indentBelow !== indent && indentBelow.startsWith(indent);
  return isBesideAbove || isAboveNext ? false : undefined;
}

function beginsLine(text: string, offset: number): boolean {
  return startOfLine(text, offset) + indentOf(text, offset).length === offset;
}

/** The white space with which the line begins that something stands in. */
function indentOf(text: string, offset: number): string {
  return /^\s*/.exec(text.slice(startOfLine(text, offset), offset))?.[0] ?? '';
}
