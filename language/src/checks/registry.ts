import type { AstNode } from 'langium';
import type { PlaybookAstType } from '../generated/ast.ts';
import { countedMustBeOneThing, happeningMustBeOneThing, saidMustBeOneThing } from './ambiguity.ts';
import {
  factMustBeAnAmount,
  limitMustBeInTheOffersCurrency,
  moneyMustBePayable,
  offeredWorthMustBeInTheOffersCurrency,
  unitMustExist,
  valueInMoneyMustBePayable,
} from './amounts.ts';
import {
  boundaryMustRuleSomething,
  eachTimeMustHaveReactions,
  reactionsMustComeInOrder,
  reactionsMustHaveACause,
  sayInsteadMustReplaceSomething,
} from './boundaries.ts';
import type { Check } from './check.ts';
import { usedFilesMustNotClash } from './clashes.ts';
import { commentShouldDescribeADeclaration } from './comments.ts';
import {
  andAndOrMustNotMix,
  approvalMustBeOfAnAct,
  presentMustNotBeCounted,
  questionMustFitItsSubject,
} from './conditions.ts';
import { conditionsMustEndTheirLine } from './conditions-in-front.ts';
import { declarationsMustNotGoInCircles } from './cycles.ts';
import { periodMustNotEndBeforeItBegins } from './dates.ts';
import {
  choiceMustBeNamedOnce,
  nameMustBeGivenOnce,
  nameMustNotBeTakenByAUsedFile,
  playbookMustHaveANameOfItsOwn,
  stageMustBeNamedOnce,
} from './duplicates.ts';
import { durationMustBeUsable } from './durations.ts';
import {
  agentCareMustDoSomething,
  escalationMustReachSomebody,
  followUpMustSayWhen,
  ladderMustNotAskTheSameTeamAgain,
  trendMustTellSomebody,
} from './escalations.ts';
import { everyStageMustHaveAStep, stagesMustComeInOrder } from './frameworks.ts';
import { fieldsInConditionsMustBeGathered } from './gathering.ts';
import {
  nothingMustBeatItself,
  playbookMustHaveAnOwner,
  playbookMustHaveAVersion,
  playbookMustHaveSteps,
  playbookShouldBeStarted,
  playbookThatGoesOnShouldBeInUse,
  reviewShouldNotBeOverdue,
  statusMustBeKnown,
} from './headings.ts';
import { valuesMustNotBeJoined } from './joined-values.ts';
import { languageMustBeKnown } from './languages.ts';
import {
  choicesShouldNotRepeat,
  givenFactsShouldNotRepeat,
  listShouldNotRepeat,
  phraseListsShouldNotRepeat,
} from './lists.ts';
import { nameMustBeAllowed } from './names.ts';
import {
  conversationsMustBeCountable,
  occurrencesMustBeCountable,
  rangeMustGoUp,
  repeatsMustBeCountable,
  runMustBeCountable,
  versionMustHaveThreeNumbers,
} from './numbers.ts';
import { phraseMustHaveTheForm } from './phrases.ts';
import { placeholderMustBeFilledIn, placeholderShouldStandInBraces } from './placeholders.ts';
import {
  linesMustNotBeRepeated,
  linesMustStandWhereTheyBelong,
  membersMustComeInOrder,
  wordsMustMeanSomething,
} from './placement.ts';
import { scenarioShouldExpectSomething, timeAndLanguageMustBeGivenFirst } from './scenarios.ts';
import { followUpShouldGiveGuidance, stepShouldGiveGuidance, stepShouldHaveAGoal } from './steps.ts';
import { fileWithStepsMustHaveAHeading, teamMustNotPassOnToItself, teamMustSayHowSoonItAnswers } from './structure.ts';
import { daysMustBeClear, hoursMustHaveOneTimeZone } from './teams.ts';
import { textMustNotBeEmpty } from './texts.ts';
import { clockMustShowATime, hoursMustBeTimes } from './times.ts';
import { wordsMustBeWellWritten } from './tokens.ts';
import { declarationShouldBeUsed } from './unused.ts';
import { fileShouldBeUsedOnce, filesMustNotUseEachOther, usedFileShouldBeNeeded } from './uses.ts';
import { reportedValueMustFit } from './values.ts';
import { agentWordsShouldBeWellChosen } from './wording/agent-words.ts';

type Checks = { readonly [Type in keyof PlaybookAstType]?: readonly Check<PlaybookAstType[Type] & AstNode>[] };

