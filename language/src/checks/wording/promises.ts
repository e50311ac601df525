import type { WordingLint } from './lint.ts';
import { type AvoidedWords, finderOf } from './words.ts';

/**
 * Hope that nobody can vouch for. Service training asks for what will be done and by when, and to promise rather less than what will be
 * kept; what the product or the law guarantees (`under guarantee`, `guaranteed for two years`) is no promise of the agent's.
 */
const PROMISES: readonly AvoidedWords[] = [
  {
    phrases: [
      "will/'ll/won't definitely",
      "definitely will/won't",
      "is/are/'s/'re/'m/am definitely going to",
      'i/we guarantee',
      "i/we can/do/will/'ll/absolutely/fully guarantee",
      'guaranteed to',
      "is/are/'s/'re guaranteed",
      '100 sure/certain/guaranteed/safe',
      'hundred/100 percent sure/certain/guaranteed/safe',
      'hundred/100 per cent sure/certain/guaranteed/safe',
      "will/'ll 100",
      'without fail',
      'no matter what',
      "no/zero way/chance this/it/that/you can/will/'ll/could",
      "nothing will/can/could/'ll go wrong",
      "everything will/'ll be fine/ok/okay/alright/perfect",
      "everything will/'ll be all right",
      'i/we promise you/it/this/that/your/nothing/everything/there',
      'i/we can/do promise you/it/this/that/your/nothing/everything/there',
    ],
    except: [
      'not guaranteed',
      'never guaranteed',
      'guaranteed for/until/under/against/by',
      'not 100',
      "i/we ... promise you i/we/i'll/we'll/to",
      "i/we ... promise that i/we/i'll/we'll",
    ],
    instead: 'say what you will do, and by when',
  },
  {
    phrases: [
      "won't happen again",
      'will not/never happen again',
      "'ll never happen again",
      "will/'ll never ... again",
      "will/'ll never have/need to",
    ],
    instead: 'say what has been changed so that it need not happen again',
  },
  {
    phrases: ["will/'ll always", "will/'ll never let/fail"],
    instead: 'say what you will do this time',
  },
  {
    phrases: ['i/we assure you', 'i/we can/do/would assure you', 'trust me', 'mark my words'],
    except: ['trust me with/to/on', 'you/to/not trust me', "don't/didn't/can't trust me"],
    instead: 'leave it out, and say what you have done or will do',
  },
];

const promisesIn = finderOf(PROMISES);

/** Nothing is promised in absolute words. */
export const promisesShouldBeKeepable: WordingLint = ({ text }, report) => {
  for (const { start, end, instead } of promisesIn(text)) {
    report('absolute-promise', { words: text.slice(start, end), instead }, { start, end });
  }
};
