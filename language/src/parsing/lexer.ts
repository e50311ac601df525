import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LexerResult } from 'langium';
import { finding } from '../findings/catalogue.ts';
import type { FindingText } from '../findings/finding.ts';
import { article, nearest } from '../findings/words.ts';
import { LINE_WORDS, MEMBERS, type MemberType, PLACEMENT } from '../structure/placement.ts';
import { LINE_ENDS, RESERVED_WORDS } from '../structure/words.ts';

/** A lexing error that knows what to tell the author. */
export interface LexingFinding extends ILexingError {
  readonly finding: FindingText;
}

/** How deep parentheses may stand inside each other. Counted here, so that the parser's stack never depends on the input. */
export const NESTING_LIMIT = 20;

/** Words that people write for words of the language, wherever they stand in a line. */
const SLIPS: Readonly<Record<string, string>> = {
  atleast: 'at least',
  atmost: 'at most',
  goto: 'go to',
  signoff: 'approved by',
  upto: 'up to',
};

/** Words that begin a line and aren't the first word of an entry of `LINE_WORDS`; and those with which a line goes on in any member. */
const OTHER_LINE_STARTS: Partial<Record<MemberType, readonly string[]>> = {
  Boundary: ['second', 'third', 'then'],
  Framework: ['stage', 'goal'],
};
const CONTINUATIONS = ['when', 'unless', 'or', 'and', 'except', 'in', 'approved'];

/**
 * The lexer, with repairs on the tokens before they are parsed, each with a finding: the parser then understands the line, and all that hangs
 * on it. A word that begins a line and is all but a keyword of that place is taken for it. A line that ends too soon gets an empty name, so that it
 * doesn't swallow the next line's first word. Parentheses beyond the limit are left out.
 */
export class PlaybookLexer extends DefaultLexer {
  override tokenize(text: string): LexerResult {
    const result = super.tokenize(text);
    const findings: LexingFinding[] = [];
    const tokens = this.repair(limitNesting(result.tokens, findings), findings);
    const strays = result.hidden.filter((token) => token.tokenType.name === 'STRAY').map(asError);
    const hidden = result.hidden.filter((token) => token.tokenType.name !== 'STRAY');
    return { ...result, tokens, hidden, errors: [...result.errors, ...strays, ...findings] };
  }

  private repair(tokens: IToken[], findings: LexingFinding[]): IToken[] {
    let member: MemberType | undefined;
    let repaired: IToken[] | undefined;
    for (const [index, token] of tokens.entries()) {
      const previous = tokens[index - 1];
      const next = tokens[index + 1];
      const replacement = this.replacement(token, previous, next, member, findings, tokens[index - 2]);
      if (replacement) repaired ??= tokens.slice(0, index);
      repaired?.push(...(replacement ?? [token]));
      if (startsLine(token, previous)) member = memberOf(replacement?.at(-1) ?? token, next) ?? member;
    }
    return repaired ?? tokens;
  }

  private replacement(
    token: IToken,
    previous: IToken | undefined,
    next: IToken | undefined,
    member: MemberType | undefined,
    findings: LexingFinding[],
    beforePrevious: IToken | undefined,
  ): IToken[] | undefined {
    const isOwnWord = token.tokenType.name === 'ID' || token.tokenType.name === 'CURRENCY';
    if (isOwnWord) {
      const slip = Object.hasOwn(SLIPS, token.image) ? SLIPS[token.image] : undefined;
      if (slip === undefined) return this.misspelt(token, previous, next, member, findings);
      findings.push(at(token, finding('unexpected-word', { found: token.image, suggestion: slip })));
      return slip.split(' ').flatMap((word) => this.token(word, word, token) ?? []);
    }
    if (previous === undefined) return undefined;
    if (startsLine(token, previous)) {
      if (canEndLine(previous, beforePrevious) || !LINE_STARTS.has(token.image) || readsAsName(token, next))
        return undefined;
      findings.push(at(previous, finding('unfinished-line', { after: previous.image })));
      const empty = this.token('ID', '', {
        ...previous,
        startOffset: (previous.endOffset ?? previous.startOffset) + 1,
      });
      return empty && [empty, token];
    }
    if (token.image === 'then' && (previous.image === 'more' || previous.image === 'less')) {
      findings.push(at(token, finding('unexpected-word', { found: 'then', suggestion: 'than' })));
      const than = this.token('than', 'than', token);
      return than && [than];
    }
    if (token.image === 'then' && previous.image !== ',') {
      findings.push(
        at(token, finding('expected-something', { expected: '`,`', after: previous.image, found: 'then' })),
      );
      const comma = this.token(',', ',', token);
      return comma && [comma, token];
    }
    return undefined;
  }

