import type { IToken, TokenType } from 'chevrotain';
import { TEXTS } from '../checks/texts.ts';
import { finding } from '../findings/catalogue.ts';
import { type LexingFinding, lexingFinding } from './lexing-finding.ts';
import { canEndLine, startsLine } from './lines.ts';
import { escaped } from './strings.ts';

/** All that stands behind `use` on its line, if that is one word without quotes: a remark may follow. */
const PATH = /^[ \t]+([^\s"“”„',:()]+)[ \t]*(?:\/\/.*)?$/;

const ENDING = '.playbook';

interface Words {
  readonly tokens: IToken[];
  readonly hidden: IToken[];
}

/**
 * The words of a text, in which a path behind `use` that stands there without quotes is read as if it had them: what the file is for is known then, and
 * nothing else has to be said of all that comes from there.
 *
 * @param from where the text begins in its file
 * @param STRING the type of a token in quotes
 */
export function quotePaths(
  { tokens, hidden }: Words,
  text: string,
  from: number,
  STRING: TokenType,
  findings: LexingFinding[],
): Words {
  const paths: IToken[] = [];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (token.image !== 'use' || !startsLine(token, previous)) continue;
    if (!canEndLine(previous) && !isIn(paths.at(-1), previous)) continue;
    const [line = ''] = /^[^\r\n]*/.exec(text.slice(token.startOffset + 'use'.length - from)) ?? [];
    const written = PATH.exec(line)?.[1];
    if (written === undefined || !/[\p{L}\d]/u.test(written)) continue;
    const image = `"${escaped(written)}${written.endsWith(ENDING) ? '' : ENDING}"`;
    const path = placed(token, 'use'.length + line.indexOf(written), written.length, image, STRING);
    const words = { expected: TEXTS.Use, after: 'use', found: written, instead: image };
    findings.push({ ...lexingFinding(path, finding('expected-something', words)), length: written.length });
    paths.push(path);
  }
  if (paths.length === 0) return { tokens, hidden };
  const isOutside = (token: IToken): boolean => !paths.some((path) => isIn(path, token));
  return {
    tokens: [...tokens.filter(isOutside), ...paths].sort((a, b) => a.startOffset - b.startOffset),
    hidden: hidden.filter(isOutside),
  };
}

/** Whether a token begins where another one stands. */
function isIn(path: IToken | undefined, token: IToken | undefined): boolean {
  if (!path || !token) return false;
  return path.startOffset <= token.startOffset && token.startOffset <= (path.endOffset ?? 0);
}

/** A token on the line of another one, so many letters behind where that begins. */
function placed(token: IToken, behind: number, length: number, image: string, tokenType: TokenType): IToken {
  const startOffset = token.startOffset + behind;
  const startColumn = (token.startColumn ?? 0) + behind;
  return {
    ...token,
    startOffset,
    startColumn,
    endOffset: startOffset + length - 1,
    endColumn: startColumn + length - 1,
    image,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
  };
}
