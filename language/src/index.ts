export type { Check, CheckContext } from './checks/check.ts';
export { phrasePlace } from './checks/phrases.ts';
export { rangeOf, rangeWithin } from './checks/places.ts';
export { findingsOf, PlaybookValidator, toDiagnostic } from './checks/validator.ts';
export { catalogue, type FindingCode, type FindingParameters, finding } from './findings/catalogue.ts';
export type { Finding, RelatedPlace, Severity } from './findings/finding.ts';
export { nearest } from './findings/words.ts';
export * as ast from './generated/ast.ts';
export { PlaybookGeneratedModule, PlaybookGeneratedSharedModule } from './generated/module.ts';
export { documentOf, fileOf, headingOf } from './linking/files.ts';
export type { UsedFile, Workspace } from './linking/workspace.ts';
export { type Placeholder, readString, type Segment, type StringReading, stringValue } from './parsing/strings.ts';
export {
  type PatternAlternative,
  type PatternElement,
  type PatternProblem,
  type PatternSpan,
  parsePattern,
} from './phrases/pattern.ts';
export {
  type CheckSettings,
  createPlaybookLanguage,
  type PlaybookLanguage,
  type PlaybookServices,
  playbookModule,
  playbookSharedModule,
} from './services.ts';
export { noteOf } from './structure/notes.ts';
export { linesOf } from './structure/placement.ts';
export { visitWords } from './structure/tree.ts';
export { BUILTIN_FACTS, type BuiltinFactName, RESERVED_WORDS } from './structure/words.ts';
export { currencyDecimals } from './vocabulary/currencies.ts';
export { languageTag } from './vocabulary/languages.ts';
export { convertTime, inSeconds, type TimeUnit, timeUnit } from './vocabulary/time-units.ts';
