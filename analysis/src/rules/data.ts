import type { Milestone } from '@poise/runtime';
import type { RuleName } from '../finding.ts';
import type { Circumstance } from '../states/circumstance.ts';

/** What is known of findings about rules beside one another in one playbook. */
export interface RuleData {
  /** `earlier`: the triggers that leave nothing for it, one or several together. */
  'hidden-trigger': { readonly trigger: string; readonly earlier: readonly string[] };
  /** `to`: the step or playbook that it would lead to. `escalation`: the one that it is of, if not of a step. */
  'hidden-exit': {
    readonly exit: 'goTo' | 'continueWith' | 'done';
    readonly to?: string;
    readonly escalation?: string;
  };
  /** `instead`: what the boundary has to say in place of the words, placeholders as written. */
  'forbidden-phrase': { readonly words: string; readonly by: RuleName; readonly instead?: string };
  /** `line`: `ask`, `do`, …, and what it is about. `words`: those of a wording that are found, in `language` if not in all: a tag (BCP 47), `null` for the playbook's own. */
  'forbidden-line': {
    readonly line: string;
    readonly name?: string;
    readonly words?: string;
    readonly language?: string | null;
    readonly by: RuleName;
  };
  /** Amounts in the major unit of the currency. `upTo`: the offer may be worth less. `inTotal`: the limit is one for all offers together. */
  'beyond-authority': {
    readonly offer: string;
    readonly worth: number;
    readonly limit: number;
    readonly currency: string;
    readonly by: RuleName;
    readonly inTotal: boolean;
    readonly upTo: boolean;
  };
  /** `rule` would do it, `by` forbids it. `situation`: one in which it comes; empty where it is always forbidden. */
  'shut-out-reaction': {
    readonly deed: 'warn' | 'escalate' | 'endConversation';
    readonly rule: RuleName;
    readonly by: RuleName;
    readonly situation: readonly Circumstance[];
  };
  /**
   * `rule` demands to offer or say something, `by` forbids it for good; or `rule` warns where `by` ends the conversation. `situation`: one in which both do.
   * `before`: by when it is demanded.
   */
  'contradicting-rules': {
    readonly what: 'offer' | 'say' | 'warn';
    readonly name?: string;
    readonly rule: RuleName;
    readonly by: RuleName;
    readonly before?: Milestone;
    readonly situation: readonly Circumstance[];
  };
  /** `languages`: tags (BCP 47) of those that it lacks and others have. */
  'missing-translation': { readonly wording: string; readonly languages: readonly string[] };
  /** `other`: a wording that `team` has approved. */
  'unapproved-wording': { readonly wording: string; readonly other: string; readonly team: string };
  'channel-without-words': { readonly step: string; readonly channels: readonly string[] };
}
