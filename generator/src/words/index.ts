/** The words for what came of a conversation, and how words are put: for whoever shows something to people. */
export { becauseOf, factWords } from './because-words.ts';
export { counted, grouped } from './counted.ts';
export { daysFrom, daysWords, nameOfDay, openWords } from './days.ts';
export { type FailureInWords, failureInWords, type WhyInWords } from './failure-words.ts';
export { faultWords } from './fault-words.ts';
export { plain, plainLines } from './plain.ts';
export { listed, quoted, someOf } from './quoted.ts';
export { amountWords, conditionWords, isNamed } from './rule-parts.ts';
export { LONGEST_QUOTE, sentence } from './sentence.ts';
