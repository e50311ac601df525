import type { Case, MeasuredOf } from './measuring/case.ts';
import type { Aim } from './reporting/aim.ts';

/** A part of the benchmark: one kind of work, and what is said of it. */
export interface Part {
  /** All that is measured, each once. */
  readonly cases: readonly Case[];
  /** They belong to the sizes of a full run. */
  readonly aims: (measuredOf: MeasuredOf) => readonly Aim[];
  /** Headings, tables and paragraphs, in Markdown. */
  readonly report: (measuredOf: MeasuredOf) => readonly string[];
}
