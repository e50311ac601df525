import type { LangiumDocument, LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import {
  codeLike,
  type FindingCode,
  type FindingParameters,
  finding,
  isAlwaysError,
  isFindingCode,
} from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type * as ast from '../generated/ast.ts';
import { visitWords } from '../structure/tree.ts';
import { type AllowRemark, MAY_ALLOW, readAllow } from './allow-remark.ts';

/** A remark `// allow <code>: <reason>` above a part of a playbook: what is found there under this code is as it should be. */
export interface Suppression {
  readonly code: FindingCode;
  readonly reason: string;
  /** The remark itself. */
  readonly range: Range;
  /** Which part it is for: its place among the file's members. */
  readonly member: number;
}

/** The suppressions of a file that hold, in order, and what is wrong with the others. */
export interface SuppressionReading {
  readonly suppressions: readonly Suppression[];
  readonly findings: readonly Finding[];
}

type Misplacement = FindingParameters<'misplaced-suppression'>['problem'];

/**
 * Reads a file's suppressions. One holds for the declaration right below: only remarks may stand between. What has no reason, no place or no
 * code that can be allowed holds for nothing, and is reported instead.
 */
export function readSuppressions({ parseResult, textDocument }: LangiumDocument<ast.PlaybookFile>): SuppressionReading {
  const suppressions: Suppression[] = [];
  const findings: Finding[] = [];
  const file = parseResult.value;
  if (!file.$cstNode || !MAY_ALLOW.test(textDocument.getText())) return { suppressions, findings };

  const memberAt = new Map(file.members.map((member, index) => [member.$cstNode?.offset, index]));
  let waiting: { readonly leaf: LeafCstNode; readonly remark: AllowRemark }[] = [];
  let lastLine = -1;
  const settle = (below: number | Misplacement): void => {
    for (const { leaf, remark } of waiting) {
      const problem = problemOf(remark, leaf, below);
      if (problem) findings.push(problem);
      else if (isFindingCode(remark.code) && typeof below === 'number')
        suppressions.push({ code: remark.code, reason: remark.reason, range: leaf.range, member: below });
    }
    waiting = [];
  };
  visitWords(file.$cstNode, (leaf) => {
    if (!leaf.hidden) {
      settle(memberAt.get(leaf.offset) ?? 'within');
      lastLine = leaf.range.end.line;
      return;
    }
    const remark = leaf.tokenType.name.endsWith('COMMENT') ? readAllow(leaf.text) : undefined;
    if (!remark) return;
    const standsBehind = leaf.range.start.line === lastLine;
    const problem = standsBehind ? problemOf(remark, leaf, 'behind') : undefined;
    if (problem) findings.push(problem);
    else waiting.push({ leaf, remark });
  });
  settle('last');
  return { suppressions, findings };
}

/** Why a remark holds for nothing. */
function problemOf({ code, at, reason, isNote }: AllowRemark, leaf: LeafCstNode, below: number | Misplacement) {
  const { start, end } = leaf.range;
  const atCode: Range = {
    start: { ...start, character: start.character + at },
    end: { ...start, character: start.character + at + code.length },
  };
  if (!isFindingCode(code)) {
    const suggestion = codeLike(code);
    const words = finding('unknown-suppression', { code, ...(suggestion !== undefined && { suggestion }) });
    return placed(words, atCode);
  }
  if (isAlwaysError(code)) return placed(finding('forbidden-suppression', { code }), atCode);
  const whole: Range = { start, end };
  const problem = isNote ? 'note' : typeof below === 'number' ? undefined : below;
  if (problem) return placed(finding('misplaced-suppression', { code, problem }), whole);
  if (reason === '') return placed(finding('suppression-without-reason', { code }), whole);
  return undefined;
}

function placed(words: ReturnType<typeof finding>, range: Range): Finding {
  return { ...words, range, related: [] };
}
