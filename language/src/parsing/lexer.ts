import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LexerResult } from 'langium';
import { finding } from '../findings/catalogue.ts';
import { article, nearest } from '../findings/words.ts';
import { MEMBERS, type MemberType } from '../structure/placement.ts';
import { type LexingFinding, lexingFinding } from './lexing-finding.ts';
import { canEndLine, MEMBER_STARTS, startsLine, startsOf, TEAM_EVENT } from './lines.ts';
import { limitLines } from './long-lines.ts';
import { adviceOnNeedless, type LastTokens } from './needless.ts';
import { limitNesting } from './nesting.ts';
import { otherWord } from './other-words.ts';
import { withoutLinesBelow } from './texts-over-lines.ts';
import { quotePaths } from './unquoted-paths.ts';

/** Words that people write for words of the language, wherever they stand in a line. */
const SLIPS: Readonly<Record<string, string>> = {
  atleast: 'at least',
  atmost: 'at most',
  goto: 'go to',
  signoff: 'approved by',
  upto: 'up to',
};

/** Words that people write for those that begin a line. */
const LINE_SLIPS: Readonly<Record<string, string>> = {
  followup: 'follow up',
  'follow-up': 'follow up',
  'hand-over': 'hand over',
};

/** The kinds of tokens that aren't called as they are written. */
const UNDER: Readonly<Record<string, string>> = { '1': 'NUMBER' };

/** Words that other languages have for the one that begins a file, with the path of another file behind it. */
const BEFORE_PATHS: Readonly<Record<string, string>> = { import: 'use', include: 'use', using: 'use' };

/** Where in its file a text begins, always with a line: both count from 0. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

/** How people write units of time behind a number. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ s: 'seconds', sec: 'seconds', secs: 'seconds' },
  ...{ min: 'minutes', mins: 'minutes' },
  ...{ h: 'hours', hr: 'hours', hrs: 'hours' },
  d: 'days',
};

/**
 * The lexer, with repairs on the tokens before they are parsed, each with a finding: the parser then understands the line, and all that hangs
 * on it. A word that begins a line and is all but a keyword of that place is taken for it; what people often write for words of the language, too.
 * Parentheses beyond the limit are left out.
 */
export class PlaybookLexer extends DefaultLexer {
  private place: Place | undefined;

  /** Does something for which texts are read that are only parts of files: from there on where the part stands in its file. */
  within<Value>(place: Place, read: () => Value): Value {
    this.place = place;
    try {
      return read();
    } finally {
      this.place = undefined;
    }
  }

  override tokenize(text: string): LexerResult {
    const result = super.tokenize(text);
    if (this.place) move(result, this.place);
    const findings: LexingFinding[] = [];
    const read = this.quotePaths(withoutLinesBelow(result, text, this.place?.offset ?? 0), text, findings);
    const strays = read.hidden.filter((token) => token.tokenType.name === 'STRAY');
    const points = new Set(strays.filter(({ image }) => image === '.').map(({ startOffset }) => startOffset));
    const tokens = this.repair(limitLines(limitNesting(read.tokens, findings), findings), points, findings);
    const hidden = read.hidden.filter((token) => token.tokenType.name !== 'STRAY');
    return { ...result, tokens, hidden, errors: [...result.errors, ...strays.map(asError), ...findings] };
  }

  private quotePaths(
    result: Pick<LexerResult, 'tokens' | 'hidden'>,
    text: string,
    findings: LexingFinding[],
  ): Pick<LexerResult, 'tokens' | 'hidden'> {
    const { STRING } = this.tokenTypes;
    return STRING ? quotePaths(result, text, this.place?.offset ?? 0, STRING, findings) : result;
  }