/** Which checks look at which kind of node. A check's name says what it holds; everything else is in its own file. */
const checks: Checks = {
  // The file and its members
  PlaybookFile: [
    linesMustStandWhereTheyBelong,
    wordsMustMeanSomething,
    linesMustNotBeRepeated,
    conditionsMustEndTheirLine,
    membersMustComeInOrder,
    commentShouldDescribeADeclaration,
    nameMustBeGivenOnce,
    nameMustNotBeTakenByAUsedFile,
    usedFilesMustNotClash,
    declarationShouldBeUsed,
    filesMustNotUseEachOther,
    fileShouldBeUsedOnce,
    usedFileShouldBeNeeded,
    fileWithStepsMustHaveAHeading,
    wordsMustBeWellWritten,
    declarationsMustNotGoInCircles,
    fieldsInConditionsMustBeGathered,
  ],
  Heading: [
    nameMustBeAllowed,
    playbookMustHaveANameOfItsOwn,
    playbookMustHaveAnOwner,
    playbookMustHaveAVersion,
    playbookMustHaveSteps,
    playbookShouldBeStarted,
    nothingMustBeatItself,
    everyStageMustHaveAStep,
    stagesMustComeInOrder,
  ],
  Signal: [nameMustBeAllowed],
  Field: [nameMustBeAllowed],
  Action: [nameMustBeAllowed],
  Situation: [nameMustBeAllowed],
  Wording: [nameMustBeAllowed],
  PhraseList: [nameMustBeAllowed, phraseListsShouldNotRepeat],
  Team: [nameMustBeAllowed, teamMustSayHowSoonItAnswers, hoursMustHaveOneTimeZone],
  Framework: [nameMustBeAllowed, stageMustBeNamedOnce],
  Stage: [nameMustBeAllowed],
  Trigger: [nameMustBeAllowed],
  Step: [nameMustBeAllowed, stepShouldHaveAGoal, stepShouldGiveGuidance],
  Boundary: [
    nameMustBeAllowed,
    boundaryMustRuleSomething,
    eachTimeMustHaveReactions,
    reactionsMustHaveACause,
    reactionsMustComeInOrder,
    sayInsteadMustReplaceSomething,
  ],
  Escalation: [nameMustBeAllowed, escalationMustReachSomebody, nothingMustBeatItself],
  FollowUp: [nameMustBeAllowed, followUpMustSayWhen, followUpShouldGiveGuidance],
  AgentCare: [nameMustBeAllowed, agentCareMustDoSomething],
  Trend: [nameMustBeAllowed, countedMustBeOneThing, trendMustTellSomebody, conversationsMustBeCountable],
  Scenario: [scenarioShouldExpectSomething, timeAndLanguageMustBeGivenFirst],
  // Texts, names and values
  Text: [textMustNotBeEmpty, placeholderMustBeFilledIn, placeholderShouldStandInBraces, agentWordsShouldBeWellChosen],
  Choice: [nameMustBeAllowed],
  ChoiceType: [choiceMustBeNamedOnce],
  RangeType: [rangeMustGoUp],
  UnitType: [unitMustExist, rangeMustGoUp],
  NumberLiteral: [valueInMoneyMustBePayable],
  Duration: [durationMustBeUsable],
  Money: [moneyMustBePayable],
  FactAmount: [factMustBeAnAmount],
  FactValue: [reportedValueMustFit],
  ClockFact: [clockMustShowATime],
  LanguageFact: [languageMustBeKnown],
  Translation: [languageMustBeKnown],
  Phrase: [phraseMustHaveTheForm],
  DayRange: [daysMustBeClear],
  // Conditions
  Logic: [andAndOrMustNotMix, valuesMustNotBeJoined],
  Comparison: [happeningMustBeOneThing, questionMustFitItsSubject],
  ValueRelation: [runMustBeCountable],
  OneOfRelation: [choicesShouldNotRepeat, runMustBeCountable],
  HappenedRelation: [occurrencesMustBeCountable],
  Speech: [phraseListsShouldNotRepeat, presentMustNotBeCounted, occurrencesMustBeCountable],
  Approval: [approvalMustBeOfAnAct],
  // Lines
  Beats: [listShouldNotRepeat('others')],
  Status: [statusMustBeKnown],
  ReviewBy: [reviewShouldNotBeOverdue],
  Otherwise: [teamMustNotPassOnToItself],
  Do: [listShouldNotRepeat('channels')],
  Say: [listShouldNotRepeat('channels')],
  Ask: [listShouldNotRepeat('channels')],
  Offer: [nameMustBeAllowed, listShouldNotRepeat('channels')],
  ContinueWith: [playbookThatGoesOnShouldBeInUse],
  Complete: [playbookThatGoesOnShouldBeInUse],
  Record: [listShouldNotRepeat('fields')],
  Commitment: [nameMustBeAllowed],
  SayAct: [phraseListsShouldNotRepeat],
  MentionAct: [listShouldNotRepeat('facts')],
  AskAct: [listShouldNotRepeat('fields')],
  AlwaysRecord: [listShouldNotRepeat('fields')],
  AlwaysSay: [saidMustBeOneThing],
  Ladder: [ladderMustNotAskTheSameTeamAgain],
  Tell: [ladderMustNotAskTheSameTeamAgain],
  HandOver: [listShouldNotRepeat('facts')],
  Given: [givenFactsShouldNotRepeat],
  CustomerSays: [givenFactsShouldNotRepeat],
  ExpectHandover: [listShouldNotRepeat('facts')],
  OfferAct: [limitMustBeInTheOffersCurrency],
  AgentOffers: [offeredWorthMustBeInTheOffersCurrency],
  AgentRecords: [reportedValueMustFit],
  Version: [versionMustHaveThreeNumbers],
  Validity: [periodMustNotEndBeforeItBegins],
  OpeningHours: [hoursMustBeTimes],
  Repeat: [repeatsMustBeCountable],
};

/** The checks of a node's own type. */
export function checksFor(node: AstNode): readonly Check<AstNode>[] {
  return (checks[node.$type as keyof PlaybookAstType] as readonly Check<AstNode>[] | undefined) ?? [];
}
