import type { Finding, Suppression } from '@poise/language';
import type { Digest } from './compile/canonical.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { PlaybookScenarios } from './scenarios/scenario.ts';

/** What came of reading a source file. A problem is a sentence for the author; nothing of the file is used then. */
export type SourceRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'problem'; readonly message: string };

/** Where sources come from: the one way in which the compiler touches files. */
export interface SourceHost {
  /**
   * Reads one file. `path` is relative to the workspace's root, with `/`, already normalised; it may begin with `../`, and the host answers
   * `outside` for whatever doesn't lie in the workspace (links followed).
   */
  read(path: string): Promise<SourceRead>;
  /**
   * The paths of all playbook files in the workspace, sorted. Asked only where a playbook is named, or a file used, that isn't in the files read so far; a
   * host without this has no others than those that it is asked to compile.
   */
  playbookFiles?(): Promise<readonly string[]>;
}

export interface CompileOptions {
  /** The day on which the checks are made, `YYYY-MM-DD`. */
  readonly today: string;
  /**
   * Whether the scenarios will be asked for. Then what they are played with is made ready, wherever in the workspace it is; without this they are
   * played with what is there.
   */
  readonly scenarios?: boolean;
  /** Whether what can be proved of the playbooks is proved, as it is unless `false` is said: for whoever makes playbooks that say anything at all. */
  readonly proofs?: boolean;
  /** The time in milliseconds, from any beginning: for saying how long each playbook took. */
  readonly clock?: () => number;
  /** The machine's own SHA-256, as `portableDigest` describes it: much faster than the one that runs anywhere. */
  readonly digest?: Digest;
  /** Called now and then on long work: how many files have been read, of how many known so far. */
  readonly onProgress?: (read: number, known: number) => void;
}

/** A finding and the file it is in (its path from the workspace's root). */
export interface FileFinding extends Finding {
  readonly file: string;
}

/** A suppression that holds, and the file it is in (its path from the workspace's root). */
export interface FileSuppression extends Suppression {
  readonly file: string;
}

/** One compiled document, ready to be written. */
export interface OutputFile {
  /** Its name in the output folder: `late_delivery.json`, `index.json`. */
  readonly name: string;
  readonly text: string;
}

/** What a person wants to know of a playbook at a glance. */
export interface PlaybookSummary {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly version: string;
  readonly steps: number;
  /** Boundaries, escalations, follow ups, agent care and trends, of its own and of the files it uses. */
  readonly rules: number;
  readonly phrases: number;
  readonly scenarios: number;
  /** Findings in its own file, as they are told. */
  readonly findings: number;
}

/** Everything that compiling a workspace gave. */
export interface Compilation {
  /** Sorted by file, then place. */
  readonly findings: readonly FileFinding[];
  /** Everything that is allowed by a remark. Sorted by file, then place. */
  readonly suppressions: readonly FileSuppression[];
  /** What `poise.json` says, as far as it could be understood. */
  readonly configuration: Configuration;
  /** Sorted by id. Also there when something has an error, as far as it could be understood. */
  readonly playbooks: readonly PlaybookSummary[];
  /** Empty when anything has an error. `index.json` comes last. They are made when first asked for: checking needs none. */
  readonly outputs: readonly OutputFile[];
  /** Sorted by playbook; also those without any. Empty when anything has an error. Made when first asked for, before the compiler is used again. */
  readonly scenarios: readonly PlaybookScenarios[];
  /** How many milliseconds compiling and proving each playbook took, by its id; empty without a clock. */
  readonly timings: ReadonlyMap<string, number>;
  /** The text of every file that was read, by path: for showing the lines that findings are about. */
  readonly sources: ReadonlyMap<string, string>;
  /** Those of the sources that nobody has asked for: scenarios are played with the playbooks in them. Nothing is told of what is found there. */
  readonly neighbours: ReadonlySet<string>;
}
