import type { ast } from '@poise/language';
import type { Plain, PlainOf } from './plain.ts';
import { only, type Pen } from './scope.ts';
import { type LineWriters, values } from './step-lines.ts';
import { text } from './texts.ts';
import { anyValueOf, duration, money } from './values.ts';
import { DATES, isKeyword, LANGUAGE_NAMES, TIMES, WEEKDAYS } from './words.ts';

/** What happens in a scenario. */
export const eventLines: LineWriters<ast.Event['$type']> = {
  Given: (pen) => {
    const facts = factValues(pen);
    return facts.length > 0 ? { $type: 'Given', facts } : undefined;
  },
  CustomerSays: (pen) => ({
    $type: 'CustomerSays',
    text: text(pen.choices),
    facts: pen.choices.chance(40) ? factValues(pen) : [],
  }),
  CustomerDecides: (pen) => {
    const offer = pen.choices.chance(60) ? pen.choices.oneOf(pen.own.offers.filter(isOwnWord)) : undefined;
    return { $type: 'CustomerDecides', verdict: pen.choices.one(['declines', 'accepts']), ...(offer && { offer }) };
  },
  AgentSays: (pen) => ({ $type: 'AgentSays', ...said(pen) }),
  AgentOffers: (pen) => {
    const offer = pen.choices.oneOf(pen.own.offers);
    return offer && { $type: 'AgentOffers', offer, ...(pen.choices.chance(50) && { worth: money(pen) }) };
  },
  AgentRecords: (pen) => {
    const field = pen.choices.oneOf(pen.scope.values.filter(({ $type }) => $type === 'Field'));
    if (!field) return undefined;
    const value = anyValueOf(field.valueType, field.name, pen);
    return { $type: 'AgentRecords', field: { to: 'Field', name: field.name }, value };
  },
  AgentDoes: (pen) => {
    const action = pen.choices.oneOf(only(pen.scope.happenings, 'Action'));
    return action && { $type: 'AgentDoes', action };
  },
  AgentCompletes: (pen) => {
    const step = pen.choices.oneOf(pen.own.steps);
    return step && { $type: 'AgentCompletes', step };
  },
  AgentEndsEscalation: (pen) => {
    const escalation = pen.choices.oneOf(only(pen.scope.happenings, 'Escalation'));
    return escalation && { $type: 'AgentEndsEscalation', escalation };
  },
  AgentCloses: () => ({ $type: 'AgentCloses', closes: true }),
  TeamAnswers: (pen) => {
    const team = pen.choices.oneOf(pen.scope.teams.filter(isOwnWord));
    return team && { $type: 'TeamAnswers', team };
  },
  TeamDecides: (pen) => {
    const team = pen.choices.oneOf(pen.scope.teams.filter(isOwnWord));
    if (!team) return undefined;
    const offer = pen.choices.chance(60) ? pen.choices.oneOf(pen.own.offers) : undefined;
    const verdict = pen.choices.one(['approves', 'approve', 'declines', 'decline']);
    return { $type: 'TeamDecides', team, verdict, ...(offer && { offer }), reply: offer === undefined };
  },
  TimePasses: ({ choices }) => ({ $type: 'TimePasses', duration: duration(choices) }),
  Expect: (pen) => ({ $type: 'Expect', none: pen.choices.chance(25), expectation: expectation(pen) }),
};

/** When and in which language a conversation begins: said before anything happens. */
export function beginning({ choices }: Pen): PlainOf<'Given'>[] {
  const clock: PlainOf<'ClockFact'> = choices.chance(60)
    ? { $type: 'ClockFact', day: choices.one(WEEKDAYS), time: choices.one(TIMES) }
    : { $type: 'ClockFact', date: choices.one(DATES), time: choices.one(TIMES) };
  const language: PlainOf<'LanguageFact'> = { $type: 'LanguageFact', language: choices.one(LANGUAGE_NAMES) };
  return choices.some<Plain<ast.GivenFact>>([clock, language], 2).map((fact) => ({ $type: 'Given', facts: [fact] }));
}

