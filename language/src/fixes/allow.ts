import { isAlwaysError, isFindingCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { suppressionFindings } from '../findings/suppressions.ts';
import { code } from '../findings/words.ts';
import type { Fix, Source } from './fix.ts';
import { beginningOf } from './needless.ts';

/** Allows what was found in a part, for a reason that the author gives: the last resort, for advice only. */
export function allowIt(found: Finding, document: Source): readonly Fix[] {
  if (!isFindingCode(found.code) || isAlwaysError(found.code) || Object.hasOwn(suppressionFindings, found.code))
    return [];
  const offset = document.textDocument.offsetAt(found.range.start);
  const member = document.parseResult.value.members.findLast((one) => (one.$cstNode?.offset ?? 0) <= offset);
  if (!member?.$cstNode) return [];
  const at = beginningOf(document, member);
  return [
    {
      title: `Allow it here: add ${code(`// allow ${found.code}: …`)} and say why`,
      changes: [{ document, start: at, end: at, text: `// allow ${found.code}: say here why it is meant to be so\n` }],
    },
  ];
}
