import type { AstNode } from 'langium';
import type { PlaybookAstType } from '../generated/ast.ts';
import {
  factMustBeAnAmount,
  limitMustBeInTheOffersCurrency,
  moneyMustBePayable,
  offeredWorthMustBeInTheOffersCurrency,
  unitMustExist,
  valueInMoneyMustBePayable,
} from './amounts.ts';
import type { Check } from './check.ts';
import {
  andAndOrMustNotMix,
  approvalMustBeOfAnAct,
  presentMustNotBeCounted,
  questionMustFitItsSubject,
} from './conditions.ts';
import { declarationsMustNotGoInCircles } from './cycles.ts';
import { periodMustNotEndBeforeItBegins } from './dates.ts';
import { durationMustBeUsable } from './durations.ts';
import { fieldsInConditionsMustBeGathered } from './gathering.ts';
import { languageMustBeKnown } from './languages.ts';
import {
  conversationsMustBeCountable,
  occurrencesMustBeCountable,
  rangeMustGoUp,
  repeatsMustBeCountable,
  runMustBeCountable,
  versionMustHaveThreeNumbers,
} from './numbers.ts';
import { phraseMustHaveTheForm } from './phrases.ts';
import { daysMustBeClear, hoursMustHaveATimeZone } from './teams.ts';
import { clockMustShowATime, hoursMustBeTimes } from './times.ts';
import { wordsMustBeWellWritten } from './tokens.ts';
import { reportedValueMustFit } from './values.ts';

type Checks = { readonly [Type in keyof PlaybookAstType]?: readonly Check<PlaybookAstType[Type] & AstNode>[] };

/** Which checks look at which kind of node. A check's name says what it holds; everything else is in its own file. */
const checks: Checks = {
  PlaybookFile: [wordsMustBeWellWritten, declarationsMustNotGoInCircles, fieldsInConditionsMustBeGathered],
  // Values
  RangeType: [rangeMustGoUp],
  UnitType: [unitMustExist, rangeMustGoUp],
  NumberLiteral: [valueInMoneyMustBePayable],
  Duration: [durationMustBeUsable],
  Money: [moneyMustBePayable],
  FactAmount: [factMustBeAnAmount],
  OfferAct: [limitMustBeInTheOffersCurrency],
  AgentOffers: [offeredWorthMustBeInTheOffersCurrency],
  FactValue: [reportedValueMustFit],
  AgentRecords: [reportedValueMustFit],
  ClockFact: [clockMustShowATime],
  LanguageFact: [languageMustBeKnown],
  Translation: [languageMustBeKnown],
  Version: [versionMustHaveThreeNumbers],
  Validity: [periodMustNotEndBeforeItBegins],
  OpeningHours: [hoursMustBeTimes],
  DayRange: [daysMustBeClear],
  Team: [hoursMustHaveATimeZone],
  Phrase: [phraseMustHaveTheForm],
  // Conditions
  Logic: [andAndOrMustNotMix],
  Comparison: [questionMustFitItsSubject],
  ValueRelation: [runMustBeCountable],
  OneOfRelation: [runMustBeCountable],
  Speech: [presentMustNotBeCounted, occurrencesMustBeCountable],
  HappenedRelation: [occurrencesMustBeCountable],
  Approval: [approvalMustBeOfAnAct],
  Repeat: [repeatsMustBeCountable],
  Trend: [conversationsMustBeCountable],
};

/** The checks of a node's own type. */
export function checksFor(node: AstNode): readonly Check<AstNode>[] {
  return (checks[node.$type as keyof PlaybookAstType] as readonly Check<AstNode>[] | undefined) ?? [];
}
