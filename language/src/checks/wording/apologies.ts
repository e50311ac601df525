import type { WordingLint } from './lint.ts';
import { finderOf } from './words.ts';

/**
 * Apologies that could be about anything, or that are sorry for nothing but somebody's feelings. Every guide to service recovery has them:
 * an apology names what went wrong. `The inconvenience of waiting in all day` does name it.
 */
const apologiesIn = finderOf([
  {
    phrases: [
      'sorry/apologise/apologize/apologies/apology/regret ... any/the/this/your inconvenience',
      'any inconvenience this/that/it may/might/has',
      'any inconvenience caused',
      'sorry/apologise/apologize/apologies/apology/regret ... any trouble/confusion/upset/distress/frustration/delay/delays/problems/issues',
      'sorry you feel/felt that/this way',
      'sorry that/if you feel/felt that/this way',
      'sorry if you feel/felt/are/were',
    ],
    except: ['the/this/your inconvenience of/that/when', 'any ... of losing/waiting/having/being'],
    instead: 'say what you are sorry for, such as `I am sorry you waited in all day`',
  },
]);

/** An apology says what it is for. */
export const apologyShouldBeParticular: WordingLint = ({ text }, report) => {
  for (const { start, end, instead } of apologiesIn(text)) {
    report('generic-apology', { words: text.slice(start, end), instead }, { start, end });
  }
};
