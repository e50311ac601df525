import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { LangiumParser } from 'langium';
import { choosesKindOfLine, startsLine } from './lines.ts';

/** What of chevrotain's error recovery is changed here; there is no public way to it. */
interface Recovering {
  readonly _errors: readonly IRecognitionException[];
  LA(howMuch: number): IToken;
  SKIP_TOKEN(): IToken;
  flattenFollowSet(): TokenType[];
  findReSyncTokenType(): TokenType;
  reSyncTo(type: TokenType): IToken[];
}

/**
 * Makes a parser recover line by line: after a mistake it goes on at the next line that begins with a word that fits, never in the middle of one, where
 * a word like `step` or `offer` may mean something else. So what a broken line costs is that line.
 */
export function recoverByLine(parser: LangiumParser): LangiumParser {
  const { wrapper } = parser as unknown as { readonly wrapper: Recovering };
  /** How many tokens to skip in any case: where no kind of line fits, the line's own first word is no place to go on. */
  let atLeast = 0;
  wrapper.findReSyncTokenType = function (this: Recovering): TokenType {
    const fitting = new Set(this.flattenFollowSet());
    atLeast = isOfNoKind(this._errors.at(-1)) ? 1 : 0;
    let ahead = 1 + atLeast;
    while (!isResyncPoint(this.LA(ahead), this.LA(ahead - 1), fitting)) ahead += 1;
    return this.LA(ahead).tokenType;
  };
  wrapper.reSyncTo = function (this: Recovering, type: TokenType): IToken[] {
    const skipped: IToken[] = [];
    while (skipped.length < atLeast || !isResyncPoint(this.LA(1), this.LA(0), new Set([type]))) {
      if (this.LA(1).tokenType.name === 'EOF') break;
      skipped.push(this.LA(1));
      this.SKIP_TOKEN();
    }
    return skipped;
  };
  return parser;
}

function isResyncPoint(token: IToken, previous: IToken, fitting: ReadonlySet<TokenType>): boolean {
  return token.tokenType.name === 'EOF' || (startsLine(token, previous) && fitting.has(token.tokenType));
}

/** Whether an error is that a line fits none of the kinds of lines, so that its own first word is wrong, or the second. */
export function isOfNoKind(error: IRecognitionException | undefined): boolean {
  return choosesKindOfLine(error?.context.ruleStack.at(-1) ?? '');
}
