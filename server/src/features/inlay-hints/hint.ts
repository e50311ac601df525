import type { CstNode } from 'langium';
import type { Location } from 'vscode-languageserver';

/** Something said behind a word that doesn't stand in the text. */
export interface Hint {
  /** The word, or what ends with it. */
  readonly behind: CstNode;
  readonly label: readonly Part[];
}

/** A piece of what is said. */
export interface Part {
  readonly text: string;
  /** More, for those who point at it. */
  readonly tooltip?: string | undefined;
  /** What it names: a click leads there. */
  readonly location?: Location | undefined;
}
