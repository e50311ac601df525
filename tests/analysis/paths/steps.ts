import type { Condition, Exit, Logic, Step } from '@poise/runtime';
import type { Subject } from '../../../analysis/src/subject.ts';

const AT = { file: 0, line: 1, column: 1 };

/** An exit, by the number of the step that it goes to; with a fixed choice that it asks for, or none. */
export interface PlainExit {
  readonly to: number;
  readonly when: Choice | undefined;
}

/** Steps in their order, each with its exits and whom it is skipped for. */
export interface PlainStep {
  readonly exits: readonly PlainExit[];
  readonly skip: Choice | undefined;
}

export type Choice = (typeof CHOICES)[number];
/** The values of the one signal that everything asks about. It is fixed: what a conversation is about from its beginning. */
export const CHOICES = ['red', 'green', 'blue'] as const;

export function nameOf(step: number): string {
  return `s${step}`;
}

function isOne(choice: Choice): Condition {
  const logic: Logic = { '===': [{ var: 'colour' }, choice] };
  const possible: Logic = { or: [{ '===': [{ var: 'colour' }, null] }, logic] };
  return { certain: logic, possible, facts: ['colour'], text: `colour is ${choice}` };
}

/** A playbook of these steps, which starts at the first word of the customer. */
export function playbookOf(
  steps: readonly PlainStep[],
  rules: Subject['boundaries'][number]['rules'][number][],
): Subject {
  const begun: Logic = { '>=': [{ var: 'messages' }, 1] };
  return {
    id: 'walk',
    title: 'Walk',
    owner: 'Customer Operations',
    version: '1.0.0',
    status: 'active',
    requires: [],
    uses: [],
    beats: { everything: false, playbooks: [] },
    facts: [
      { id: 'colour', kind: 'signal', type: { type: 'choice', choices: [...CHOICES] }, fixed: true, at: AT },
      { id: 'messages', kind: 'builtin', type: { type: 'count' } },
    ],
    phrases: [],
    wordings: [],
    actions: [],
    teams: [],
    zones: [],
    triggers: [{ id: 'begun', when: { certain: begun, possible: begun, facts: ['messages'], text: 'begun' }, at: AT }],
    steps: steps.map(
      ({ exits, skip }, number): Step => ({
        id: nameOf(number),
        lines: [],
        never: [],
        exits: exits.map(
          ({ to, when }, index): Exit => ({
            id: `step.s${number}.goTo.${index}`,
            kind: 'goTo',
            step: nameOf(to),
            ...(when && { when: isOne(when) }),
            at: AT,
          }),
        ),
        ...(skip && { skip: isOne(skip) }),
        ...(number + 1 < steps.length && { next: nameOf(number + 1) }),
        at: { file: 0, line: number + 1, column: 1 },
      }),
    ),
    boundaries:
      rules.length > 0 ? [{ id: 'order', origin: 'playbook', rules: rules as [(typeof rules)[number]], at: AT }] : [],
    escalations: [],
    followUps: [],
    agentCare: [],
    trends: [],
  };
}