  private repair(tokens: IToken[], points: ReadonlySet<number>, findings: LexingFinding[]): IToken[] {
    let member: MemberType | undefined;
    let repaired: IToken[] | undefined;
    for (const [index, token] of tokens.entries()) {
      const previous = tokens[index - 1];
      const next = tokens[index + 1];
      const [done, at] = repaired ? [repaired, repaired.length] : [tokens, index];
      const before: LastTokens = [done[at - 1], done[at - 2], done[at - 3]];
      const replacement =
        needless(token, before, next, points, member, findings) ??
        this.colon(token, before, next, findings) ??
        this.replacement(token, previous, next, member, findings);
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
  ): IToken[] | undefined {
    const word = otherWord(token, previous, next, member);
    const known = word === undefined ? undefined : this.token(UNDER[word] ?? word, word, token);
    if (word !== undefined && known) {
      findings.push(lexingFinding(token, finding('unexpected-word', { found: token.image, suggestion: word })));
      return [known];
    }
    const isOwnWord = token.tokenType.name === 'ID' || token.tokenType.name === 'CURRENCY';
    if (isOwnWord) {
      const isUnit = previous?.tokenType.name === 'NUMBER' && !startsLine(token, previous);
      const slip =
        (isUnit ? entryOf(UNITS, token.image) : undefined) ??
        entryOf(SLIPS, token.image) ??
        (startsLine(token, previous) ? entryOf(LINE_SLIPS, token.image) : undefined);
      if (slip === undefined) return this.misspelt(token, previous, next, member, findings);
      findings.push(lexingFinding(token, finding('unexpected-word', { found: token.image, suggestion: slip })));
      return slip.split(' ').flatMap((word) => this.token(word, word, token) ?? []);
    }
    if (previous === undefined || startsLine(token, previous)) return undefined;
    if (token.image === 'then' && (previous.image === 'more' || previous.image === 'less')) {
      findings.push(lexingFinding(token, finding('unexpected-word', { found: 'then', suggestion: 'than' })));
      const than = this.token('than', 'than', token);
      return than && [than];
    }
    if (token.image === 'then' && isInLadder(previous, member)) {
      findings.push(
        lexingFinding(token, finding('expected-something', { expected: '`,`', after: previous.image, found: 'then' })),
      );
      const comma = this.token(',', ',', token);
      return comma && [comma, token];
    }
    return undefined;
  }

  /** The colon that is missing between a phrase list's heading and its first phrase, which stands below. */
  private colon(
    token: IToken,
    [previous, above, first]: LastTokens,
    next: IToken | undefined,
    findings: LexingFinding[],
  ): IToken[] | undefined {
    if (token.tokenType.name !== 'STRING' || !previous || !startsLine(token, previous)) return undefined;
    const keyword = previous.tokenType.name === 'STRING' ? first : above;
    const colon = this.token(':', ':', token);
    if (keyword?.image !== MEMBERS.PhraseList.keyword || next?.image === ':' || !colon) return undefined;
    findings.push(lexingFinding(previous, finding('expected-something', { expected: '`:`', after: previous.image })));
    return [colon, token];
  }

  /** The keyword that a misspelt word at the beginning of a line stands for: a line of the member it is in, else a member. */
  private misspelt(
    token: IToken,
    previous: IToken | undefined,
    next: IToken | undefined,
    member: MemberType | undefined,
    findings: LexingFinding[],
  ): IToken[] | undefined {
    if (!startsLine(token, previous) || !canEndLine(previous) || TEAM_EVENT.test(next?.image ?? '')) return undefined;
    const lineStarts = member ? startsOf(member) : [];
    const line = nearest(token.image, lineStarts);
    const word =
      line ??
      nearest(token.image, MEMBER_STARTS) ??
      (next?.tokenType.name === 'STRING' ? entryOf(BEFORE_PATHS, token.image.toLowerCase()) : undefined);
    const keyword = word === undefined ? undefined : this.token(word, word, token);
    if (!keyword || word === undefined) return undefined;
    const text =
      member && line
        ? finding('unknown-line', { word: token.image, member: article(MEMBERS[member].noun), suggestion: word })
        : finding('unknown-declaration', { word: token.image, suggestion: word });
    findings.push(lexingFinding(token, text));
    return [keyword];
  }

  /** A token of the named type in the place of another. */
  private token(type: string, image: string, place: IToken): IToken | undefined {
    const tokenType: TokenType | undefined = this.tokenTypes[type];
    return tokenType && { ...place, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1 };
  }
}

/** Nothing in the place of a token that the language does without. */
function needless(
  token: IToken,
  before: LastTokens,
  next: IToken | undefined,
  points: ReadonlySet<number>,
  member: MemberType | undefined,
  findings: LexingFinding[],
): IToken[] | undefined {
  const advice = adviceOnNeedless(token, before, next, points.has((token.endOffset ?? 0) + 1), member);
  if (!advice) return undefined;
  findings.push(lexingFinding(token, finding('unexpected-word', { found: token.image, ...advice })));
  return [];
}

function move({ tokens, hidden, errors }: LexerResult, { offset, line }: Place): void {
  for (const token of [...tokens, ...hidden]) {
    token.startOffset += offset;
    token.endOffset = (token.endOffset ?? 0) + offset;
    token.startLine = (token.startLine ?? 0) + line;
    token.endLine = (token.endLine ?? 0) + line;
  }
  for (const error of errors) {
    error.offset += offset;
    error.line = (error.line ?? 0) + line;
  }
}

/** What a table says of a word. Every object knows `constructor` and the like besides. */
function entryOf(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Whether `then` asks the next team, with its comma missing. */
function isInLadder(previous: IToken, member: MemberType | undefined): boolean {
  return (
    previous.image !== ',' && (member === 'Escalation' || member === 'Trend') && !MEMBER_STARTS.includes(previous.image)
  );
}

/** Characters that mean nothing, as the lexer would have reported them. */
function asError(token: IToken): ILexingError {
  const { startOffset: offset, startLine: line, startColumn: column, image } = token;
  return { offset, line, column, length: image.length, message: '' };
}

function memberOf(token: IToken, next: IToken | undefined): MemberType | undefined {
  const entry = Object.entries(MEMBERS).find(([, member]) => member.keyword === token.image);
  if (!entry) return undefined;
  const type = entry[0] as MemberType;
  if (type === 'AgentCare') return next?.image === 'care' ? type : undefined;
  return type;
}
