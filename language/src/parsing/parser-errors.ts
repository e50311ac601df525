import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';

/**
 * Tells the names of the tokens that would have fitted, nothing else: the words for the reader are made where the whole line is known, in
 * `checks/syntax-errors.ts`.
 */
export class PlaybookParserErrors extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected }: { expected: TokenType }): string {
    return expected.name;
  }

  override buildNotAllInputParsedMessage(): string {
    return 'EOF';
  }

  override buildNoViableAltMessage({ expectedPathsPerAlt }: { expectedPathsPerAlt: TokenType[][][] }): string {
    const first = expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path[0]?.name ?? []));
    return [...new Set(first)].join(' ');
  }

  override buildEarlyExitMessage({
    expectedIterationPaths,
  }: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
  }): string {
    return [...new Set(expectedIterationPaths.flatMap((path) => path[0]?.name ?? []))].join(' ');
  }
}
