import type { Choices } from '../../harness/sound-workspace/choices.ts';
import type { History, Span } from './history.ts';
import { always, both, either, type Meaning, negated, no, ofFact, unless } from './meaning.ts';
import type { Literal, Signal } from './signals.ts';

/** A question as an author writes it, and what it means. */
export interface Question {
  readonly text: string;
  readonly meaning: Meaning;
}

/** What questions may be about. */
export interface Subjects {
  readonly signals: readonly Signal[];
  readonly situations: readonly { readonly name: string; readonly meaning: Meaning }[];
  /** What a solver has to know of questions about the past; none are asked where it isn't there. */
  readonly history: History | undefined;
}

type Relation = 'is' | 'is not' | 'is at least' | 'is at most' | 'is more than' | 'is less than';

const ORDERS = ['is at least', 'is less than', 'is more than', 'is at most'] as const;

/** A condition: questions, some of them within others, with an exception now and then. */
export function condition(choices: Choices, subjects: Subjects): Question {
  const main = joined(choices, subjects, 2);
  if (!choices.chance(20)) return main;
  const exception = joined(choices, subjects, 1);
  return { text: `${main.text} unless ${exception.text}`, meaning: unless(main.meaning, exception.meaning) };
}

/** The same condition, but for one more question: so that one of the two is often part of the other. */
export function varied(before: Question, choices: Choices, subjects: Subjects): Question {
  if (before.text.includes(' unless ')) return condition(choices, subjects);
  const other = operand(choices, subjects, 0);
  const word = choices.one(['and', 'or']);
  const meaning = word === 'and' ? both([before.meaning, other.meaning]) : either([before.meaning, other.meaning]);
  return { text: `(${before.text}) ${word} ${other.text}`, meaning };
}

function joined(choices: Choices, subjects: Subjects, deep: number): Question {
  const parts = choices.times(1, 3, () => operand(choices, subjects, deep));
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const word = choices.one(['and', 'or']);
  const meanings = parts.map(({ meaning }) => meaning);
  return {
    text: parts.map(({ text }) => text).join(` ${word} `),
    meaning: word === 'and' ? both(meanings) : either(meanings),
  };
}

function operand(choices: Choices, subjects: Subjects, deep: number): Question {
  const inner =
    deep > 0 && choices.chance(35) ? grouped(joined(choices, subjects, deep - 1)) : single(choices, subjects);
  return choices.chance(25) ? { text: `not ${inner.text}`, meaning: negated(inner.meaning) } : inner;
}

function grouped({ text, meaning }: Question): Question {
  return { text: `(${text})`, meaning };
}

function single(choices: Choices, subjects: Subjects): Question {
  const { history, signals, situations } = subjects;
  if (history && choices.chance(45)) return ofThePast(choices, history, signals);
  const situation = choices.chance(12) ? choices.oneOf(situations) : undefined;
  if (situation) {
    const { name, meaning } = situation;
    if (choices.chance(70)) return { text: name, meaning };
    return { text: `${name} is known`, meaning: always(either([meaning, negated(meaning)]).yes) };
  }
  return ofSignal(choices, signals);
}

function ofSignal(choices: Choices, signals: readonly Signal[]): Question {
  const signal = choices.oneOf(signals);
  if (!signal) return { text: 'messages is at least 0', meaning: always('true') };
  const { name } = signal;
  if (choices.chance(12)) {
    return choices.chance(50)
      ? { text: `${name} is known`, meaning: always(knows(signal)) }
      : { text: `${name} is not known`, meaning: always(no(knows(signal))) };
  }
  if (signal.sort === 'Bool' && choices.chance(40)) return { text: name, meaning: ofFact(knows(signal), name) };
  if (choices.chance(15)) {
    const literals = choices.times(1, 3, () => signal.literal(choices));
    const different = literals.filter(
      ({ text }, index) => literals.findIndex((other) => other.text === text) === index,
    );
    const same = different.map(({ smt }) => `(= ${name} ${smt})`);
    const text = `${name} is one of ${different.map((literal) => literal.text).join(', ')}`;
    return { text, meaning: ofFact(knows(signal), `(or ${same.join(' ')} false)`) };
  }
  const relation = signal.isOrdered && choices.chance(75) ? choices.one(ORDERS) : choices.one(['is', 'is not']);
  return compared(signal, relation, signal.literal(choices));
}

