import { AstUtils, type Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import { documentOf, fileOf, headingOf } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { visitNodes } from '../structure/tree.ts';
import type { CheckContext } from './check.ts';

/**
 * A condition of a playbook asks only of fields that something gathers: a question, a line that records, a rule that demands the record. A follow
 * up's `until` may ask of any: what the customer answers to it is recorded when the conversation is over. Of a library nothing is said:
 * what gathers its fields may be in the playbooks that use it. Nor of its fields in a playbook that calls others or is called by them: they share those.
 */
export function fieldsInConditionsMustBeGathered(file: ast.PlaybookFile, { report, workspace }: CheckContext): void {
  if (!headingOf(file)) return;
  let gathered: ReadonlySet<ast.Field> | undefined;
  const reported = new Set<ast.Field>();
  visitNodes(file, (node) => {
    if (!ast.isComparison(node)) return;
    const field = node.subject?.ref;
    if (!ast.isField(field) || reported.has(field) || AstUtils.getContainerOfType(node, ast.isRepeat)) return;
    gathered ??= fieldsGatheredFor(file, workspace);
    if (gathered.has(field) || (fileOf(field) !== file && isPartOfMore(file))) return;
    reported.add(field);
    report('never-gathered', { field: field.name }, { node, property: 'subject' });
  });
}

/** Whether other playbooks have their part in a conversation by this one: it runs them, or has no trigger and is run by them. */
function isPartOfMore(file: ast.PlaybookFile): boolean {
  return (
    !file.members.some(ast.isTrigger) ||
    AstUtils.streamAllContents(file).some((node) => ast.isComplete(node) || ast.isContinueWith(node))
  );
}

function fieldsGatheredFor(file: ast.PlaybookFile, workspace: Workspace): ReadonlySet<ast.Field> {
  const fields = new Set<ast.Field>();
  for (const document of workspace.closureOf(documentOf(file))) {
    for (const member of document.parseResult.value.members) {
      for (const line of 'items' in member ? (member.items ?? []) : []) {
        for (const field of gatheredBy(line)) if (field.ref) fields.add(field.ref);
      }
    }
  }
  return fields;
}

function gatheredBy(line: ast.Item): readonly Reference<ast.Field>[] {
  if (ast.isAsk(line)) return line.field ? [line.field] : [];
  return ast.isRecord(line) || ast.isAlwaysRecord(line) ? line.fields : [];
}
