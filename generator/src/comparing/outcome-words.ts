import type { Form, GuardName, Outcome, RuleKind, Side } from '@poise/analysis/diff';
import { lineWords } from './rule-words.ts';
import { termWords } from './value-words.ts';

/** What comes of a rule in a situation, for people. */
export function outcomeWords(of: GuardName, kind: RuleKind, side: Side, { holds, instead }: Outcome): string {
  if (of !== 'when') return ENDS[of][holds ? 0 : 1];
  if (kind === 'exit') {
    if (!holds)
      return instead
        ? `the way is ${lineWords({ ...instead, terms: {} })}`
        : side.owner?.kind === 'step'
          ? 'the step goes on as usual'
          : 'no other playbook takes over';
    return `the way is ${lineWords(side)}`;
  }
  const { ladder } = side.terms;
  if (kind === 'escalation' && holds && ladder) return `it starts, and asks ${termWords('ladder', ladder)}`;
  return (BY_FORM[side.form] ?? BY_KIND[kind] ?? OTHERWISE)[holds ? 0 : 1];
}

/** Where it holds, and where it doesn't. */
type Outcomes = readonly [string, string];

const ENDS: Readonly<Record<Exclude<GuardName, 'when'>, Outcomes>> = {
  skip: ['the step is left out', 'the step is not left out'],
  done: ['the step is done', 'the step goes on'],
  until: ['it is not repeated any more', 'it goes on being repeated'],
};

const DEMANDED: Outcomes = ['it is demanded', 'it is not demanded'];

const BY_FORM: Readonly<Partial<Record<Form, Outcomes>>> = {
  mustRecord: DEMANDED,
  mustSay: DEMANDED,
  mustOffer: DEMANDED,
  eachTime: ['the boundary is crossed', 'the boundary is not crossed'],
  promise: ['this is promised', 'this is not promised'],
  escalate: ['the conversation is handed over', 'the conversation is not handed over'],
  complete: ['the other playbook is run', 'the other playbook is not run'],
};

const BY_KIND: Readonly<Partial<Record<RuleKind, Outcomes>>> = {
  trigger: ['the playbook starts', 'the playbook does not start'],
  boundary: ['it is forbidden', 'it is not forbidden'],
  escalation: ['it starts', 'it does not start'],
  'follow up': ['it is planned', 'it is not planned'],
  'agent care': ['it comes up', 'it does not come up'],
  line: ['the agent sees it', 'the agent does not see it'],
};

const OTHERWISE: Outcomes = ['it holds', 'it does not hold'];
