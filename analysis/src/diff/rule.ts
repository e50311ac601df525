import type { Condition, Exit, Position } from '@poise/runtime';
import type { GuardName } from './change.ts';
import type { Direction } from './direction.ts';
import type { Terms } from './terms.ts';
import type { Texts } from './texts.ts';

/**
 * Kinds of which a document holds only what its rules rest on: that one isn't there any more means only that no rule needs it, and that rule tells.
 */
export const RESTED_ON = ['team', 'wording', 'framework', 'signal', 'field', 'situation', 'phrases', 'action'] as const;

/** The kinds of things that are compared, in the words of the language. */
export const RULE_KINDS = [
  'playbook',
  'trigger',
  'step',
  'line',
  'exit',
  'boundary',
  'escalation',
  'follow up',
  'agent care',
  'trend',
  ...RESTED_ON,
] as const;

export type RuleKind = (typeof RULE_KINDS)[number];

/** What a rule does, as the documents name it: of what has a name, its kind. */
export type Form =
  | RuleKind
  | 'do'
  | 'say'
  | 'sayExactly'
  | 'ask'
  | 'offer'
  | 'record'
  | 'promise'
  | 'consult'
  | 'escalate'
  | 'complete'
  | 'goTo'
  | 'continueWith'
  | 'order'
  | 'mustRecord'
  | 'mustSay'
  | 'mustOffer'
  | 'eachTime'
  | `never ${'say' | 'mention' | 'ask' | 'offer' | 'do' | 'warn' | 'reply' | 'escalate' | 'endConversation'}`;

/** One rule of a playbook, in the form in which rules are compared. */
export interface Rule {
  readonly kind: RuleKind;
  readonly form: Form;
  /** Whether an author gave it a name, which is the first of `names`. */
  readonly isNamed: boolean;
  readonly names: readonly string[];
  /** What people call it, besides its name. */
  readonly title?: string | undefined;
  /** What two rules without a name must have in common to be two versions of one. */
  readonly about: string;
  readonly at: Position;
  readonly guards: readonly Guard[];
  readonly terms: Terms;
  /** What people read: other words make no other rule. */
  readonly words: Texts;
  /** The rules in it, in their order. */
  readonly parts: readonly Rule[];
  /** Whether the order among its like makes a difference. */
  readonly isOrdered: boolean;
  /** What it is like without its name, so that it is known again under another. */
  readonly shape?: string;
  /** Of a step or an escalation: where it leads, in the order in which that is tried. */
  readonly exits?: readonly Exit[];
}

/** A condition of a rule. */
export interface Guard {
  readonly of: GuardName;
  readonly condition: Condition | undefined;
  /** Where it holds if there is no condition; `undefined`: that is something else altogether. */
  readonly without: boolean | undefined;
  /** Which of the answers is asked: a definite yes, or no definite no, of the message that is being answered. */
  readonly asks: 'certain' | 'judged';
  /** What it is to hold in more situations. */
  readonly more: Direction;
}
