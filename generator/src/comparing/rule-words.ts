import type { Change, Form, Side } from '@poise/analysis/diff';
import { amountWords } from '../words/index.ts';

type Named = Pick<Side, 'form' | 'names' | 'terms'>;

/** What a rule goes by: ``escalation `Storm` (`storm`)``, and without a title ``boundary `limits`: `never offer refund` ``. */
export function ruleWords({ kind, before, after }: Pick<Change, 'kind' | 'before' | 'after'>): string {
  const side = after ?? before;
  if (!side) return kind;
  const { owner, names, title } = side;
  if (owner) return `${named(owner)}: ${lineWords(side)}`;
  return named({ kind, name: names[0] ?? '', title });
}

function named({ kind, name, title }: NonNullable<Side['owner']>): string {
  return title === undefined ? `${kind} \`${name}\`` : `${kind} \`${withoutTicks(title)}\` (\`${name}\`)`;
}

/** Something without a name, as a line of the language would say it. */
export function lineWords(side: Named): string {
  return `\`${withoutTicks(LINES[side.form](side))}\``;
}

type Words = (side: Named) => string;

const byKind: Words = ({ form, names }) => [form, names[0]].join(' ');
const withNames =
  (verb: string): Words =>
  ({ names }) =>
    [verb, names.join(', ')].join(' ').trim();

const LINES: Readonly<Record<Form, Words>> = {
  playbook: byKind,
  trigger: byKind,
  step: byKind,
  line: byKind,
  exit: byKind,
  boundary: byKind,
  escalation: byKind,
  'follow up': byKind,
  'agent care': byKind,
  trend: byKind,
  team: byKind,
  wording: byKind,
  framework: byKind,
  signal: byKind,
  field: byKind,
  situation: byKind,
  phrases: byKind,
  action: byKind,
  do: withNames('do'),
  say: () => 'say',
  sayExactly: withNames('say'),
  ask: withNames('ask'),
  offer: withNames('offer'),
  record: withNames('record'),
  promise: withNames('promise'),
  consult: withNames('consult'),
  escalate: withNames('escalate to'),
  complete: withNames('complete'),
  goTo: withNames('go to'),
  continueWith: withNames('continue with'),
  order: ({ names: [first, later] }) => `always ${first} before ${later}`,
  mustRecord: demanded('record'),
  mustSay: demanded('say'),
  mustOffer: demanded('offer'),
  eachTime: () => 'each time …',
  'never say': withNames('never say'),
  'never mention': withNames('never mention'),
  'never ask': withNames('never ask'),
  'never offer': ({ names, terms: { limit, total } }) => {
    const over = limit ? ` over ${amountWords(limit)}${total ? ' in total' : ''}` : '';
    return `never offer ${names[0] ?? 'anything'}${over}`;
  },
  'never do': withNames('never do'),
  'never warn': withNames('never warn'),
  'never reply': withNames('never reply'),
  'never escalate': withNames('never escalate'),
  'never endConversation': withNames('never end conversation'),
};

function demanded(act: string): Words {
  return ({ names, terms: { before = 'close' } }) => `always ${act} ${names.join(', ')} before ${before}`;
}

/** What is written in a playbook can't end the marks round it. */
export function withoutTicks(text: string): string {
  return text.replaceAll('`', "'");
}
