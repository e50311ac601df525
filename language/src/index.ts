export { type Absence, absentUse } from './checks/absent-uses.ts';
export type { Check, CheckContext, Place } from './checks/check.ts';
export { isRetired } from './checks/headings.ts';
export { phrasePlace } from './checks/phrases.ts';
export { rangeOf, rangeWithin } from './checks/places.ts';
export { findingsOf, PlaybookValidator, toDiagnostic } from './checks/validator.ts';
export { isEnglish } from './checks/wording/english.ts';
export { type FormAt, formsAt } from './completing/forms-at.ts';
export type { Offer } from './completing/offers/offer.ts';
export { cursorAt, type Offers, offersAt } from './completing/offers-at.ts';
export type { Sight } from './completing/sight.ts';
export {
  catalogue,
  codeLike,
  type FindingCode,
  type FindingParameters,
  finding,
  isAlwaysError,
  isFindingCode,
  isWordingCode,
} from './findings/catalogue.ts';
export type { Finding, FindingText, RelatedPlace, Severity } from './findings/finding.ts';
export { provenRoles } from './findings/proven.ts';
export { shortened } from './findings/shortened.ts';
export { situationWords } from './findings/witness.ts';
export { code, nearest, oneOf } from './findings/words.ts';
export type { Edited, Offered } from './fixes/edited.ts';
export { belowPlace } from './fixes/lines.ts';
export { fixAllOfKind, fixAllSafe, leaveOutUses, type QuickFix, quickFixes } from './fixes/quick-fixes.ts';
export { type Formatting, type FormattingEdit, formatText } from './formatting/format-text.ts';
export * as ast from './generated/ast.ts';
export { PlaybookGeneratedModule, PlaybookGeneratedSharedModule } from './generated/module.ts';
export { PlaybookDocuments } from './linking/documents.ts';
export { documentOf, fileOf, headingOf, isRead } from './linking/files.ts';
export { type NamedPlaybook, playbooksNamedIn } from './linking/named-playbooks.ts';
export { factFor } from './linking/usage.ts';
export { type Declared, declaredIn, type UsedFile, type Workspace } from './linking/workspace.ts';
export { type NamePlace, namedAt, nameOf, occurrencesOf, sameAs } from './names/named.ts';
export { type Renaming, rename } from './names/rename.ts';
export { reparse } from './parsing/reparse.ts';
export { type Placeholder, readString, type Segment, type StringReading, stringValue } from './parsing/strings.ts';
export { textValue } from './parsing/texts.ts';
export {
  type PatternAlternative,
  type PatternElement,
  type PatternProblem,
  type PatternSpan,
  parsePattern,
} from './phrases/pattern.ts';
export { readingAt } from './reading/reading-at.ts';
export { type Refactoring, refactorings } from './refactorings/refactorings.ts';
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
export { visitNodes, visitWords, writtenWords } from './structure/tree.ts';
export { isWaypoint, stepAfter, type Way, type Waypoint, waysFrom, waysTo } from './structure/ways.ts';
export { BUILTIN_FACTS, type BuiltinFactName, RESERVED_WORDS } from './structure/words.ts';
export { suppress } from './suppressions/suppress.ts';
export type { Suppression } from './suppressions/suppressions.ts';
export { currencyDecimals, currencyLike, EXAMPLE_CURRENCY } from './vocabulary/currencies.ts';
export { languageTag } from './vocabulary/languages.ts';
export { convertTime, inSeconds, lengthIn, type TimeUnit, timeUnit } from './vocabulary/time-units.ts';
