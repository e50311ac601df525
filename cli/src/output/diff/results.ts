import type { ComparisonResults } from '@poise/generator/comparing';
import type { ReadSide } from '../../diff/read-side.ts';

/** What came of comparing two versions, for the command. */
export interface DiffResults extends ComparisonResults<ReadSide> {
  /** The day for which dates were judged. */
  readonly today: string;
  readonly exitCode: number;
}
