import { conditionFindings } from './conditions.ts';
import type { FindingText, FindingType } from './finding.ts';
import { nameFindings } from './names.ts';
import { playbookFindings } from './playbooks.ts';
import { provenFindings } from './proven.ts';
import { structureFindings } from './structure.ts';
import { syntaxFindings } from './syntax.ts';
import { useFindings } from './uses.ts';
import { valueFindings } from './values.ts';

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
} as const;

export type FindingCode = keyof typeof catalogue;
type Named<Code extends FindingCode> = Parameters<(typeof catalogue)[Code]['message']>[0];
/** The named parameters of a finding's message; `{}` where it has none. */
export type FindingParameters<Code extends FindingCode> = [Named<Code>] extends [undefined]
  ? Record<string, never>
  : Named<Code>;

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
