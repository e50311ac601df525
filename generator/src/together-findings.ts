import { analyseTogether } from '@poise/analysis';
import { type ast, finding, provenRoles } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';
import type { CompiledPlaybook } from './compile/playbook.ts';
import { pathOf } from './load-sources.ts';
import { markedRange } from './marked-range.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/**
 * What can be proved of playbooks that may be at work in one conversation.
 *
 * @param compiled each with the file that it stands in
 * @param today as for `prove`
 */
export function proveTogether(
  compiled: ReadonlyMap<CompiledPlaybook, Source>,
  today: string | undefined,
): FileFinding[] {
  return analyseTogether([...compiled.keys()], today).flatMap(({ playbook, at, other, data }) => {
    const source = compiled.get(playbook);
    const otherSource = compiled.get(other.playbook);
    if (!source || !otherSource) return [];
    const related = {
      uri: otherSource.uri.toString(),
      range: markedRange(otherSource, other),
      message: provenRoles.other,
    };
    return [
      {
        ...finding('unclear-lead', data),
        range: markedRange(source, { at }),
        related: [related],
        file: pathOf(source),
      },
    ];
  });
}
