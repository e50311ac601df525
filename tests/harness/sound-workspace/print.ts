import type { ast } from '@poise/language';
import type { AnyPlain, NodeType, Plain, PlainOf, Ref } from './plain.ts';
import { as, flat, name, number, type Part, ref, sameLine, sameLineAll, separated, type Token } from './tokens.ts';

/** The tokens of a node: of a member, only those of what comes before its lines. */
export function tokensOf(node: AnyPlain): Token[] {
  return flat(print(node));
}

/** How each kind of node is written: a new one doesn't compile until it stands here. */
const PRINTERS: { readonly [Type in NodeType]: (node: PlainOf<Type>) => Part } = {
  PlaybookFile: () => undefined,
  // Members
  Use: ({ path }) => ['use', as(path)],
  Heading: (node) => ['playbook', titled(node)],
  Signal: (node) => ['signal', name(node.name), print(node.valueType), node.fixed && 'fixed', maybe(node.title)],
  Field: (node) => ['field', name(node.name), print(node.valueType), maybe(node.title)],
  Action: (node) => ['action', titled(node)],
  Situation: (node) => ['situation', titled(node), guard(node)],
  Wording: (node) => [
    ['wording', name(node.name), print(node.text), node.translations.map(print)],
    node.approver && ['approved by', ref(node.approver)],
  ],
  Translation: ({ language, text }) => ['in', name(language), print(text)],
  PhraseList: (node) => [
    ['phrases', titled(node), ':', list(node.patterns)],
    node.exceptions.length > 0 && ['except', list(node.exceptions)],
  ],
  Team: (node) => ['team', titled(node)],
  Framework: (node) => ['framework', titled(node)],
  Stage: (node) => ['stage', titled(node), node.goal && ['goal', print(node.goal)], node.optional && 'optional'],
  Trigger: (node) => ['trigger', titled(node), guard(node)],
  Step: (node) => ['step', titled(node)],
  Boundary: (node) => ['boundary', titled(node)],
  Escalation: (node) => ['escalation', titled(node), guard(node)],
  FollowUp: (node) => ['follow up', titled(node), guard(node)],
  AgentCare: (node) => ['agent care', titled(node), guard(node)],
  Trend: (node) => [
    ['trend', titled(node), 'when', ref(node.subject), 'happens at least', number(node.times), 'times in the last'],
    print(node.window),
  ],
  Scenario: ({ title }) => ['scenario', print(title)],

  // Values
  RangeType: ({ min, max }) => ['from', number(min), 'to', number(max)],
  ChoiceType: ({ choices }) => ['one of', list(choices)],
  Choice: (node) => name(node.name),
  FlagType: () => 'yes or no',
  UnitType: ({ unit, min, max }) => [
    ['in', unit],
    min !== undefined && max !== undefined && ['from', number(min), 'to', number(max)],
  ],
  NumberType: () => 'number',
  CountType: () => 'count',
  DateType: () => 'date',
  TextType: () => 'text',
  NumberLiteral: ({ value, unit }) => [number(value), unit !== undefined && sameLine(unit)],
  FlagLiteral: ({ value }) => value,
  DateLiteral: ({ value }) => value,
  TextLiteral: ({ value }) => print(value),
  ChoiceLiteral: ({ choice }) => ref(choice),
  Text: ({ parts }) => parts.map(as),
  Duration: ({ amount, unit }) => [number(amount), sameLine(unit)],
  Money: ({ amount, currency }) => [number(amount), sameLine(currency)],
  FactAmount: ({ fact }) => ref(fact),
  Phrase: ({ text }) => as(text),
  PhraseListReference: (node) => ref(node.list),

  // Conditions
  Logic: ({ operands, operators }) => operands.map((one, index) => [operators[index - 1], print(one)]),
  Negation: ({ operand }) => ['not', print(operand)],
  Group: ({ condition }) => ['(', print(condition), ')'],
  Speech: (node) => [
    [node.speaker, node.past ? ['has', node.negated && 'not', 'said'] : 'says', list(node.phrases)],
    occurrences(node),
  ],
  Approval: ({ team }) => ['approved by', ref(team)],
  Comparison: ({ builtin, subject, relation }) => [builtin, subject && ref(subject), relation && print(relation)],
  KnownRelation: ({ negated }) => ['is', negated && 'not', 'known'],
  OpenRelation: ({ negated }) => ['is', negated && 'not', 'open'],
  HappenedRelation: (node) => ['has', node.negated && 'not', 'happened', occurrences(node)],
  OneOfRelation: (node) => [node.past ? 'has been' : 'is', 'one of', list(node.values), sampled(node)],
  ValueRelation: (node) => [
    node.past ? 'has been' : 'is',
    node.operator?.replace(/^(at|more|less)/, '$1 '),
    print(node.value),
    sampled(node),
  ],

  // Lines of headings and teams
  About: ({ text }) => ['about', print(text)],
  Owner: ({ text }) => ['owner', print(text)],
  Version: ({ value }) => ['version', value],
  Status: ({ value }) => ['status', name(value)],
  ReviewBy: ({ date }) => ['review by', date],
  Validity: ({ from, until }) => ['valid from', from, until !== undefined && ['until', until]],
  Follows: ({ framework }) => ['follows', ref(framework)],
  Beats: ({ everything, others }) => ['beats', everything ? 'everything' : separated(others.map(ref))],
  Source: ({ text }) => ['source', print(text)],
  Answers: ({ within }) => ['answers within', print(within)],
  OpeningHours: ({ days, opens, closes, zone }) => ['open', list(days), opens, 'to', closes, zone && as(zone)],
  DayRange: ({ daily, first, last }) => (daily ? 'daily' : [first, last !== undefined && ['to', last]]),
  ClosedDays: ({ dates }) => ['closed', separated(dates)],
  Otherwise: ({ team }) => ['otherwise', ref(team)],

  // Lines of steps
  StageReference: ({ stage }) => ['stage', ref(stage)],
  Goal: ({ text }) => ['goal', print(text)],
  Do: (node) => ['do', channels(node), maybe(node.text), node.action && ref(node.action), guard(node)],
  Say: (node) => [
    ['say', channels(node), node.alternatives.map((text, index) => [index > 0 && 'or', print(text)])],
    [node.wording && ref(node.wording), guard(node)],
  ],
  Ask: (node) => ['ask', channels(node), ref(node.field), maybe(node.text), guard(node)],
  Offer: (node) => [
    ['offer', channels(node), titled(node), node.worth && ['worth', node.upTo && 'up to', print(node.worth)]],
    guard(node),
  ],
  Record: (node) => ['record', separated(node.fields.map(ref)), guard(node)],
  Commitment: (node) => ['promise', name(node.name), 'within', print(node.within), guard(node)],
  DoneWhen: (node) => ['done', guard(node)],
  SkipWhen: (node) => ['skip', guard(node)],
  GoTo: (node) => ['go to', ref(node.step), guard(node)],
  ContinueWith: (node) => ['continue with', ref(node.playbook), guard(node)],
  Complete: (node) => ['complete', ref(node.playbook), guard(node)],
  Consult: (node) => ['consult', ref(node.team), guard(node)],
  EscalateTo: (node) => ['escalate to', ref(node.team), guard(node)],
  Never: (node) => ['never', acts(node.acts), guard(node)],

  // Acts
  SayAct: ({ phrases }) => ['say', list(phrases)],
  MentionAct: ({ facts }) => ['mention', separated(facts.map(ref))],
  AskAct: ({ fields }) => ['ask', separated(fields.map(ref))],
  OfferAct: ({ offer, over, inTotal }) => [
    ['offer', offer ? ref(offer) : 'anything'],
    over && ['over', print(over), inTotal && 'in total'],
  ],
  DoAct: ({ action }) => ['do', ref(action)],
  WarnAct: () => 'warn',
  ReplyAct: () => 'reply',
  EscalateAct: () => 'escalate',
  EndAct: () => 'end conversation',

  // Lines of boundaries
  SayInstead: ({ text }) => ['say instead', print(text)],
  AlwaysBefore: ({ first, later }) => ['always', print(first), 'before', print(later)],
  AlwaysRecord: (node) => ['always record', separated(node.fields.map(ref)), before(node), guard(node)],
  AlwaysSay: (node) => ['always say', ref(node.said), before(node), guard(node)],
  AlwaysOffer: (node) => ['always offer', ref(node.offer), before(node), guard(node)],
  StepMilestone: ({ step }) => ['step', ref(step)],
  StageMilestone: ({ stage }) => ['stage', ref(stage)],
  CloseMilestone: () => 'close',
  EachTime: ({ condition, unless }) => ['each time', print(condition), unless && ['unless', print(unless)]],
  Reaction: ({ turn, response }) => [turn, turn !== 'then' && 'time', print(response)],
  Warn: ({ text }) => ['warn', print(text)],
  EndConversation: () => 'end conversation',

  // Lines of escalations, follow ups and trends
  Ladder: ({ rungs }) => ['to', list(rungs)],
  Tell: ({ rungs, text }) => ['tell', list(rungs), maybe(text)],
  Rung: ({ team, after }) => (after ? ['then', ref(team), 'after', print(after)] : ref(team)),
  StayUntilAnswered: () => 'stay until answered',
  HandOver: ({ facts }) => ['hand over', separated(facts.map(ref))],
  ResolveWithin: ({ within }) => ['resolve within', print(within)],
  Repeat: ({ every, until, times }) => [
    ['every', print(every), until && ['until', print(until)]],
    times !== undefined && ['at most', number(times), 'times'],
  ],
  Within: ({ within }) => ['within', print(within)],

  // What happens in a scenario
  Given: ({ facts }) => ['given', list(facts)],
  FactValue: ({ fact, value }) => [ref(fact), print(value)],
  ClockFact: ({ day, date, time }) => ['time', day, date, time],
  LanguageFact: ({ language }) => ['language', name(language)],
  CustomerSays: ({ text, facts }) => ['customer says', print(text), facts.length > 0 && ['with', list(facts)]],
  CustomerDecides: ({ verdict, offer }) => ['customer', verdict, offer && sameLine(offer.name)],
  AgentSays: ({ text, wording }) => ['agent says', maybe(text), wording && ref(wording)],
  AgentOffers: ({ offer, worth }) => ['agent offers', ref(offer), worth && ['worth', print(worth)]],
  AgentRecords: ({ field, value }) => ['agent records', ref(field), print(value)],
  AgentDoes: ({ action }) => ['agent does', ref(action)],
  AgentCompletes: ({ step }) => ['agent completes', ref(step)],
  AgentEndsEscalation: ({ escalation }) => ['agent ends', ref(escalation)],
  AgentCloses: () => 'agent closes conversation',
  TeamAnswers: ({ team }) => [ref(team), sameLine(team.name.endsWith('s') ? 'answer' : 'answers')],
  TeamDecides: ({ team, verdict, offer, reply }) => [
    ref(team),
    sameLine(verdict),
    offer && ref(offer),
    reply && 'reply',
  ],
  TimePasses: ({ duration }) => [print(duration), duration.amount === 1 ? 'passes' : 'pass'],
  Expect: ({ none, expectation }) => ['expect', none && 'no', sameLineAll(print(expectation))],
  ExpectStep: ({ step }) => ['step', ref(step)],
  ExpectSay: ({ text, wording }) => ['say', maybe(text), wording && ref(wording)],
  ExpectVerdict: ({ act, verdict, boundary }) => [act, verdict, boundary && ['by', ref(boundary)]],
  ExpectOffer: ({ offer }) => ['offer', ref(offer)],
  ExpectWarning: () => 'warning',
  ExpectBoundary: ({ boundary }) => ['boundary', ref(boundary)],
  ExpectEscalation: ({ escalation, team }) => [
    ['escalation', escalation && sameLine(escalation.name)],
    team && [sameLine('to'), ref(team)],
  ],
  ExpectHandover: ({ facts }) => ['handover', separated(facts.map(ref))],
  ExpectPlaybook: ({ playbook }) => ['playbook', ref(playbook)],
  ExpectFollowUp: ({ followUp }) => ['follow up', ref(followUp)],
  ExpectAgentCare: ({ care }) => ['agent care', ref(care)],
  ExpectCommitment: ({ commitment }) => ['promise', ref(commitment)],
  ExpectEnd: () => 'end',
  // What means nothing stands in no sound workspace.
  Stray: ({ word }) => word,
};

