/** Phrase matching: what a message says, whatever its case, punctuation, spacing or Unicode form. */
export { TEXT_KINDS, type TextKind } from './kinds.ts';
export {
  type CompiledPhrase,
  type CompiledPhraseList,
  findPhrase,
  findPhraseIn,
  type PhraseElement,
  type PhraseMatch,
} from './match.ts';
export { type Message, readMessage } from './message.ts';
export { type ListMatch, type PhraseIndex, phraseIndex } from './phrase-index.ts';
export { utf16Offset, type Word, wordsOf } from './words.ts';
