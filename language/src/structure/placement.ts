import type * as ast from '../generated/ast.ts';

/** The kinds of members a file may have. */
export type MemberType = ast.Member['$type'];
/** The kinds of lines a member may have. */
export type ItemType = Exclude<ast.Item['$type'] | ast.Ladder['$type'], 'Stray'>;

/** How each member begins and is called. */
export const MEMBERS = {
  Use: { keyword: 'use', noun: '`use` line' },
  Heading: { keyword: 'playbook', noun: 'playbook heading' },
  Signal: { keyword: 'signal', noun: 'signal' },
  Field: { keyword: 'field', noun: 'field' },
  Action: { keyword: 'action', noun: 'action' },
  Situation: { keyword: 'situation', noun: 'situation' },
  Wording: { keyword: 'wording', noun: 'wording' },
  PhraseList: { keyword: 'phrases', noun: 'phrase list' },
  Team: { keyword: 'team', noun: 'team' },
  Framework: { keyword: 'framework', noun: 'framework' },
  Trigger: { keyword: 'trigger', noun: 'trigger' },
  Step: { keyword: 'step', noun: 'step' },
  Boundary: { keyword: 'boundary', noun: 'boundary' },
  Escalation: { keyword: 'escalation', noun: 'escalation' },
  FollowUp: { keyword: 'follow', noun: 'follow up' },
  AgentCare: { keyword: 'agent', noun: 'agent care' },
  Trend: { keyword: 'trend', noun: 'trend' },
  Scenario: { keyword: 'scenario', noun: 'scenario' },
} as const satisfies Record<MemberType, { keyword: string; noun: string }>;

const EVENTS = [
  'Given',
  'CustomerSays',
  'CustomerDecides',
  'AgentSays',
  'AgentOffers',
  'AgentRecords',
  'AgentDoes',
  'AgentCompletes',
  'AgentEndsEscalation',
  'AgentCloses',
  'TeamAnswers',
  'TeamDecides',
  'TimePasses',
  'Expect',
] as const satisfies readonly ItemType[];

/** Which lines each member may have. The grammar takes any line anywhere; this table says what is right. */
export const PLACEMENT: Readonly<Record<MemberType, readonly ItemType[]>> = {
  Use: [],
  Heading: ['About', 'Owner', 'Version', 'Status', 'ReviewBy', 'Validity', 'Follows', 'Beats', 'Source'],
  Signal: [],
  Field: [],
  Action: [],
  Situation: [],
  Wording: [],
  PhraseList: [],
  Team: ['Answers', 'OpeningHours', 'ClosedDays', 'Otherwise'],
  Framework: [],
  Trigger: [],
  Step: [
    ...([
      'StageReference',
      'Goal',
      'Do',
      'Say',
      'Ask',
      'Offer',
      'Record',
      'Commitment',
      'Consult',
      'EscalateTo',
      'Never',
    ] as const),
    ...(['DoneWhen', 'SkipWhen', 'GoTo', 'ContinueWith', 'Complete'] as const),
  ],
  Boundary: ['Never', 'SayInstead', 'AlwaysBefore', 'AlwaysRecord', 'AlwaysSay', 'AlwaysOffer', 'EachTime', 'Reaction'],
  Escalation: [
    ...([
      'Beats',
      'Ladder',
      'Tell',
      'StayUntilAnswered',
      'Say',
      'Ask',
      'Do',
      'Consult',
      'HandOver',
      'ResolveWithin',
    ] as const),
    ...(['ContinueWith'] as const),
  ],
  FollowUp: ['Within', 'Say', 'Do', 'Ask', 'Repeat'],
  AgentCare: ['Do'],
  Trend: ['Tell'],
  Scenario: EVENTS,
};

/** Lines that a member may have only once: a second one would contradict the first. */
export const ONCE: ReadonlySet<ast.Item['$type'] | ast.Ladder['$type']> = new Set([
  ...(['About', 'Owner', 'Version', 'Status', 'ReviewBy', 'Validity', 'Follows', 'Beats', 'Source'] as const),
  ...(['Answers', 'Otherwise', 'StageReference', 'Goal', 'DoneWhen', 'SkipWhen', 'SayInstead', 'EachTime'] as const),
  ...(['Ladder', 'StayUntilAnswered', 'HandOver', 'ResolveWithin', 'Within', 'Repeat'] as const),
]);

/** The words a line begins with, as its author would look for it. */
export const LINE_WORDS: Readonly<Record<ItemType, string>> = {
  About: 'about',
  Owner: 'owner',
  Version: 'version',
  Status: 'status',
  ReviewBy: 'review by',
  Validity: 'valid from',
  Follows: 'follows',
  Beats: 'beats',
  Source: 'source',
  Answers: 'answers within',
  OpeningHours: 'open',
  ClosedDays: 'closed',
  Otherwise: 'otherwise',
  StageReference: 'stage',
  Goal: 'goal',
  Do: 'do',
  Say: 'say',
  Ask: 'ask',
  Offer: 'offer',
  Record: 'record',
  Commitment: 'promise',
  DoneWhen: 'done when',
  SkipWhen: 'skip when',
  GoTo: 'go to',
  ContinueWith: 'continue with',
  Complete: 'complete',
  Consult: 'consult',
  EscalateTo: 'escalate to',
  Never: 'never',
  SayInstead: 'say instead',
  AlwaysBefore: 'always',
  AlwaysRecord: 'always record',
  AlwaysSay: 'always say',
  AlwaysOffer: 'always offer',
  EachTime: 'each time',
  Reaction: 'first time',
  Ladder: 'to',
  Tell: 'tell',
  StayUntilAnswered: 'stay until answered',
  HandOver: 'hand over',
  ResolveWithin: 'resolve within',
  Repeat: 'every',
  Within: 'within',
  Given: 'given',
  CustomerSays: 'customer says',
  CustomerDecides: 'customer declines',
  AgentSays: 'agent says',
  AgentOffers: 'agent offers',
  AgentRecords: 'agent records',
  AgentDoes: 'agent does',
  AgentCompletes: 'agent completes',
  AgentEndsEscalation: 'agent ends',
  AgentCloses: 'agent closes conversation',
  TeamAnswers: 'answers',
  TeamDecides: 'approves',
  TimePasses: 'pass',
  Expect: 'expect',
};

/** The members that may have a line of this kind. */
export function homesOf(item: ItemType): MemberType[] {
  return (Object.keys(PLACEMENT) as MemberType[]).filter((member) => PLACEMENT[member].includes(item));
}

/** The lines of one kind that stand in a member, in order. */
export function linesOf<Line extends ast.Item>(
  member: ast.Block | undefined,
  is: (item: unknown) => item is Line,
): Line[] {
  return (member?.items ?? []).filter((item) => is(item));
}
