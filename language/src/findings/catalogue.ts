import { conditionFindings } from './conditions.ts';
import type { FindingText, FindingType } from './finding.ts';
import { nameFindings } from './names.ts';
import { playbookFindings } from './playbooks.ts';
import { provenFindings } from './proven.ts';
import { ladderFindings } from './proven-ladders.ts';
import { pathFindings } from './proven-paths.ts';
import { ruleFindings } from './proven-rules.ts';
import { togetherFindings } from './proven-together.ts';
import { settingFindings } from './settings.ts';
import { structureFindings } from './structure.ts';
import { suppressionFindings } from './suppressions.ts';
import { syntaxFindings } from './syntax.ts';
import { useFindings } from './uses.ts';
import { valueFindings } from './values.ts';
import { wordingFindings } from './wording.ts';
import { nearest } from './words.ts';

/** Every finding there is, by its code. A code never changes its meaning, and is never used again for another. */
export const catalogue = {
  ...syntaxFindings,
  ...nameFindings,
  ...useFindings,
  ...valueFindings,
  ...conditionFindings,
  ...structureFindings,
  ...playbookFindings,
  ...provenFindings,
  ...ladderFindings,
  ...pathFindings,
  ...ruleFindings,
  ...togetherFindings,
  ...wordingFindings,
  ...settingFindings,
  ...suppressionFindings,
} as const;

export type FindingCode = keyof typeof catalogue;
type Named<Code extends FindingCode> = Parameters<(typeof catalogue)[Code]['message']>[0];
/** The named parameters of a finding's message; `{}` where it has none. */
export type FindingParameters<Code extends FindingCode> = [Named<Code>] extends [undefined]
  ? Record<string, never>
  : Named<Code>;

/** Whether a finding of this code is advice on how something is said. */
export function isWordingCode(code: string): code is keyof typeof wordingFindings {
  return Object.hasOwn(wordingFindings, code);
}

/** Whether there is a finding with this code. */
export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(catalogue, code);
}

/** The code most likely meant by one that there isn't. */
export function codeLike(written: string): FindingCode | undefined {
  return nearest(written.replaceAll('_', '-'), Object.keys(catalogue)) as FindingCode | undefined;
}

/** Whether a finding is an error by itself, an error of meaning: nobody can allow it or make it less. */
export function isAlwaysError(code: FindingCode): boolean {
  return catalogue[code].severity === 'error';
}

/** The words of a finding, from its code and parameters. */
export function finding<Code extends FindingCode>(code: Code, parameters: FindingParameters<Code>): FindingText {
  // The table is typed entry by entry; TypeScript can't see that `catalogue[code]` and `parameters` belong together.
  const type = catalogue[code] as FindingType<FindingParameters<Code>>;
  return {
    code,
    severity: type.severity,
    message: type.message(parameters),
    ...(type.help && { help: type.help(parameters) }),
    data: parameters ?? {},
  };
}
