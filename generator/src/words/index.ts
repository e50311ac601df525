/** The words for what came of a conversation: for whoever shows it to people. */
export { becauseOf, factWords } from './because-words.ts';
export { type FailureInWords, failureInWords, type WhyInWords } from './failure-words.ts';
export { faultWords } from './fault-words.ts';
export { listed, quoted, someOf } from './quoted.ts';
