import type { Boundary, Escalation, Playbook } from '@poise/runtime';

/** What the analysis looks at in a compiled playbook: any document has it, and so has what is still to become one. */
export interface Subject extends Pick<Playbook, 'phrases' | 'steps' | 'followUps'> {
  readonly boundaries: readonly Omit<Boundary, 'hash'>[];
  readonly escalations: readonly Omit<Escalation, 'hash'>[];
}
