import type { Id, Worth } from '@poise/runtime';
import { quoted } from '../words/index.ts';
import { teamDoes } from './team-does.ts';
import type { UntimedEvent } from './untimed-event.ts';

/** What whoever tries a playbook out can do about an item of the card. */
export type Suggestion =
  /** Let this happen. `words` say what: `supervisors answer`. */
  | { readonly does: 'event'; readonly words: string; readonly event: UntimedEvent }
  /** Write down what this field is. */
  | { readonly does: 'record'; readonly field: Id }
  /** Offer this; where its worth is up to something, or nobody knows it, one says how much. */
  | { readonly does: 'offer'; readonly offer: Id; readonly worth?: Worth; readonly isOpenWorth: boolean };

export function happens(words: string, event: UntimedEvent): Suggestion {
  return { does: 'event', words, event };
}

/** What a team may say to an act that waits for its approval: of an offer, else of the next reply. */
export function decisions(teams: readonly Id[], offer?: Id): readonly Suggestion[] {
  const about = offer === undefined ? {} : { offer };
  return [...new Set(teams)].flatMap((team) => [
    happens(teamDoes(quoted(team), 'approve'), { type: 'teamApproves', team, ...about }),
    happens(teamDoes(quoted(team), 'decline'), { type: 'teamDeclines', team, ...about }),
  ]);
}
