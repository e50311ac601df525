import type { Id } from '@poise/runtime';
import type { ScenarioRun } from '../scenarios/index.ts';
import { happens, type Suggestion } from './suggestion.ts';

/** What the customer can say to the offers that have been made and not been answered since. */
export function answersToOffers({ turns }: ScenarioRun): readonly Suggestion[] {
  const open = new Set<Id>();
  for (const { event, guidance } of turns) {
    if (event.type === 'customerAccepts' || event.type === 'customerDeclines') {
      const answered = event.offer ?? [...open].at(-1);
      if (answered !== undefined) open.delete(answered);
    }
    for (const { kind, id } of guidance.happened) if (kind === 'offer') open.add(id);
    if (guidance.state === 'closed') open.clear();
  }
  return [...open].flatMap((offer) => [
    happens(`Accept \`${offer}\``, { type: 'customerAccepts', offer }),
    happens(`Decline \`${offer}\``, { type: 'customerDeclines', offer }),
  ]);
}
