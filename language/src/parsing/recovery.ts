import type { IToken, TokenType } from 'chevrotain';
import type { LangiumParser } from 'langium';

/** What of chevrotain's error recovery is changed here; there is no public way to it. */
interface Recovering {
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
  wrapper.findReSyncTokenType = function (this: Recovering): TokenType {
    const fitting = new Set(this.flattenFollowSet());
    let ahead = 1;
    while (!isResyncPoint(this.LA(ahead), this.LA(ahead - 1), fitting)) ahead += 1;
    return this.LA(ahead).tokenType;
  };
  wrapper.reSyncTo = function (this: Recovering, type: TokenType): IToken[] {
    const skipped: IToken[] = [];
    while (!isResyncPoint(this.LA(1), this.LA(0), new Set([type]))) {
      skipped.push(this.LA(1));
      this.SKIP_TOKEN();
    }
    return skipped;
  };
  return parser;
}

function isResyncPoint(token: IToken, previous: IToken, fitting: ReadonlySet<TokenType>): boolean {
  if (token.tokenType.name === 'EOF') return true;
  const startsLine = (token.startLine ?? 0) > (previous.endLine ?? 0);
  return startsLine && fitting.has(token.tokenType);
}