/** A name that isn't a word of the language, which can stand where a name may be left out or begins a line. */
function isOwnWord({ name }: { readonly name: string }): boolean {
  return !isKeyword(name);
}

function factValues(pen: Pen): PlainOf<'FactValue'>[] {
  return pen.choices.some(pen.scope.values, 2).map(({ $type, name, valueType }) => ({
    $type: 'FactValue',
    fact: { to: $type, name },
    value: anyValueOf(valueType, name, pen),
  }));
}

function said(pen: Pen): Pick<PlainOf<'AgentSays'>, 'text' | 'wording'> {
  const wording = pen.choices.chance(40) ? pen.choices.oneOf(pen.scope.wordings) : undefined;
  return wording ? { wording } : { text: text(pen.choices) };
}

/** Everything that can be expected. */
const EXPECTATIONS: { readonly [Type in ast.Expectation['$type']]: (pen: Pen) => PlainOf<Type> | undefined } = {
  ExpectStep: (pen) => {
    const step = pen.choices.oneOf(pen.own.steps);
    return step && { $type: 'ExpectStep', step };
  },
  ExpectSay: (pen) => ({ $type: 'ExpectSay', ...said(pen) }),
  ExpectVerdict: (pen) => {
    const boundary = pen.choices.chance(60) ? pen.choices.oneOf(only(pen.scope.happenings, 'Boundary')) : undefined;
    return {
      $type: 'ExpectVerdict',
      act: pen.choices.one(['offer', 'reply', 'action']),
      verdict: pen.choices.one(['blocked', 'allowed']),
      ...(boundary && { boundary }),
    };
  },
  ExpectOffer: (pen) => {
    const offer = pen.choices.oneOf(pen.own.offers);
    return offer && { $type: 'ExpectOffer', offer };
  },
  ExpectWarning: () => ({ $type: 'ExpectWarning', warning: true }),
  ExpectBoundary: (pen) => {
    const boundary = pen.choices.oneOf(only(pen.scope.happenings, 'Boundary'));
    return boundary && { $type: 'ExpectBoundary', boundary };
  },
  ExpectEscalation: (pen) => {
    const visible = only(pen.scope.happenings, 'Escalation').filter(isOwnWord);
    const escalation = pen.choices.chance(60) ? pen.choices.oneOf(visible) : undefined;
    const team = pen.choices.chance(50) ? pen.choices.oneOf(pen.scope.teams) : undefined;
    return { $type: 'ExpectEscalation', ...(escalation && { escalation }), ...(team && { team }) };
  },
  ExpectHandover: (pen) => {
    const facts = pen.choices.some(values(pen), 2);
    return facts.length > 0 ? { $type: 'ExpectHandover', facts } : undefined;
  },
  ExpectPlaybook: (pen) => {
    const playbook = pen.choices.oneOf(pen.own.playbooks);
    return playbook && { $type: 'ExpectPlaybook', playbook };
  },
  ExpectFollowUp: (pen) => {
    const followUp = pen.choices.oneOf(pen.own.followUps);
    return followUp && { $type: 'ExpectFollowUp', followUp };
  },
  ExpectAgentCare: (pen) => {
    const care = pen.choices.oneOf(only(pen.scope.happenings, 'AgentCare'));
    return care && { $type: 'ExpectAgentCare', care };
  },
  ExpectCommitment: (pen) => {
    const commitment = pen.choices.oneOf(pen.own.commitments);
    return commitment && { $type: 'ExpectCommitment', commitment };
  },
  ExpectEnd: () => ({ $type: 'ExpectEnd', end: true }),
};

function expectation(pen: Pen): Plain<ast.Expectation> {
  const writers = Object.values(EXPECTATIONS);
  return writers[pen.choices.below(writers.length)]?.(pen) ?? { $type: 'ExpectEnd', end: true };
}
