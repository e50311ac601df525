import { ast, documentOf, type Workspace } from '@poise/language';
import { type LangiumDocument, MultiMap } from 'langium';

type Source = LangiumDocument<ast.PlaybookFile>;

/**
 * The files of the playbooks whose scenarios may cover something in a file: those that use it, itself maybe among them, and those that are tried out with one of these.
 * Some more may be among them, never fewer.
 */
export function playbooksTouching(document: Source, workspace: Workspace): readonly Source[] {
  const headings = new Map(workspace.headings().map((heading) => [documentOf(heading), heading]));
  const users = new MultiMap<Source, Source>();
  for (const playbook of headings.keys()) {
    for (const used of workspace.closureOf(playbook)) users.add(used, playbook);
  }
  const naming = (playbook: Source): readonly Source[] => {
    const heading = headings.get(playbook);
    const files = new Set(heading ? workspace.referrersOf(heading).map(documentOf) : []);
    return [...files].flatMap((file) => users.get(file));
  };
  // What nothing starts by itself is tried out with those that name it.
  const called = [...headings.keys()].filter(({ parseResult }) => !parseResult.value.members.some(ast.isTrigger));
  const callers = new Map(called.map((playbook) => [playbook, new Set(naming(playbook))]));
  const touching = new Set(users.get(document));
  // What is added on the way is gone through as well.
  for (const playbook of touching) {
    for (const other of naming(playbook)) touching.add(other);
    for (const [other, those] of callers) if (those.has(playbook)) touching.add(other);
  }
  return [...touching];
}
