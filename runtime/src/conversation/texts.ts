/** Words to say, with values filled in. */
import type { Words } from '../generated/conversation.ts';
import type { DurationType, Playbook, Segment, Type } from '../generated/format.ts';
import type { PreparedPlaybook } from '../prepared/rules.ts';
import type { Value } from '../prepared/values.ts';
import type { Moment } from './moment.ts';

/** Fills the values of facts in; what isn't known stays as its name in braces, and is named. */
export function fill(parts: readonly Segment[], playbook: PreparedPlaybook, moment: Moment): Words {
  const missing: string[] = [];
  const text = parts.map((part) => {
    if (typeof part === 'string') return part;
    const known = textOfFact(part.fact, playbook, moment);
    if (known === undefined && !missing.includes(part.fact)) missing.push(part.fact);
    return known ?? `{${part.fact}}`;
  });
  return { text: text.join(''), missing };
}

/** The text form of a fact's value; undefined where it isn't known. */
export function textOfFact(id: string, playbook: PreparedPlaybook, moment: Moment): string | undefined {
  const number = playbook.facts.get(id);
  const value = number === undefined ? null : moment.value(number);
  if (value === null) return undefined;
  return textOf(value, typeOf(id, playbook.source));
}

/** The type of a fact that has one. */
export function typeOf(id: string, { facts }: Playbook): Type | undefined {
  const fact = facts.find((candidate) => candidate.id === id);
  return fact && 'type' in fact ? fact.type : undefined;
}

/** The text form of a value (`docs/format.md`, Texts). */
export function textOf(value: Exclude<Value, null>, type: Type | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return type?.type === 'choice' ? value.replaceAll('_', ' ') : value;
  switch (type?.type) {
    case 'date': {
      const digits = String(value).padStart(8, '0');
      return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    }
    case 'money':
      return `${Number.isInteger(value) ? value : value.toFixed(type.decimals)} ${type.currency}`;
    case 'duration':
      return `${value} ${unitOf(value, type.unit)}`;
    default:
      return String(value);
  }
}

function unitOf(value: number, unit: DurationType['unit']): string {
  return value === 1 ? unit.slice(0, -1) : unit;
}

/** A wording in the conversation's language: of that tag, else of its first part, else as it is. */
export function wordingText({ wordings }: Playbook, id: string, language: string | undefined): string {
  const wording = wordings.find((candidate) => candidate.id === id);
  if (wording === undefined) return '';
  const tag = language?.toLowerCase();
  const inTag = (wanted: string | undefined) =>
    wording.translations.find((translation) => translation.language.toLowerCase() === wanted)?.text;
  return inTag(tag) ?? inTag(tag?.split('-')[0]) ?? wording.text;
}
