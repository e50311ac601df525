import type { Position } from '@poise/runtime';
import type { LadderData } from './ladders/data.ts';
import type { PathData } from './paths/data.ts';
import type { RuleData } from './rules/data.ts';

/** What is known of each kind of finding: plain data, of which words and quick fixes are made elsewhere. */
export interface ProvenData extends LadderData, PathData, RuleData {
  /** With the channels of its line where it could be a yes on others. */
  'impossible-condition': { readonly rule: RuleName; readonly channels?: readonly string[] };
  /** `waits`: it may not be known, and then the rule waits until it is. */
  'always-true-condition': { readonly rule: RuleName; readonly waits: boolean };
  'undecided-condition': { readonly rule: RuleName };
}

/** The rule that a finding is about: what it is, and its name where it has one. */
export interface RuleName {
  readonly kind: 'trigger' | 'step' | 'boundary' | 'escalation' | 'follow up' | 'agent care' | 'situation';
  readonly name: string;
}

export type ProvenCode = keyof ProvenData;

/** Something found about a compiled playbook: a code, where the source says it, and plain data. The words are made elsewhere. */
export type Finding = { readonly [Code in ProvenCode]: FindingOf<Code> }[ProvenCode];

export interface FindingOf<Code extends ProvenCode> {
  readonly code: Code;
  /** Where the rule, line or declaration begins. */
  readonly at: Position;
  /** What of it is marked: one of its conditions, or all of it. A declaration is marked by its name where nothing is said. */
  readonly mark?: Mark;
  /** Where in the text at that place, in code points of it. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Other places that one has to see to understand it. */
  readonly related?: readonly { readonly at: Position; readonly role: Role }[];
  readonly data: ProvenData[Code];
}

/** What another place has to do with a finding. */
export type Role = 'earlier' | 'other' | 'forbids' | 'demands';

/**
 * The condition after `when` and `unless`, that of `skip when`, `done when` or `until`, or the whole line; or one `continue with` of an escalation, counted from 0, or
 * its condition.
 */
export type Mark =
  | 'when'
  | 'skip'
  | 'done'
  | 'until'
  | 'line'
  | { readonly continuation: number; readonly part: 'when' | 'line' };