function print(node: AnyPlain): Part {
  return (PRINTERS[node.$type] as (node: AnyPlain) => Part)(node);
}

function maybe(node: AnyPlain | undefined): Part {
  return node && print(node);
}

function list(nodes: readonly AnyPlain[]): Part {
  return separated(nodes.map(print));
}

/** The first act stands on the line of `never`, the others behind their commas. */
function acts(nodes: readonly AnyPlain[]): Part {
  return sameLineAll(list(nodes));
}

function titled(node: { readonly name: string; readonly title?: PlainOf<'Text'> }): Part {
  return [name(node.name), maybe(node.title)];
}

type Guarded = { readonly when?: Plain<ast.Condition>; readonly unless?: Plain<ast.Condition> };

function guard({ when, unless }: Guarded): Part {
  return [when && ['when', print(when)], unless && ['unless', print(unless)]];
}

function before(node: { readonly before?: Plain<ast.Milestone> }): Part {
  return node.before && ['before', print(node.before)];
}

function channels(node: { readonly channels: readonly Ref<'Choice'>[] }): Part {
  return node.channels.length > 0 && ['on', separated(node.channels.map(ref))];
}

type Window = { readonly window?: PlainOf<'Duration'> };

function occurrences({ twice, times, window }: { readonly twice: boolean; readonly times?: number } & Window): Part {
  const often: Part = times !== undefined && ['at least', number(times), 'times'];
  return [twice && 'twice', often, window && ['in the last', print(window)]];
}

function sampled({ messages, window }: { readonly messages?: number } & Window): Part {
  return [messages !== undefined && ['for', number(messages), 'messages'], window && ['in the last', print(window)]];
}
