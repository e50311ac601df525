/** The compiled format: types and validators, made from `schema/`. */
export type * from './generated/format.ts';
export { type Validate, validateIndex, validatePlaybook } from './generated/validators.js';
export {
  type CompiledPhrase,
  type CompiledPhraseList,
  findPhrase,
  findPhraseIn,
  type Message,
  type PhraseElement as CompiledPhraseElement,
  type PhraseMatch,
  readMessage,
  TEXT_KINDS,
  utf16Offset,
  type Word,
  wordsOf,
} from './phrases/index.ts';
