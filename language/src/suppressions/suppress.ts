import type { LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver-types';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { provenFindings } from '../findings/proven.ts';
import { ladderFindings } from '../findings/proven-ladders.ts';
import { pathFindings } from '../findings/proven-paths.ts';
import { ruleFindings } from '../findings/proven-rules.ts';
import { togetherFindings } from '../findings/proven-together.ts';
import type * as ast from '../generated/ast.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

/** What of a file's findings remains, and the suppressions that hold in it. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Takes out of a file's findings what its suppressions allow, and adds what is wrong with them.
 *
 * A finding belongs to the declaration in which it begins; what stands between two declarations belongs to the upper one. While something in the
 * file is an error, no suppression is called unneeded, for what it allows may only be hidden by that; and one of what has to be proved never
 * is where nothing was proved, nor one of what other playbooks have a say in: they may not have been looked at.
 *
 * @param found everything found in this file, with the levels that findings have by themselves
 * @param isProved whether the file's playbook has been proved
 */
export function suppress(
  document: LangiumDocument<ast.PlaybookFile>,
  found: readonly Finding[],
  isProved: boolean,
): Suppressed {
  const { suppressions, findings: problems } = readSuppressions(document);
  if (suppressions.length === 0) return { findings: [...found, ...problems], suppressions };
  const needed = new Set<Suppression>();
  const starts = document.parseResult.value.members.map((member) => member.$cstNode?.range.start);
  const remaining = found.filter((one) => {
    if (one.severity === 'error') return true;
    const member = starts.findLastIndex((start) => start && !isBefore(one.range.start, start));
    const allowing = suppressions.find((suppression) => suppression.member === member && suppression.code === one.code);
    if (allowing) needed.add(allowing);
    return !allowing;
  });
  const hasErrors = found.some(({ severity }) => severity === 'error');
  const unneeded = hasErrors ? [] : suppressions.filter((one) => !needed.has(one) && isCertain(one, isProved));
  return { findings: [...remaining, ...problems, ...unneeded.map(unneededFinding)], suppressions };
}

/** What is found only where a playbook is proved. */
const PROVEN = { ...provenFindings, ...ladderFindings, ...pathFindings, ...ruleFindings };

/** Whether what a suppression allows would have been found. */
function isCertain({ code }: Suppression, isProved: boolean): boolean {
  return !Object.hasOwn(togetherFindings, code) && (isProved || !Object.hasOwn(PROVEN, code));
}

function unneededFinding({ code, range }: Suppression): Finding {
  return { ...finding('unneeded-suppression', { code }), range, related: [], unnecessary: true };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