/** That a signal is known. */
export function knows({ name }: Signal): string {
  return `known_${name}`;
}

function compared(signal: Signal, relation: Relation, literal: Literal): Question {
  const text = `${signal.name} ${relation} ${literal.text}`;
  return { text, meaning: ofFact(knows(signal), comparison(signal.name, relation, literal.smt)) };
}

function comparison(subject: string, relation: Relation, smt: string): string {
  switch (relation) {
    case 'is':
      return `(= ${subject} ${smt})`;
    case 'is not':
      return `(not (= ${subject} ${smt}))`;
    case 'is at least':
      return `(>= ${subject} ${smt})`;
    case 'is at most':
      return `(<= ${subject} ${smt})`;
    case 'is more than':
      return `(> ${subject} ${smt})`;
    case 'is less than':
      return `(< ${subject} ${smt})`;
  }
}

/** Something about the conversation itself, or about what was before. */
function ofThePast(choices: Choices, history: History, signals: readonly Signal[]): Question {
  const kind = choices.one(['said', 'number', 'run', 'been', 'reports', 'says', 'happened']);
  const ordered = signals.filter((signal) => signal.isOrdered);
  const signal = choices.oneOf(ordered);
  const counted = choices.oneOf(signals.filter((one) => one.isCount));
  if (kind === 'says') {
    const speaker = choices.one(['customer', 'agent']);
    const list = choices.one(history.lists);
    return { text: `${speaker} says ${list}`, meaning: always(history.says(speaker, list)) };
  }
  if (kind === 'happened') {
    const { text, times, span } = occurrences(choices);
    return { text: `refund has happened${text}`, meaning: always(`(>= ${history.happened(span)} ${times})`) };
  }
  if (kind === 'number') {
    const relation = choices.one(ORDERS);
    const name = choices.one(['messages', 'elapsed', 'waiting', 'attempts']);
    const number = choices.below(4);
    const text = name === 'messages' || name === 'attempts' ? `${number}` : `${number} seconds`;
    return {
      text: `${name} ${relation} ${text}`,
      meaning: always(comparison(history.builtin(name), relation, `${number}`)),
    };
  }
  if (kind === 'reports' && counted) {
    const relation = choices.one(ORDERS);
    const number = choices.below(4);
    const span = choices.one(SPANS);
    const meaning = always(comparison(history.reports(counted, span), relation, `${number}`));
    return { text: `${counted.name} ${relation} ${number} in the last ${span.text}`, meaning };
  }
  if ((kind === 'run' || kind === 'been') && signal) {
    const relation = choices.one(ORDERS);
    const literal = signal.literal(choices);
    const now = compared(signal, relation, literal);
    // Few, so that they have to do with one another.
    const asked = history.asked();
    const look = asked.length < MOST_LOOKS ? { text: now.text, now: now.meaning } : choices.oneOf(asked);
    if (look && kind === 'been') return { text: look.text.replace(' is ', ' has been '), meaning: history.been(look) };
    const messages = choices.between(2, 4);
    if (look) return { text: `${look.text} for ${messages} messages`, meaning: history.run(look, messages) };
  }
  const { text, times, span } = occurrences(choices);
  const speaker = choices.one(['customer', 'agent']);
  const list = choices.one(history.lists);
  return {
    text: `${speaker} has said ${list}${text}`,
    meaning: always(`(>= ${history.said(speaker, list, span)} ${times})`),
  };
}

/** From the shortest on. */
export const SPANS: readonly [Span, ...Span[]] = [
  { text: '10 minutes', seconds: 600 },
  { text: '1 hour', seconds: 3600 },
  { text: '2 days', seconds: 172_800 },
];

/** How many questions are asked over time, at most. */
const MOST_LOOKS = 2;

function occurrences(choices: Choices): {
  readonly text: string;
  readonly times: number;
  readonly span: Span | undefined;
} {
  const times = choices.one([1, 2, 3]);
  const span = choices.chance(40) ? choices.one(SPANS) : undefined;
  const text = `${times === 1 ? '' : ` at least ${times} times`}${span ? ` in the last ${span.text}` : ''}`;
  return { text, times, span };
}