  /** The keyword that a misspelt word at the beginning of a line stands for: a line of the member it is in, else a member. */
  private misspelt(
    token: IToken,
    previous: IToken | undefined,
    next: IToken | undefined,
    member: MemberType | undefined,
    findings: LexingFinding[],
  ): IToken[] | undefined {
    if (!startsLine(token, previous) || !canEndLine(previous, undefined) || TEAM_EVENT.test(next?.image ?? ''))
      return undefined;
    const lineStarts = member ? startsOf(member) : [];
    const line = nearest(token.image, lineStarts);
    const word = line ?? nearest(token.image, MEMBER_STARTS);
    const keyword = word === undefined ? undefined : this.token(word, word, token);
    if (!keyword || word === undefined) return undefined;
    const text =
      member && line
        ? finding('unknown-line', { word: token.image, member: article(MEMBERS[member].noun), suggestion: word })
        : finding('unknown-declaration', { word: token.image, suggestion: word });
    findings.push(at(token, text));
    return [keyword];
  }

  /** A token of the named type in the place of another. */
  private token(type: string, image: string, place: IToken): IToken | undefined {
    const tokenType: TokenType | undefined = this.tokenTypes[type];
    return tokenType && { ...place, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1 };
  }
}

const TEAM_EVENT = /^(answers?|approves?|declines?)$/;
const MEMBER_STARTS: readonly string[] = Object.values(MEMBERS).map((member) => member.keyword);

/** Every word that can begin a line and could also be a name. */
const LINE_STARTS: ReadonlySet<string> = new Set(
  [...MEMBER_STARTS, ...(Object.keys(PLACEMENT) as MemberType[]).flatMap(startsOf)].filter(
    (word) => !RESERVED_WORDS.has(word),
  ),
);

/** Whether a keyword at the beginning of a line can only be a name that goes on with the line before: a list, a condition. */
function readsAsName(token: IToken, next: IToken | undefined): boolean {
  return (
    next === undefined || startsLine(next, token) || next.image === ',' || next.image === 'is' || next.image === 'has'
  );
}

function startsOf(member: MemberType): string[] {
  const starts = PLACEMENT[member].map((item) => LINE_WORDS[item].split(' ')[0] ?? '');
  return [...new Set([...starts, ...(OTHER_LINE_STARTS[member] ?? []), ...CONTINUATIONS])];
}

function memberOf(token: IToken, next: IToken | undefined): MemberType | undefined {
  const entry = Object.entries(MEMBERS).find(([, member]) => member.keyword === token.image);
  if (!entry) return undefined;
  const type = entry[0] as MemberType;
  if (type === 'AgentCare') return next?.image === 'care' ? type : undefined;
  return type;
}

function startsLine(token: IToken, previous: IToken | undefined): boolean {
  return previous === undefined || (previous.endLine ?? 0) < (token.startLine ?? 0);
}

/** Whether a line can end with this token. Right behind a member's own word it is that member's name, whatever it is: `boundary step`. */
function canEndLine(token: IToken | undefined, before: IToken | undefined): boolean {
  if (token === undefined) return true;
  const isKeyword = /^[a-z]+$/.test(token.image) && token.tokenType.name !== 'ID';
  if (!isKeyword) return token.image !== ',' && token.image !== '(' && token.image !== ':';
  if (LINE_ENDS.has(token.image)) return true;
  if (RESERVED_WORDS.has(token.image)) return false;
  const isName = before !== undefined && MEMBER_STARTS.includes(before.image) && before.endLine === token.startLine;
  return isName || !MEMBER_STARTS.includes(token.image);
}

function limitNesting(tokens: IToken[], findings: LexingFinding[]): IToken[] {
  let depth = 0;
  let kept: IToken[] | undefined;
  for (const [index, token] of tokens.entries()) {
    const opens = token.image === '(';
    const closes = token.image === ')' && depth > 0;
    if (opens) depth += 1;
    if ((opens || closes) && depth > NESTING_LIMIT) {
      if (kept === undefined) findings.push(at(token, finding('nested-too-deep', { limit: NESTING_LIMIT })));
      kept ??= tokens.slice(0, index);
    } else {
      kept?.push(token);
    }
    if (closes) depth -= 1;
    if (MEMBER_STARTS.includes(token.image) && startsLine(token, tokens[index - 1])) depth = 0;
  }
  return kept ?? tokens;
}

/** Characters that mean nothing, as the lexer would have reported them. */
function asError(token: IToken): ILexingError {
  const { startOffset: offset, startLine: line, startColumn: column, image } = token;
  return { offset, line, column, length: image.length, message: '' };
}

function at(token: IToken, text: FindingText): LexingFinding {
  return {
    offset: token.startOffset,
    line: token.startLine,
    column: token.startColumn,
    length: token.image.length,
    message: text.message,
    finding: text,
  };
}
