import { analyse, type Finding as Proven, type ProvenCode, type ProvenData } from '@poise/analysis';
import {
  type ast,
  type FindingParameters,
  type FindingText,
  finding,
  provenRoles,
  type RelatedPlace,
} from '@poise/language';
import type { Position } from '@poise/runtime';
import type { LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';
import type { CompiledPlaybook } from './compile/playbook.ts';
import { markedRange } from './marked-range.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What is found about a compiled playbook, in words and with its exact place in the sources. */
export function provenFindings(
  playbook: CompiledPlaybook,
  sourceOf: (path: string) => Source | undefined,
  today: string | undefined,
): FileFinding[] {
  const find = ({ file }: Position) => {
    const path = playbook.files[file]?.path;
    const source = path === undefined ? undefined : sourceOf(path);
    return path === undefined || !source ? undefined : { file: path, source };
  };
  return analyse(playbook, today).flatMap((proven) => {
    const place = find(proven.at);
    if (!place) return [];
    const related = (proven.related ?? []).flatMap(({ at, role }): RelatedPlace[] => {
      const other = find(at)?.source;
      return other
        ? [{ uri: other.uri.toString(), range: markedRange(other, { at }), message: provenRoles[role] }]
        : [];
    });
    return [{ ...wordsOf(proven), range: markedRange(place.source, proven), related, file: place.file }];
  });
}

/** Codes of the analysis whose data isn't what the table of words takes: none. */
type Unworded = {
  [Code in ProvenCode]: ProvenData[Code] extends FindingParameters<Code> ? never : Code;
}[ProvenCode];

function wordsOf({ code, data }: [Unworded] extends [never] ? Proven : never): FindingText {
  // `Unworded` is what vouches for it: code and data belong together, which TypeScript sees only one code at a time.
  return finding<ProvenCode>(code, data);
}
