import type { MeasuredOf } from '../measuring/case.ts';
import { comparison } from '../reporting/comparison.ts';
import { grouped } from '../reporting/numbers.ts';
import type { PhraseCases } from './cases.ts';

/** Each amount of phrases with all subjects. */
export function reportOnPhrases(cases: PhraseCases, measuredOf: MeasuredOf): readonly string[] {
  return Object.values(cases).flatMap(({ phrases, messages, length, subjects }) => [
    `## Looking for ${grouped(phrases)} phrases in ${grouped(messages)} messages of ${grouped(length)} characters`,
    comparison('message', messages, subjects, measuredOf),
  ]);
}
