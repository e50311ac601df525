import type { AstNode, LangiumDocument, Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';
import { visitNodes } from '../structure/tree.ts';
import { subjectType } from './scope.ts';

/** A name in a file that stands for a playbook, in whichever file of the workspace that may be. */
export interface NamedPlaybook {
  readonly name: string;
  readonly place: { readonly node: AstNode; readonly property: string; readonly index?: number };
  /** What is done with it: it is gone over to, it may have to give way, it is expected, or it is only asked whether it has happened. */
  readonly use: 'starts' | 'beats' | 'expects' | 'asks';
}

/** All playbooks that a file names, in the order written. What has happened is a playbook if it is nothing nearer. */
export function playbooksNamedIn(
  document: LangiumDocument<ast.PlaybookFile>,
  { Workspace: workspace, shared }: PlaybookServices,
): readonly NamedPlaybook[] {
  const named: NamedPlaybook[] = [];
  const add = (reference: Reference | undefined, use: NamedPlaybook['use'], place: NamedPlaybook['place']): void => {
    // After a mistake there may be none, or one without letters.
    if (reference?.$refText) named.push({ name: reference.$refText, use, place });
  };
  const isNearer = (name: string | undefined): boolean =>
    name === undefined || workspace.visible(document, shared.AstReflection.getAllSubTypes(HAPPENING), name).length > 0;
  visitNodes(document.parseResult.value, (node) => {
    if (ast.isContinueWith(node) || ast.isComplete(node)) {
      add(node.playbook, 'starts', { node, property: 'playbook' });
    } else if (ast.isExpectPlaybook(node)) {
      add(node.playbook, 'expects', { node, property: 'playbook' });
    } else if (ast.isBeats(node) && ast.isHeading(node.$container)) {
      for (const [index, other] of node.others.entries()) add(other, 'beats', { node, property: 'others', index });
    } else if (ast.isTrend(node) || (ast.isComparison(node) && subjectType(node, '') === HAPPENING)) {
      if (!isNearer(node.subject?.$refText)) add(node.subject, 'asks', { node, property: 'subject' });
    }
  });
  return named;
}

const HAPPENING = 'Happening';
