import { listed } from '../findings/words.ts';
import type * as ast from '../generated/ast.ts';
import { type ByType, readBy } from './by-type.ts';
import { amountWords, named, namedAll, phraseWords } from './quote.ts';

/** What an agent never does, to follow `never`. */
export function actWords(acts: readonly ast.Act[] | undefined): string {
  return (
    listed(
      (acts ?? []).map((act) => readBy(ACTS, act)),
      'or',
    ) || '…'
  );
}

const ACTS: ByType<ast.Act, string> = {
  SayAct: ({ phrases }) => `say ${phraseWords(phrases, 'anything')}`,
  MentionAct: ({ facts }) => `mention ${namedAll(facts, 'or')}`,
  AskAct: ({ fields }) => `ask for ${namedAll(fields, 'or')}`,
  OfferAct: ({ anything, offer, over, inTotal }) => {
    const what = anything ? 'anything' : named(offer);
    if (!over) return `offer ${what}`;
    const amount = amountWords(over);
    return inTotal
      ? `offer ${what} that takes all offers together over ${amount}`
      : `offer ${what} worth over ${amount}`;
  },
  DoAct: ({ action }) => `do ${named(action)}`,
  WarnAct: () => 'warn the customer',
  ReplyAct: () => 'reply',
  EscalateAct: () => 'escalate',
  EndAct: () => 'end the conversation',
};
