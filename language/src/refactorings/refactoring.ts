import type { AstNode, URI } from 'langium';
import type { Change, Source } from '../fixes/fix.ts';
import type { Stretch } from '../fixes/written.ts';
import type { PlaybookServices } from '../services.ts';

/** Where something is to be written otherwise: what is selected there, or where the cursor is. */
export interface RefactoringPlace extends Stretch {
  readonly document: Source;
  /** The innermost node at its beginning. */
  readonly node: AstNode;
  readonly services: PlaybookServices;
  /** Whether files can be created. */
  readonly canCreate: boolean;
}

/** A way to write something otherwise that means the same, in words, and what it changes. */
export interface Rewriting {
  readonly kind: 'extract' | 'move' | 'rewrite';
  readonly title: string;
  readonly changes: readonly Change[];
  /** A file that isn't there yet, and what is to stand in it. */
  readonly creates?: { readonly uri: URI; readonly text: string };
}

/** The ways of one sort that there are at a place. */
export type Refactorer = (place: RefactoringPlace) => readonly Rewriting[];
