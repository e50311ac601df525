/** The compiled format: types and validators, made from `schema/`. */

export * from './conversation/index.ts';
export type * from './generated/format.ts';
// Conversations have types of these names, too.
export type { Act, Id } from './generated/format.ts';
export { validateIndex, validatePlaybook } from './generated/validators.js';
export { CAPABILITIES, type KnownCapability } from './loading/capabilities.ts';
export { type Loaded, type LoadOptions, load } from './loading/load.ts';
export type { ProblemCode } from './loading/messages.ts';
export type { LoadProblem } from './loading/problems.ts';
export {
  type CompiledPhrase,
  type CompiledPhraseList,
  findPhrase,
  findPhraseIn,
  type ListMatch,
  type Message,
  type PhraseElement as CompiledPhraseElement,
  type PhraseIndex,
  type PhraseMatch,
  phraseIndex,
  readMessage,
  TEXT_KINDS,
  utf16Offset,
  type Word,
  wordsOf,
} from './phrases/index.ts';
export type { Validate } from './validate.ts';
