/** What can start playbooks, and nothing else of them. */
import type { Subject } from '../subject.ts';

/** A playbook that can start by itself, as far as its triggers are concerned. */
export interface Starter<Playbook extends Subject = Subject> {
  readonly subject: Playbook;
  /** The same playbook with its triggers and the facts that these rest on, and no more: to look at many at once. */
  readonly triggersOnly: Subject;
}

/** Those playbooks that start by triggers, by id. Drafts, what is retired and what was valid only before `today` never start. */
export function startersOf<Playbook extends Subject>(
  subjects: readonly Playbook[],
  today: string | undefined,
): readonly Starter<Playbook>[] {
  const isOver = ({ validUntil }: Subject) => validUntil !== undefined && today !== undefined && validUntil < today;
  return subjects
    .filter((subject) => subject.status === 'active' && subject.triggers.length > 0 && !isOver(subject))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((subject) => ({ subject, triggersOnly: triggersOnlyOf(subject) }));
}

/** A day on which both are valid, `YYYY-MM-DD`: the first, where one is named. */
export function dayOfBoth(a: Subject, b: Subject): string | undefined {
  const from = [a.validFrom, b.validFrom]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const [until] = [a.validUntil, b.validUntil].filter((day) => day !== undefined).toSorted();
  if (from === undefined) return until ?? ANY_DAY;
  return until === undefined || from <= until ? from : undefined;
}

/** A Monday. */
const ANY_DAY = '2026-01-05';

function triggersOnlyOf(subject: Subject): Subject {
  const needed = new Set(subject.triggers.flatMap(({ when }) => when.facts));
  const byId = new Map(subject.facts.map((fact) => [fact.id, fact]));
  for (const id of needed) {
    const fact = byId.get(id);
    if (fact?.kind === 'situation') for (const other of fact.when.facts) needed.add(other);
    if (fact?.kind !== 'derived') continue;
    if ('when' in fact.derive) for (const other of fact.derive.when.facts) needed.add(other);
    if ('signal' in fact.derive) needed.add(fact.derive.signal);
  }
  const facts = subject.facts.filter(({ id }) => needed.has(id));
  const heard = new Set(
    facts.flatMap((fact) => (fact.kind === 'derived' && 'phrases' in fact.derive ? fact.derive.phrases : [])),
  );
  return {
    ...subject,
    facts,
    phrases: subject.phrases.filter(({ id }) => heard.has(id)),
    steps: [],
    boundaries: [],
    escalations: [],
    followUps: [],
    agentCare: [],
    trends: [],
  };
}
