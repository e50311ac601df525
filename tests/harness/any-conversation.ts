import type { Event, Logic, Opening, Phrase, Playbook, ReportedValue, Type } from '@poise/runtime';
import fc from 'fast-check';
import { conditionsIn } from '../../runtime/src/prepared/condition-visitor.ts';
import { visitNumbers } from '../../runtime/src/prepared/conditions.ts';

/** What happens in a conversation, from its opening on. */
export interface AnyConversation {
  readonly opening: Opening;
  readonly events: readonly Event[];
}

/** Saturday, 28 March 2026, 21:00 UTC: the night in which clocks go forward in Europe. */
const SPRING = Date.UTC(2026, 2, 28, 21);

/**
 * Any conversation over some documents: their own phrases and values at and beside what they are compared with, so that rules come to hold; now and then what
 * nobody should send.
 */
export function anyConversation(documents: readonly Playbook[], length = 14): fc.Arbitrary<AnyConversation> {
  const names = namesIn(documents);
  const one = (of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...(of.length > 0 ? of : ['nothing']));
  const values = (kind: 'signal' | 'field') => anyValues(documents, kind);
  const signals = values('signal');
  const fields = values('field');
  const reports = anyReports(signals);
  const text = anyText(documents, 3);
  const reply = anyText(documents, 0.2);
  const worth = fc.record({
    amount: fc.oneof(fc.constantFrom(0, 0.1, 20, 99.99, 250), fc.integer({ min: 0, max: 600 })),
    currency: fc.constantFrom('GBP', 'EUR'),
  });
  const done = fc.constantFrom({}, {}, {}, {}, { done: true });
  const offer = one(names.offers);
  const withOffer = fc.oneof(
    fc.constant({}),
    offer.map((id) => ({ offer: id })),
  );
  const about = fc.oneof(
    fc.constant({}),
    offer.map((id) => ({ offer: id })),
    one(names.actions).map((action) => ({ action })),
  );
  const event = (type: Event['type'], ...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
    fc.tuple(...parts).map((all) => Object.assign({ type }, ...all) as object);
  const field = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
    value.map((of) => ({ [name]: of }));
  const anyEvent = fc.oneof(
    {
      weight: 12,
      arbitrary: event('customerSays', field('text', text), fc.oneof(fc.constant({}), field('reports', reports))),
    },
    { weight: 5, arbitrary: event('reports', field('values', reports)) },
    { weight: 18, arbitrary: event('agentSays', field('text', reply), done) },
    {
      weight: 3,
      arbitrary: event('agentOffers', field('offer', offer), fc.oneof(fc.constant({}), field('worth', worth)), done),
    },
    { weight: 2, arbitrary: event('agentDoes', field('action', one(names.actions)), done) },
    { weight: 1, arbitrary: event('agentAsks', field('field', one(names.fields)), done) },
    { weight: 1, arbitrary: event('agentWarns', done) },
    { weight: 1, arbitrary: event('agentEscalates', field('team', one(names.teams)), done) },
    { weight: 1, arbitrary: event('agentCloses', done) },
    { weight: 1, arbitrary: event('customerLeaves') },
    { weight: 16, arbitrary: anyRecord(fields) },
    { weight: 20, arbitrary: event('agentCompletes', field('step', one(names.steps))) },
    { weight: 1, arbitrary: event('agentKeeps', field('promise', one(names.promises))) },
    { weight: 1, arbitrary: event('agentEnds', field('escalation', one(names.escalations))) },
    { weight: 10, arbitrary: event('teamAnswers', field('team', one(names.teams))) },
    { weight: 1, arbitrary: event('teamApproves', field('team', one(names.teams)), about) },
    { weight: 1, arbitrary: event('teamDeclines', field('team', one(names.teams)), about) },
    { weight: 1, arbitrary: event('customerDeclines', withOffer) },
    { weight: 1, arbitrary: event('customerAccepts', withOffer) },
    { weight: 6, arbitrary: event('timePasses') },
  );
  const pause = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }).map((seconds) => seconds * 1000) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * 60_000) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 72 }).map((hours) => hours * 3_600_000) },
    { weight: 1, arbitrary: fc.integer({ min: -5000, max: 2_000_000 }) },
  );
  return fc
    .record({
      time: fc.integer({ min: 0, max: 14 }).map((hours) => SPRING + hours * 1_800_000),
      language: fc.constantFrom(undefined, 'cy', 'cy-GB', 'de'),
      reports,
      events: fc.array(fc.tuple(pause, anyEvent), { maxLength: length, size: 'max' }),
    })
    .map(({ time, language, reports: known, events }) => {
      let at = time;
      const timed = events.map(([wait, of]) => {
        at += wait;
        return { ...of, at } as Event;
      });
      return { opening: { time, ...(language !== undefined && { language }), reports: known }, events: timed };
    });
}

