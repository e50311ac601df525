import { type ast, isFindingCode, suppress } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { FileFinding, FileSuppression } from '../compilation.ts';
import { withoutAdvice } from '../without-advice.ts';
import { type Configuration, levelOf } from './configuration.ts';

/** A file of playbooks that has been looked at. */
export interface CheckedFile {
  readonly document: LangiumDocument<ast.PlaybookFile>;
  /** Its path from the root. */
  readonly file: string;
  /** Whether it holds a playbook that was sound enough to be proved, and was. */
  readonly isProved: boolean;
}

/** What is told in the end. */
export interface Judged {
  readonly findings: readonly FileFinding[];
  readonly suppressions: readonly FileSuppression[];
}

/**
 * What is told of all that was found: first a file's own remarks take out what they allow, then the configuration gives the rest its levels. In
 * this order a suppression isn't called unneeded because its code is switched off, and a warning that was raised to an error can still be allowed.
 *
 * @param found with the levels that findings have by themselves
 */
export function judge(
  found: readonly FileFinding[],
  files: readonly CheckedFile[],
  configuration: Configuration,
): Judged {
  const rest = new Map<string, FileFinding[]>();
  for (const one of withoutAdvice(found)) {
    const others = rest.get(one.file);
    if (others) others.push(one);
    else rest.set(one.file, [one]);
  }
  const findings: FileFinding[] = [];
  const suppressions: FileSuppression[] = [];
  for (const { document, file, isProved } of files) {
    const suppressed = suppress(document, rest.get(file) ?? [], isProved);
    rest.delete(file);
    findings.push(...suppressed.findings.map((remaining) => ({ ...remaining, file })));
    suppressions.push(...suppressed.suppressions.map((suppression) => ({ ...suppression, file })));
  }
  for (const others of rest.values()) findings.push(...others);
  return { findings: findings.flatMap((one) => levelled(one, configuration)), suppressions };
}

/** A finding with the level that the configuration gives it; nothing if it is off. */
function levelled(found: FileFinding, configuration: Configuration): readonly FileFinding[] {
  const level = isFindingCode(found.code) ? levelOf(found.code, found.file, configuration) : undefined;
  if (level === 'off') return [];
  return [level === undefined ? found : { ...found, severity: level }];
}
