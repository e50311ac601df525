import type { Severity } from '@poise/language';

/** The options that checking and building share. */
export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly failLevel: Severity;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly quiet: boolean;
}

export interface BuildOptions extends CheckOptions {
  readonly out?: string;
}