function namesIn(documents: readonly Playbook[]) {
  const lines = documents.flatMap(({ steps }) => steps.flatMap((step) => step.lines));
  return {
    offers: lines.flatMap((line) => (line.kind === 'offer' ? [line.offer] : [])),
    promises: lines.flatMap((line) => (line.kind === 'promise' ? [line.promise] : [])),
    actions: documents.flatMap(({ actions }) => actions.map(({ id }) => id)),
    teams: documents.flatMap(({ teams }) => teams.map(({ id }) => id)),
    steps: documents.flatMap(({ steps }) => steps.map(({ id }) => id)),
    escalations: documents.flatMap(({ escalations }) => escalations.map(({ id }) => id)),
    fields: documents.flatMap(({ facts }) => facts.flatMap(({ id, kind }) => (kind === 'field' ? [id] : []))),
  };
}

type Values = ReadonlyMap<string, fc.Arbitrary<ReportedValue>>;

/** For each signal or field, values that are worth trying. */
function anyValues(documents: readonly Playbook[], kind: 'signal' | 'field'): Values {
  const constants = new Map<string, Set<number>>();
  const visit = (logic: Logic): void =>
    visitNumbers(logic, (fact, constant) => constants.set(fact, (constants.get(fact) ?? new Set()).add(constant)));
  for (const { certain, possible } of documents.flatMap(conditionsIn)) {
    visit(certain);
    visit(possible);
  }
  const values = new Map<string, fc.Arbitrary<ReportedValue>>();
  for (const fact of documents.flatMap(({ facts }) => facts)) {
    if (fact.kind !== kind) continue;
    const near = [...(constants.get(fact.id) ?? [])].flatMap((constant) => [constant - 1, constant, constant + 1]);
    const sound = anyValueOf(fact.type, near);
    values.set(
      fact.id,
      fc.oneof(
        { weight: 12, arbitrary: sound },
        { weight: 1, arbitrary: fc.constantFrom(null, 'abc', -1, 1e9, true, []) },
      ),
    );
  }
  return values;
}

function anyValueOf(type: Type, near: readonly number[]): fc.Arbitrary<ReportedValue> {
  switch (type.type) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...type.choices);
    case 'text':
      return fc.constantFrom('Ms Okafor', '77-201', 'x', '');
    case 'date':
      return fc.constantFrom(20_260_327, 20_260_401, 20_260_230, ...near);
    default:
      return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0.5, 3, ...near));
  }
}

function anyReports(values: Values): fc.Arbitrary<Record<string, ReportedValue>> {
  if (values.size === 0) return fc.constant({});
  const one = fc
    .constantFrom(...values)
    .chain(([name, value]) => value.map((of): [string, ReportedValue] => [name, of]));
  return fc.array(one, { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

function anyRecord(values: Values): fc.Arbitrary<object> {
  if (values.size === 0) return fc.constant({ type: 'timePasses' });
  return fc
    .constantFrom(...values)
    .chain(([field, value]) => value.map((of) => ({ type: 'agentRecords', field, value: of })));
}

/** A text with phrases of the documents in it, so many for each part that is none. */
function anyText(documents: readonly Playbook[], phrasesEach: number): fc.Arbitrary<string> {
  const lists = documents.flatMap(({ phrases }) => phrases);
  const phrases = lists.flatMap((list) => [...list.phrases, ...list.phrases, ...list.except]);
  const wordings = documents.flatMap((document) => document.wordings.map(({ text }) => text));
  const fillers = ['Well', 'I see', 'thank you', 'Ms Okafor', '77-201', 'no'];
  const part = fc.oneof(
    {
      weight: 10 * phrasesEach,
      arbitrary: phrases.length > 0 ? fc.constantFrom(...phrases.map(sayPhrase)) : fc.constant('hello'),
    },
    { weight: 10, arbitrary: fc.constantFrom(...fillers, ...wordings) },
  );
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('. ')}.`);
}

const KINDS: Readonly<Record<string, string>> = {
  time: '5 pm',
  duration: 'two days',
  amount: '20 pounds',
  number: '12',
  date: 'tomorrow',
  email: 'a@b.com',
  phone: '020 7946 0000',
  link: 'www.example.com',
};

function sayPhrase({ sequence }: Phrase): string {
  return sequence
    .map((element) => {
      if ('gap' in element) return 'so';
      if ('kind' in element) return KINDS[element.kind] ?? 'something';
      return element.words[0] ?? element.prefixes[0] ?? 'something';
    })
    .join(' ');
}
