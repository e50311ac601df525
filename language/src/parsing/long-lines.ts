import type { IToken } from 'chevrotain';
import { finding } from '../findings/catalogue.ts';
import { type LexingFinding, lexingFinding } from './lexing-finding.ts';

/** How many words and signs a line may have: many times what anybody would write or read. */
const WORDS_IN_A_LINE = 2000;

/** The tokens without what stands beyond the limit of a line, so that no line, whatever it is, takes long to understand. */
export function limitLines(tokens: IToken[], findings: LexingFinding[]): IToken[] {
  let first: IToken | undefined;
  let words = 0;
  return tokens.filter((token) => {
    if (first?.startLine !== token.startLine) {
      first = token;
      words = 0;
    }
    words += 1;
    if (first && words === WORDS_IN_A_LINE + 1) {
      findings.push(lexingFinding(first, finding('line-too-long', { limit: WORDS_IN_A_LINE })));
    }
    return words <= WORDS_IN_A_LINE;
  });
}
