import type { Severity } from '@poise/language';

/** The options that checking and building share. */
export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  /** Comes before what the configuration says. */
  readonly failLevel?: Severity;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly quiet: boolean;
  /** Whether a result of an earlier run may be taken, and this one kept. */
  readonly cache: boolean;
}

export interface CheckCommandOptions extends CheckOptions {
  /** Whether to list what is allowed by remarks. */
  readonly suppressions: boolean;
}

export interface BuildOptions extends CheckOptions {
  readonly out?: string;
}

export interface FormatOptions {
  /** Whether only to say what would change. */
  readonly check: boolean;
}
