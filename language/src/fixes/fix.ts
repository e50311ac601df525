import type { AstNode, LangiumDocument } from 'langium';
import type { Finding } from '../findings/finding.ts';
import type * as ast from '../generated/ast.ts';
import type { Workspace } from '../linking/workspace.ts';
import type { PlaybookServices } from '../services.ts';

/** A file of the workspace. */
export type Source = LangiumDocument<ast.PlaybookFile>;

/** What stands from `start` to `end` in a file, in UTF-16 units, becomes `text`. */
export interface Change {
  readonly document: Source;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to put right what was found: in words for the author, and what it changes. The changes of a file stand apart from each other. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** What was found, and where. */
export interface FixContext<Data> {
  readonly data: Data;
  readonly found: Finding;
  readonly document: Source;
  /** The innermost node at the place where it was found. */
  readonly node: AstNode;
  readonly workspace: Workspace;
  readonly services: PlaybookServices;
}

/** The ways to put right what a kind of finding is about. None where there is nothing that the author would surely want. */
export type Fixer<Data> = (context: FixContext<Data>) => readonly Fix[];

/** Why there is nothing to offer for a kind of finding. */
export interface NoFix {
  readonly because: string;
}
