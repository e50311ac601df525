import type { AgentCare, Boundary, Escalation, Playbook, Trend } from '@poise/runtime';

/** What the analysis looks at in a compiled playbook: any document has it, and so has what is still to become one. */
export interface Subject
  extends Omit<
    Playbook,
    'format' | 'complete' | 'hashes' | 'files' | 'boundaries' | 'escalations' | 'agentCare' | 'trends'
  > {
  readonly boundaries: readonly Omit<Boundary, 'hash'>[];
  readonly escalations: readonly Omit<Escalation, 'hash'>[];
  readonly agentCare: readonly Omit<AgentCare, 'hash'>[];
  readonly trends: readonly Omit<Trend, 'hash'>[];
}

/** A document that says what the subject says, for the engine and what makes documents ready. Its hashes say nothing. */
export function asDocument(subject: Subject, id = subject.id): Playbook {
  const hash = '';
  return {
    format: '1.0',
    complete: true,
    ...subject,
    id,
    hashes: { sources: hash, behaviour: hash },
    files: [],
    boundaries: subject.boundaries.map((rule) => ({ ...rule, hash })),
    escalations: subject.escalations.map((rule) => ({ ...rule, hash })),
    agentCare: subject.agentCare.map((rule) => ({ ...rule, hash })),
    trends: subject.trends.map((rule) => ({ ...rule, hash })),
  };
}

/** Whether a phrase list is written in place: its id has more words than one, as no author's name has. */
export function isInPlace(list: string): boolean {
  return list.includes(' ');
}
