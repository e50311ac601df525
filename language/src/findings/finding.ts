import type { Range } from 'vscode-languageserver-types';

/** How much a finding matters: an `error` stops the build, a `warning` is worth a look, an `info` is said once and costs nothing. */
export type Severity = 'error' | 'warning' | 'info';

/** What one kind of finding says, given its named parameters. Words are for an operations lead: what is wrong, and what to write instead. */
export interface FindingType<Parameters> {
  readonly severity: Severity;
  readonly message: (parameters: Parameters) => string;
  /** What to do about it, where the message alone doesn't say. */
  readonly help?: (parameters: Parameters) => string;
  /** Of what says that something is missing: from where. It isn't said if a line there can't be read, for that may be the missing one. */
  readonly missingFrom?: 'member' | 'file';
}

/** Another place that the reader has to see to understand a finding. */
export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** Something to tell the author about one place of one file. Positions count from 0, columns in UTF-16 units, as editors do. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  /** What is found is never used: an editor shows it faded. */
  readonly unnecessary?: boolean;
  /** What is found names something that isn't in use any more: an editor strikes it through. */
  readonly deprecated?: boolean;
  /** The message's parameters, for quick fixes and for tools. */
  readonly data: object;
}

/** A finding before it has a place. */
export type FindingText = Omit<Finding, 'range' | 'related' | 'unnecessary' | 'deprecated'>;

/** Declares a topic's findings. The parameters of every message are checked where it is reported. */
export function defineFindings<const Table extends Record<string, FindingType<never>>>(table: Table): Table {
  return table;
}
