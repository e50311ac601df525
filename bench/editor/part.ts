import type { Part } from '../part.ts';
import { editorAims } from './aims.ts';
import type { EditorCases } from './cases.ts';
import { reportOnEditor } from './report.ts';

/** What an editor waits for, beside other language servers. */
export function editorPart(cases: EditorCases): Part {
  const { small, large, among, typing } = cases;
  return {
    cases: [small, large, among, typing].flatMap((servers) => Object.values(servers)),
    aims: (measuredOf) => editorAims(cases, measuredOf),
    report: (measuredOf) => reportOnEditor(cases, measuredOf),
  };
}
