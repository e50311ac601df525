import type { Compilation } from '@poise/generator';
import { counted, sentence } from '@poise/generator/words';
import { type FindingStyle, placeOf } from './findings.ts';

/** What is allowed by remarks, as text for a person: where, which finding, and why. */
export function showSuppressions({ suppressions }: Compilation, { colors, pathOf }: FindingStyle): string {
  const lines = suppressions.map(
    ({ file, range, code, reason }) =>
      `${colors.bold(placeOf(pathOf(file), range.start))}  allowed  ${sentence(reason)}  ${colors.dim(`[${code}]`)}\n`,
  );
  return `${lines.join('')}${counted(suppressions.length, 'suppression')}\n`;
}
