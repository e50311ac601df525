/** Whether two playbooks really start together, as the engine has it. */
import { type Event, open, prepare } from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';
import { asDocument, type Subject } from '../subject.ts';
import type { Occasion } from './occasions.ts';

/** What is known, by the names of facts. */
export interface Known {
  readonly signals: Readonly<Record<string, FactValue>>;
  readonly fields: Readonly<Record<string, FactValue>>;
}

/**
 * Plays a conversation in which everything but the occasion is known, and then that happens.
 *
 * @param day when it takes place, `YYYY-MM-DD`
 * @returns the triggers by which playbooks start then, by the ids of those
 */
export function startedBy(
  { what }: Occasion,
  known: Known,
  day: string,
  subjects: readonly Subject[],
): ReadonlyMap<string, string> {
  const at = Date.parse(`${day}T12:00:00Z`);
  const { signals, fields } = known;
  const without = (values: Known['signals']) =>
    Object.entries(values).filter(([name]) => what.kind === 'says' || name !== what.name);
  const { conversation } = open(prepare(subjects.map((subject) => asDocument(subject))), {
    time: at,
    reports: Object.fromEntries(what.kind === 'field' ? Object.entries(signals) : without(signals)),
  });
  for (const [field, value] of what.kind === 'field' ? without(fields) : Object.entries(fields)) {
    conversation.handle({ type: 'agentRecords', at, field, value });
  }
  const event = eventOf(what, known, at);
  const before = what.kind === 'reports' ? what.times - 1 : 0;
  for (let times = 0; times < before; times += 1) conversation.handle(event);
  const { happened } = conversation.handle(event);
  return new Map(happened.flatMap(({ kind, id, by }) => (kind === 'playbook' && by ? [[id, by.rule]] : [])));
}

function eventOf(what: Occasion['what'], { signals, fields }: Known, at: number): Event {
  switch (what.kind) {
    case 'says':
      return { type: 'customerSays', at, text: what.text };
    case 'signal':
      return { type: 'reports', at, values: { [what.name]: signals[what.name] ?? null } };
    case 'reports':
      return { type: 'reports', at, values: { [what.name]: signals[what.name] ?? 1 } };
    case 'field':
      return { type: 'agentRecords', at, field: what.name, value: fields[what.name] ?? null };
  }
}
