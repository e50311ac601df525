/** The parts of a TextMate grammar that ours is made of, as they stand in its JSON. Regular expressions are Oniguruma's. */
export interface Grammar {
  readonly scopeName: string;
  readonly name: string;
  /** Where a grammar that adds to another one applies. */
  readonly injectionSelector?: string;
  readonly patterns: readonly Rule[];
}

/** Says which scope the groups of an expression get, by their numbers. */
export type Captures = Readonly<Record<number, { readonly name: string }>>;

/** What is looked for in a line: one piece, a stretch with a beginning and an end, a stretch of whole lines, or the rules of another place. */
export type Rule = Match | Stretch | Lines | Include;

export interface Match {
  readonly match: string;
  readonly name?: string;
  readonly captures?: Captures;
}

export interface Stretch {
  readonly begin: string;
  readonly end: string;
  readonly name?: string;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

export interface Lines {
  readonly begin: string;
  readonly while: string;
  readonly contentName?: string;
  readonly patterns?: readonly Rule[];
}

export interface Include {
  readonly include: string;
}

/** One piece with one scope. */
export function piece(name: string, match: string): Match {
  return { match, name };
}

/** A piece whose groups have scopes of their own: the first scope is that of the first group. A group without one is passed over. */
export function pieces(match: string, ...scopes: readonly (string | undefined)[]): Match {
  return { match, captures: captures(...scopes) };
}

/** The scopes of groups, in order. */
export function captures(...scopes: readonly (string | undefined)[]): Captures {
  return Object.fromEntries(scopes.flatMap((name, index) => (name === undefined ? [] : [[index + 1, { name }]])));
}
