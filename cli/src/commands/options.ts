import type { Severity } from '@poise/language';

/** The options of all commands that compile. */
export interface CompileOptions<Format extends string = string> {
  readonly format: Format;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly quiet: boolean;
  /** Whether there will be another run whenever something has changed. */
  readonly watch: boolean;
}

/** The options that checking and building share. */
export interface CheckOptions extends CompileOptions<'pretty' | 'json'> {
  /** Comes before what the configuration says. */
  readonly failLevel?: Severity;
  /** Whether a result of an earlier run may be taken, and this one kept. */
  readonly cache: boolean;
}

/** As on the command line, where the day may be left open. */
export type AsGiven<Options extends { readonly today: string }> = Omit<Options, 'today'> &
  Partial<Pick<Options, 'today'>>;

export interface CheckCommandOptions extends CheckOptions {
  /** Whether to list what is allowed by remarks. */
  readonly suppressions: boolean;
}

export interface BuildOptions extends CheckOptions {
  readonly out?: string;
}

export interface TestOptions extends CompileOptions<'pretty' | 'json' | 'junit' | 'tap'> {
  /** Only scenarios with these words in their title, or in the name of their playbook. */
  readonly filter?: string;
  /** Whether to stop after the first scenario that fails. */
  readonly bail: boolean;
  /** Whether to say what the scenarios cover; the next three ask for it as well. */
  readonly coverage: boolean;
  readonly coverageReport?: readonly CoverageReport[];
  /** The folder for reports of coverage. */
  readonly coverageOut?: string;
  /** How many per cent of rules, of steps and of thresholds have to be covered. */
  readonly min?: number;
}

/** In which forms what is covered can be written, besides words. */
export const COVERAGE_REPORTS = ['html', 'lcov', 'json'] as const;

export type CoverageReport = (typeof COVERAGE_REPORTS)[number];

export interface DiffOptions {
  readonly format: 'pretty' | 'markdown' | 'json';
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The classes of changes that make it fail, with commas between. */
  readonly failOn?: string;
  /** Who has approved the changes, with commas between. */
  readonly approvedBy?: string;
}

export interface MapOptions {
  readonly format: 'pretty' | 'markdown' | 'json';
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The playbooks that it is drawn of: files, folders or patterns. */
  readonly in?: readonly string[];
  /** The file that the picture is written to. */
  readonly svg?: string;
}

export interface PlayOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** When the conversation takes place, as after `given time`. */
  readonly time?: string;
  /** Whether to write the conversation to the playbook's file, as a scenario. */
  readonly record: boolean;
}

export interface FormatOptions {
  /** Whether only to say what would change. */
  readonly check: boolean;
}
