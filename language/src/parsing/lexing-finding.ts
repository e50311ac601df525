import type { ILexingError, IToken } from 'chevrotain';
import type { FindingText } from '../findings/finding.ts';

/** A lexing error that knows what to tell the author. */
export interface LexingFinding extends ILexingError {
  readonly finding: FindingText;
}

/** A finding about a token. */
export function lexingFinding(token: IToken, text: FindingText): LexingFinding {
  return {
    offset: token.startOffset,
    line: token.startLine,
    column: token.startColumn,
    length: token.image.length,
    message: text.message,
    finding: text,
  };
}
