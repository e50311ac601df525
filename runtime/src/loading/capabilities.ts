/** What a document may ask of its consumer, in the names that `requires` and `uses` list. The engine has all of them. */
export const CAPABILITIES = [
  'phrases',
  'phrase-kinds',
  'placeholders',
  'wordings',
  'channels',
  'history',
  'streaks',
  'windows',
  'situations',
  'team-hours',
  'approvals',
  'offer-limits',
  'offer-totals',
  'prohibitions',
  'graded-reactions',
  'ordering',
  'obligations',
  'ladders',
  'tell',
  'handover',
  'deadlines',
  'complete',
  'continue',
  'consult',
  'promises',
  'follow-ups',
  'agent-care',
  'trends',
] as const;

/** One of the abilities that this version of the format has a name for. */
export type KnownCapability = (typeof CAPABILITIES)[number];
