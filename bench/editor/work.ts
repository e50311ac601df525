/** What a child that edits is told, as the benchmark writes it. */
import type { Among, Place } from './workspaces/workspace.ts';

/** A language server that speaks over standard input and output, and what is to know of it. */
export interface Server {
  readonly name: string;
  /** For Node. */
  readonly args: readonly string[];
  readonly languageId: string;
  /** Whether it tells of every file, open or not. Otherwise it does where it has something to say, and of those that are open. */
  readonly tellsOfAll: boolean;
  /** Whether it goes on to prove things when all files are checked, and says when it has. */
  readonly proves: boolean;
  /** Whether it finds names in the whole workspace. */
  readonly findsSymbols: boolean;
}

/** How often things are done, and how long. */
export interface Repetitions {
  /** Edits of one file, each after the answer to the one before. */
  readonly edits: number;
  /** Edits of what all files depend on: so many there and back. */
  readonly hubEdits: number;
  /** Completions, renamings, and whatever else is asked. */
  readonly requests: number;
  /** Of whatever is done again and again no more is begun after so many milliseconds. */
  readonly longest: number;
  /** For how many milliseconds an answer is waited for. */
  readonly patience: number;
}

export interface Work {
  readonly server: Server;
  /** The folder that is open. */
  readonly root: string;
  readonly times: Repetitions;
}

export interface AloneWork extends Work {
  readonly reference: Place;
}

export interface AmongWork extends Work, Omit<Among, 'files'> {
  /** The paths of all files. */
  readonly files: readonly string[];
}

/** Somebody who types for a long time. */
export interface TypingWork extends AmongWork {
  /** Edits until memory is looked at the second and the third time: multiples of twenty. */
  readonly fewEdits: number;
  readonly manyEdits: number;
}
