import type { TermName, TermValues } from '@poise/analysis/diff';
import { lengthOfTime } from '@poise/language/words';
import { amountWords, counted, listed, openWords, quoted } from '../words/index.ts';

type Phrases = TermValues['phrases'];

/** How what is said of a rule is called, and what it is; `none` where nothing is said. */
interface TermWords<Value> {
  readonly called: string;
  readonly value: (value: Value) => string;
  readonly none: string;
}

const names = (values: readonly string[]): string => listed(values.map(quoted)) || 'none';
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const phrasesIn = ({ phrases, except }: Phrases): string => {
  const texts = (list: Phrases['phrases']) => [...new Set(list.map(({ text }) => quoted(text)))].join(', ');
  return `${texts(phrases)}${except.length > 0 ? ` except ${texts(except)}` : ''}`;
};
const leads = ({ everything, others }: TermValues['beats']): string => (everything ? 'everything' : names(others));
const rungs = (ladder: TermValues['ladder']): string =>
  ladder
    .map(({ team, after }, index) => (index === 0 ? quoted(team) : `then ${quoted(team)} after ${lengthOfTime(after)}`))
    .join(', ');

const TERMS: { readonly [Name in TermName]: TermWords<TermValues[Name]> } = {
  status: { called: 'its status', value: (status) => status, none: 'active' },
  valid: {
    called: 'the days on which it may start',
    value: ({ from, until }) =>
      [from === null ? '' : `from ${from}`, until === null ? '' : `until ${until}`].join(' ').trim() || 'every day',
    none: 'every day',
  },
  origin: {
    called: 'from when on it is in force',
    value: (origin) => (origin === 'house' ? 'the opening of the conversation' : 'the start of the playbook'),
    none: 'not said',
  },
  beats: { called: 'what it beats', value: leads, none: 'none' },
  stages: { called: 'its stages', value: (stages) => names(stages.map(({ id }) => id)), none: 'none' },
  stage: { called: 'its stage', value: quoted, none: 'none' },
  next: { called: 'what comes after it', value: (next) => (next === null ? 'nothing' : quoted(next)), none: 'nothing' },
  channels: { called: 'its channels', value: names, none: 'all' },
  worth: {
    called: 'its worth',
    value: ({ amount, upTo }) => `${upTo ? 'up to ' : ''}${amountWords(amount)}`,
    none: 'not said',
  },
  fields: { called: 'what is recorded', value: names, none: 'nothing' },
  within: { called: 'within', value: lengthOfTime, none: 'not said' },
  limit: {
    called: 'from which worth on',
    value: (limit) => `over ${amountWords(limit)}`,
    none: 'whatever it is worth',
  },
  total: { called: 'whether all offers count together', value: yesOrNo, none: 'no' },
  phrases: { called: 'what must not be said', value: phrasesIn, none: 'nothing' },
  wanted: { called: 'what has to be said', value: phrasesIn, none: 'nothing' },
  before: { called: 'before what', value: quoted, none: 'the close' },
  reactions: {
    called: 'what happens each time',
    value: (reactions) =>
      reactions.map(({ from, response }) => `${from}: ${REACTIONS[response.kind]}${teamOf(response)}`).join(', '),
    none: 'nothing',
  },
  ladder: { called: 'who is asked', value: rungs, none: 'nobody' },
  tell: { called: 'who is told', value: (ladders) => ladders.map(rungs).join('; '), none: 'nobody' },
  stay: { called: 'whether it stays until answered', value: yesOrNo, none: 'no' },
  resolve: { called: 'by when it is settled', value: lengthOfTime, none: 'not said' },
  handOver: { called: 'what is handed over', value: names, none: 'nothing' },
  repeat: {
    called: 'how often it is repeated',
    value: ({ every, times }) =>
      `every ${lengthOfTime(every)}${times === null ? '' : `, at most ${counted(times, 'time')}`}`,
    none: 'never',
  },
  counted: { called: 'what is counted', value: ({ kind, id }) => quoted(`${kind} ${id}`), none: 'nothing' },
  least: { called: 'how many times at least', value: String, none: 'not said' },
  window: { called: 'in the last', value: lengthOfTime, none: 'not said' },
  answers: { called: 'how soon it answers', value: lengthOfTime, none: 'not said' },
  hours: {
    called: 'when it is open',
    value: ({ zone, hours }) =>
      hours.length === 0 ? 'always' : `${hours.map(openWords).join(', ')}${zone === null ? '' : ` (${zone})`}`,
    none: 'always',
  },
  closed: { called: 'on which days it is closed', value: (days) => days.join(', ') || 'none', none: 'none' },
  otherwise: { called: 'who stands in', value: quoted, none: 'nobody' },
  type: { called: 'its values', value: typeWords, none: 'not said' },
};

/** How a term is called, and its value; what stands for one that isn't there. */
export function termWords<Name extends TermName>(name: Name, value: TermValues[Name] | undefined): string {
  const words: TermWords<TermValues[Name]> = TERMS[name];
  return value === undefined ? words.none : words.value(value);
}

export function termName(name: TermName): string {
  return TERMS[name].called;
}

const REACTIONS = { warn: 'warn', escalate: 'escalate', endConversation: 'end conversation' } as const;

function teamOf(response: TermValues['reactions'][number]['response']): string {
  return response.kind === 'escalate' ? ` to ${quoted(response.team)}` : '';
}

function typeWords({ type, fixed }: TermValues['type']): string {
  const bounds = 'min' in type && type.min !== undefined ? ` from ${type.min} to ${type.max ?? '…'}` : '';
  const unit = 'unit' in type ? ` in ${type.unit}` : 'currency' in type ? ` in ${type.currency}` : '';
  const choices = type.type === 'choice' ? ` ${type.choices.join(', ')}` : '';
  return `${type.type}${choices}${unit}${bounds}${fixed ? ', fixed' : ''}`;
}
