import type { Id, Playbook, Type, Value } from '@poise/runtime';
import { textOf } from '@poise/runtime';
import type { LocalTime } from './play-events.ts';
import { quotedText } from './scenario-text.ts';
import { teamDoes } from './team-does.ts';
import type { UntimedEvent } from './untimed-event.ts';

/** The line that a scenario begins with. */
export function openingLine(time: LocalTime): string {
  return `given time ${time}`;
}

/** An event as the line of a scenario that tells of it. */
export function lineOf(event: UntimedEvent, documents: readonly Playbook[]): string {
  const facts = (values: object) =>
    Object.entries(values)
      .map(([fact, value]) => `${fact} ${literal(value as Value, typeOf(fact, documents))}`)
      .join(', ');
  switch (event.type) {
    case 'customerSays': {
      const reported = facts(event.reports ?? {});
      return `customer says ${quotedText(event.text)}${reported === '' ? '' : ` with ${reported}`}`;
    }
    case 'reports':
      return `given ${facts(event.values)}`;
    case 'customerAccepts':
    case 'customerDeclines': {
      const verb = event.type === 'customerAccepts' ? 'accepts' : 'declines';
      return ['customer', verb, ...(event.offer === undefined ? [] : [event.offer])].join(' ');
    }
    case 'agentSays':
      return `agent says ${quotedText(event.text)}`;
    case 'agentOffers': {
      const { worth } = event;
      return `agent offers ${event.offer}${worth ? ` worth ${decimal(worth.amount)} ${worth.currency}` : ''}`;
    }
    case 'agentDoes':
      return `agent does ${event.action}`;
    case 'agentRecords':
      return `agent records ${facts({ [event.field]: event.value })}`;
    case 'agentCompletes':
      return `agent completes ${event.step}`;
    case 'agentEnds':
      return `agent ends ${event.escalation}`;
    case 'agentCloses':
      return 'agent closes conversation';
    case 'teamAnswers':
      return teamDoes(event.team, 'answer');
    case 'teamApproves':
    case 'teamDeclines': {
      const decides = teamDoes(event.team, event.type === 'teamApproves' ? 'approve' : 'decline');
      return `${decides} ${event.offer ?? 'reply'}`;
    }
    case 'timePasses':
      return timePasses(event.seconds);
  }
}

/** A value as it is written in a scenario. */
function literal(value: Value, type: Type | undefined): string {
  if (typeof value === 'string') return type?.type === 'choice' ? value : quotedText(value);
  if (typeof value !== 'number') return value === null ? '' : textOf(value, type);
  switch (type?.type) {
    case 'duration':
      return `${decimal(value)} ${counted(value, type.unit)}`;
    case 'money':
      return `${decimal(value)} ${type.currency}`;
    case 'date':
      return textOf(value, type);
    default:
      return decimal(value);
  }
}

/** A number in figures, which the language has without an exponent. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : text;
}

const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

/** In the largest unit that comes out even. */
function timePasses(seconds: number): string {
  const [unit, length] = UNITS.find((each) => seconds % each[1] === 0) ?? ['seconds', 1];
  const count = seconds / length;
  return `${count} ${counted(count, unit)} ${count === 1 ? 'passes' : 'pass'}`;
}

/** `days`, or `day` of one. */
function counted(count: number, units: string): string {
  return count === 1 ? units.slice(0, -1) : units;
}

/** The type of a signal or field, as the first document has it that knows it. */
export function typeOf(fact: Id, documents: readonly Playbook[]): Type | undefined {
  for (const { facts } of documents) {
    const found = facts.find(({ id }) => id === fact);
    if (found && 'type' in found) return found.type;
  }
  return undefined;
}
