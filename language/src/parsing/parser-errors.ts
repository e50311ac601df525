import type { IToken, TokenType } from 'chevrotain';
import { AbstractParserErrorMessageProvider } from 'langium';
import { choosesKindOfLine } from './lines.ts';

/** A token, as far as a message needs it. */
export type SeenToken = Pick<
  IToken,
  'image' | 'startOffset' | 'endOffset' | 'startLine' | 'startColumn' | 'endLine' | 'endColumn'
> & {
  readonly tokenType: { readonly name: string };
};

/** What the parser knows of a mistake: what would have fitted, by the names of tokens; and where that isn't the token of the error, which it is. */
export interface Misfit {
  readonly expected: readonly string[];
  readonly found?: SeenToken;
  readonly before?: SeenToken;
}

/** The misfit that a parser's error message stands for. */
export function misfitOf(message: string): Misfit {
  return JSON.parse(message) as Misfit;
}

/**
 * Tells what would have fitted, as data: the words for the reader are made where the whole line is known, in `checks/syntax-errors.ts`. Where none
 * of several ways fits, the way that goes furthest says what was meant.
 */
export class PlaybookParserErrors extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage({ expected }: { expected: TokenType }): string {
    return messageOf({ expected: [expected.name] });
  }

  override buildNotAllInputParsedMessage(): string {
    return messageOf({ expected: [] });
  }

  override buildNoViableAltMessage(options: {
    expectedPathsPerAlt: TokenType[][][];
    actual: IToken[];
    previous: IToken;
    ruleName: string;
  }): string {
    return furthest(options.expectedPathsPerAlt.flat(), options);
  }

  override buildEarlyExitMessage(options: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
    previous: IToken;
    ruleName: string;
  }): string {
    return furthest(options.expectedIterationPaths, options);
  }
}

interface Mistake {
  readonly actual: readonly IToken[];
  readonly previous: IToken;
  readonly ruleName: string;
}

/** What the ways that go furthest expect next. A way goes no further than its line. */
function furthest(paths: readonly (readonly TokenType[])[], { actual, previous, ruleName }: Mistake): string {
  const line = actual[0]?.startLine;
  const depths = paths.map((path) => {
    const misfit = path.findIndex(
      (type, depth) => type !== actual[depth]?.tokenType || actual[depth]?.startLine !== line,
    );
    return misfit < 0 ? path.length : misfit;
  });
  const depth = Math.max(0, ...depths.filter((at, index) => at < (paths[index]?.length ?? 0)));
  const next = (reached: number) => [
    ...new Set(paths.flatMap((path, index) => ((depths[index] ?? 0) >= reached ? (path[reached]?.name ?? []) : []))),
  ];
  const [found, before] = [actual[depth], actual[depth - 1]];
  // What begins a line is understood by itself, unless it is just that which no line begins with.
  const goesOn = depth > 0 && found && before && (line === previous.endLine || choosesKindOfLine(ruleName));
  return messageOf(
    goesOn ? { expected: next(depth), found: seen(found), before: seen(before) } : { expected: next(0) },
  );
}

function seen(token: IToken): SeenToken {
  const { payload: _, ...place } = token;
  return { ...place, tokenType: { name: token.tokenType.name } };
}

function messageOf(misfit: Misfit): string {
  return JSON.stringify(misfit);
}
