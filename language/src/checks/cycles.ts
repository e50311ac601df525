import { type AstNode, AstUtils, type Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import type { CheckContext } from './check.ts';
import { shortestCircle } from './circles.ts';

type Circular = ast.Situation | ast.PhraseList;
type Named<Node extends Circular> = ReadonlyMap<Node, readonly Node[]>;

/**
 * No situation is defined by itself, and no phrase list contains itself, directly or through others. Each circle is reported once, where the
 * first of it is declared. One over several files needs files that use each other in a circle, which is reported already.
 */
export function declarationsMustNotGoInCircles(file: ast.PlaybookFile, { report }: CheckContext): void {
  for (const circle of circlesAmong(file.members.filter(ast.isSituation), situationsNamedIn)) {
    if (circle[0]) report('situation-cycle', { path: circle.map(nameOf) }, { node: circle[0], property: 'name' });
  }
  for (const circle of circlesAmong(file.members.filter(ast.isPhraseList), listsNamedIn)) {
    if (circle[0]) report('phrase-cycle', { path: circle.map(nameOf) }, { node: circle[0], property: 'name' });
  }
}

function* circlesAmong<Node extends Circular>(
  nodes: readonly Node[],
  namedIn: (node: Node) => readonly Node[],
): Generator<readonly Node[]> {
  const own = new Set(nodes);
  const graph = withoutEnds(new Map(nodes.map((node) => [node, namedIn(node).filter((other) => own.has(other))])));
  const reported = new Set<Node>();
  for (const node of graph.keys()) {
    if (reported.has(node)) continue;
    const circle = shortestCircle(node, (at) => graph.get(at) ?? []);
    for (const member of circle ?? []) reported.add(member);
    if (circle) yield circle;
  }
}

/** What is left of a graph when all that names nothing (more) in it is taken out. As a rule that is nothing, found in one go. */
function withoutEnds<Node extends Circular>(graph: Named<Node>): Named<Node> {
  const open = new Map([...graph].map(([node, named]) => [node, named.length]));
  const namedBy = new Map<Node, Node[]>();
  for (const [node, named] of graph) {
    for (const other of named) {
      const known = namedBy.get(other);
      if (known) known.push(node);
      else namedBy.set(other, [node]);
    }
  }
  const ends = new Set([...graph.keys()].filter((node) => open.get(node) === 0));
  for (const end of ends) {
    for (const node of namedBy.get(end) ?? []) {
      const left = (open.get(node) ?? 0) - 1;
      open.set(node, left);
      if (left === 0) ends.add(node);
    }
  }
  return new Map([...graph].filter(([node]) => !ends.has(node)));
}

function situationsNamedIn(situation: ast.Situation): readonly ast.Situation[] {
  return [situation.when, situation.unless].flatMap((condition) =>
    condition
      ? AstUtils.streamAst(condition)
          .filter(ast.isComparison)
          .flatMap((comparison) => named(comparison.subject, ast.isSituation))
          .toArray()
      : [],
  );
}

function listsNamedIn(list: ast.PhraseList): readonly ast.PhraseList[] {
  return [...(list.patterns ?? []), ...(list.exceptions ?? [])].flatMap((source) =>
    ast.isPhraseListReference(source) ? named(source.list, ast.isPhraseList) : [],
  );
}

function named<Node extends Circular>(
  reference: Reference<AstNode> | undefined,
  is: (node: unknown) => node is Node,
): readonly Node[] {
  const target = reference?.ref;
  return is(target) ? [target] : [];
}

function nameOf({ name }: Circular): string {
  return name;
}
