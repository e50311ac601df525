import type { IToken } from 'chevrotain';
import { finding } from '../findings/catalogue.ts';
import { type LexingFinding, lexingFinding } from './lexing-finding.ts';
import { MEMBER_STARTS, startsLine } from './lines.ts';

/** How deep parentheses may stand inside each other. Counted on tokens, so that the parser's stack never depends on the input. */
const NESTING_LIMIT = 20;

/** The tokens without the parentheses beyond the limit, of which each member is told once. */
export function limitNesting(tokens: IToken[], findings: LexingFinding[]): IToken[] {
  let depth = 0;
  let isTold = false;
  let kept: IToken[] | undefined;
  for (const [index, token] of tokens.entries()) {
    const opens = token.image === '(';
    const closes = token.image === ')' && depth > 0;
    if (opens) depth += 1;
    if ((opens || closes) && depth > NESTING_LIMIT) {
      if (!isTold) findings.push(lexingFinding(token, finding('nested-too-deep', { limit: NESTING_LIMIT })));
      isTold = true;
      kept ??= tokens.slice(0, index);
    } else {
      kept?.push(token);
    }
    if (closes) depth -= 1;
    if (MEMBER_STARTS.includes(token.image) && startsLine(token, tokens[index - 1])) {
      depth = 0;
      isTold = false;
    }
  }
  return kept ?? tokens;
}
