import type { Reaction, Response } from '@poise/runtime';
import { byMoreAndLess, type Direction, together } from './direction.ts';

/** How hard a reaction is on the customer. */
const WEIGHT: Readonly<Record<Response['kind'], number>> = { warn: 1, escalate: 2, endConversation: 3 };

/** The harder a reaction, and the sooner it comes, the tighter. */
export function compareReactions(before: readonly Reaction[], after: readonly Reaction[]): Direction {
  const crossings = [...new Set([...before, ...after].map(({ from }) => from))];
  return together(
    crossings.map((crossing) => {
      const was = responseAt(before, crossing);
      const is = responseAt(after, crossing);
      if (was?.kind === 'escalate' && is?.kind === 'escalate') return was.team === is.team ? 'same' : 'moved';
      const [old, present] = [was, is].map((response) => (response ? WEIGHT[response.kind] : 0)) as [number, number];
      return byMoreAndLess(present > old, present < old);
    }),
  );
}

function responseAt(reactions: readonly Reaction[], crossing: number): Response | undefined {
  return reactions.findLast(({ from }) => from <= crossing)?.response;
}
