import { STATUSES } from '../../checks/headings.ts';
import { type FormText, readForm } from '../../forms/form.ts';
import { EXAMPLE_CURRENCY } from '../../vocabulary/currencies.ts';
import type { Circumstances } from './offer.ts';

/** Of more names than these nobody chooses in a line. */
const MOST_CHOICES = 20;

/** The kinds of declarations that a part of a form names, by what the form calls it. */
const NAMED: Readonly<Record<string, string>> = {
  action: 'Action',
  'agent care': 'AgentCare',
  boundary: 'Boundary',
  escalation: 'Escalation',
  fact: 'Value',
  field: 'Field',
  'follow up': 'FollowUp',
  framework: 'Framework',
  offer: 'Offer',
  promise: 'Commitment',
  step: 'Step',
  team: 'Team',
  wording: 'Sayable',
};

const DAYS = ['monday to friday', 'daily', 'saturday', 'sunday'];

/** What an author chooses from, by what a form calls it. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  days: DAYS,
  'day or date': ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  'kind of value': ['yes or no', 'from 0 to 10', 'one of first, second', 'count', 'number', 'date', 'text', 'in days'],
  'step or stage': ['step', 'stage'],
  status: STATUSES,
  unit: ['days', 'hours', 'minutes', EXAMPLE_CURRENCY],
};

const SAMPLES: Readonly<Record<string, string>> = {
  language: 'welsh',
  name: 'name',
  number: '3',
  time: '08:00',
  version: '1.0.0',
};

/**
 * What can't be left out of a form, with a tab stop for each thing that the author writes; where that is one of a few names, they can be chosen from.
 *
 * @param first the number of the first tab stop
 */
export function snippetOf(form: FormText, circumstances: Circumstances, first = 1): { text: string; next: number } {
  let next = first;
  const stop = (text?: string): string => `\${${next++}${text === undefined ? '' : `:${escaped(text)}`}}`;
  const choice = (words: readonly string[]): string =>
    `\${${next++}|${words.map((word) => escaped(word).replace(/[,|]/g, '\\$&')).join(',')}|}`;
  const { needed } = readForm(form);
  const pieces = needed.map((piece, index) => {
    if (piece.kind === 'words') return escaped(piece.text);
    const { label } = piece;
    const before = needed[index - 1];
    if (before?.kind === 'words' && before.text.endsWith('"')) return stop();
    const names = namesFor(label, circumstances);
    if (names) return names.length > 0 && names.length <= MOST_CHOICES ? choice(names) : stop(label.replace(/ /g, '_'));
    const choices = CHOICES[label];
    if (choices) return label === 'step or stage' ? `${choice(choices)} ${stop('name')}` : choice(choices);
    switch (label) {
      case 'duration':
        return `${stop('5')} ${choice(['minutes', 'hours', 'days'])}`;
      case 'amount':
        return `${stop('100')} ${stop(circumstances.settings.currency ?? EXAMPLE_CURRENCY)}`;
      case 'date':
        return stop(circumstances.settings.today ?? '2027-01-31');
      case 'choice':
        return `${stop('first')}, ${stop('second')}`;
      case 'stages':
        return `\n  stage ${stop('first')} "${stop()}"\n  stage ${stop('last')} "${stop()}"`;
      default:
        return stop(SAMPLES[label]);
    }
  });
  return {
    text: pieces
      .join('')
      .replace(/ {2,}(?! *stage)/g, ' ')
      .trimEnd(),
    next,
  };
}

/** The names that a part of a form can be; nothing where it isn't a name. */
function namesFor(label: string, { sight }: Circumstances): readonly string[] | undefined {
  if (label === 'stage') {
    const stages = sight.stages();
    const missing = stages.filter(({ isTaken }) => !isTaken);
    return (missing.length > 0 ? missing : stages).map(({ stage }) => stage.name);
  }
  if (label === 'playbook') return sight.playbooks.map(({ node }) => node.name);
  const type = NAMED[label];
  if (type === undefined) return undefined;
  return [...new Set([...sight.visible(sight.kindsOf(type))].map(({ node }) => node.name))];
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
