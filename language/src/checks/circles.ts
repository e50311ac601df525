/**
 * The shortest way that leads from `start` back to it: `start` first and last. Nothing if there is none. Each node is visited once, so that the
 * cost is that of looking at what can be reached.
 */
export function shortestCircle<Node>(start: Node, next: (node: Node) => Iterable<Node>): readonly Node[] | undefined {
  const cameFrom = new Map<Node, Node>();
  const seen = new Set([start]);
  for (const node of seen) {
    for (const follower of next(node)) {
      if (follower === start) return [...wayBack(node, start, cameFrom).reverse(), start];
      if (seen.has(follower)) continue;
      seen.add(follower);
      cameFrom.set(follower, node);
    }
  }
  return undefined;
}

function wayBack<Node>(end: Node, start: Node, cameFrom: ReadonlyMap<Node, Node>): Node[] {
  const way: Node[] = [];
  for (let at: Node | undefined = end; at !== undefined && at !== start; at = cameFrom.get(at)) way.push(at);
  return [...way, start];
}
