/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { compileWorkspace } from '@poise/generator';
import { type Guidance, load, open, type Playbook, type Playbooks, prepare, resume, type State } from '@poise/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { expect, test } from 'vitest';
import { type AnyConversation, anyConversation } from '../harness/any-conversation.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedDocuments } from '../harness/shipped-documents.ts';
import { canonicalText, printed } from '../harness/sound-workspace/layout.ts';
import { anyChoices, soundWorkspace } from '../harness/sound-workspace/workspace.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../runtime/schema/conversation.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allowUnionTypes: true, strictRequired: false, schemas: [schema] });
const isGuidance = ajv.compile({ $ref: `${schema.$id}#/$defs/Guidance` });
const isSilent = ajv.compile({ type: 'array', items: { $ref: `${schema.$id}#/$defs/Silent` } });

const engine = new LogicEngine();

const shipped = await shippedDocuments();

/** The shipped playbooks all together, and each by itself: then less gets in the way of its steps. */
const shelves = [shipped, ...shipped.map((document) => [document])].map(prepare);

/** Whether a law holds for conversations over the shipped playbooks, and over sound ones of any kind. */
async function forConversations(usual: number, law: (conversation: AnyConversation, playbooks: Playbooks) => void) {
  const onShelf = fc
    .constantFrom(...shelves)
    .chain((playbooks) => fc.tuple(anyConversation(playbooks.documents, 30), fc.constant(playbooks)));
  fc.assert(
    fc.property(onShelf, ([conversation, playbooks]) => law(conversation, playbooks)),
    runs(usual),
  );
  await fc.assert(
    fc.asyncProperty(anyChoices, async (choices) => {
      const sources = printed(soundWorkspace(choices), canonicalText);
      const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
      const loaded = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
      const playbooks = prepare(loaded.playbooks as Playbook[]);
      fc.assert(
        fc.property(anyConversation(playbooks.documents), (conversation) => law(conversation, playbooks)),
        { numRuns: 12 },
      );
    }),
    runs(usual / 12),
  );
}

/** The guidance after the opening and after each event. */
function play({ opening, events }: AnyConversation, playbooks: Playbooks): Guidance[] {
  const { conversation, guidance } = open(playbooks, opening);
  return [guidance, ...events.map((event) => conversation.handle(event))];
}

/** The same playbooks, as another machine has them: given in another order, and prepared anew. */
const preparedAgain = (playbooks: Playbooks): Playbooks => {
  const known = again.get(playbooks) ?? prepare(playbooks.documents.toReversed());
  again.set(playbooks, known);
  return known;
};
const again = new WeakMap<Playbooks, Playbooks>();

test(
  'guidance is what its schema says, whatever happens, and everything does happen',
  async () => {
    const seen = new Set<string>();
    await forConversations(360, ({ opening, events }, playbooks) => {
      const { conversation, guidance } = open(playbooks, opening);
      for (const given of [guidance, ...events.map((event) => conversation.handle(event))]) {
        isGuidance(given);
        expect(isGuidance.errors ?? []).toEqual([]);
        for (const what of whatIsIn(given)) seen.add(what);
      }
      isSilent(conversation.silent());
      expect(isSilent.errors ?? []).toEqual([]);
    });
    expect(EVERYTHING.filter((what) => !seen.has(what))).toEqual([]);
  },
  PATIENCE,
);

function whatIsIn(given: Guidance): readonly string[] {
  return [
    `state ${given.state}`,
    ...given.happened.map(({ kind }) => `happened ${kind}`),
    ...given.playbooks.map(({ state }) => `playbook ${state}`),
    ...given.lines.flatMap(({ kind, from }) => [`line ${kind}`, `from ${from.kind}`]),
    ...given.offers.map(({ open: isOpen, closedBy }) => (isOpen ? 'offer open' : `offer closed by ${closedBy}`)),
    ...given.heldBack.map(({ what }) => `held back: ${what}`),
    ...given.moves.map(({ how }) => `move ${how}`),
    ...given.crossings.map(({ reaction }) => `reaction ${reaction?.kind}`),
    ...given.escalations.map(({ kind }) => `handover of ${kind}`),
    ...given.faults.map(({ code }) => `fault ${code}`),
    ...(given.verdict ? [`${given.verdict.act} ${given.verdict.allowed ? 'allowed' : 'blocked'}`] : []),
  ];
}

/** What any hundreds of conversations have in them; the rest is in the conformance suite. */
const EVERYTHING = [
  ...['open', 'ending', 'closed'].map((state) => `state ${state}`),
  ...'playbook step offer promise action boundary escalation followUp agentCare'
    .split(' ')
    .map((kind) => `happened ${kind}`),
  ...['leads', 'calls', 'waits'].map((state) => `playbook ${state}`),
  ...'warn say ask do record promise consult'.split(' ').map((kind) => `line ${kind}`),
  ...'step escalation boundary followUp agentCare'.split(' ').map((kind) => `from ${kind}`),
  ...['open', 'closed by channel', 'closed by blocks'].map((offer) => `offer ${offer}`),
  ...'words reaction escalation'.split(' ').map((what) => `held back: ${what}`),
  ...'goTo continueWith done reply completed skip'.split(' ').map((how) => `move ${how}`),
  ...'warn escalate endConversation'.split(' ').map((reaction) => `reaction ${reaction}`),
  ...'escalation boundary step agent'.split(' ').map((kind) => `handover of ${kind}`),
  ...'badValue closed notPresent notAsked notRunning notPromised noOffer'.split(' ').map((code) => `fault ${code}`),
  ...'agentSays agentAsks agentOffers agentDoes agentWarns agentEscalates agentCloses'
    .split(' ')
    .flatMap((act) => [`${act} allowed`, `${act} blocked`]),
];

test(
  'a conversation that is saved and resumed at any point goes on as if it had not been',
  () =>
    forConversations(240, ({ opening, events }, playbooks) => {
      const again = preparedAgain(playbooks);
      let { conversation } = open(playbooks, opening);
      const guidances = events.map((event, index) => {
        const state = JSON.parse(JSON.stringify(conversation.save())) as State;
        conversation = resume(index % 2 === 0 ? again : playbooks, state);
        return conversation.handle(event);
      });
      expect(guidances).toEqual(play({ opening, events }, playbooks).slice(1));
    }),
  PATIENCE,
);

test(
  'conversations on the same playbooks know nothing of each other, and looking at one changes nothing',
  () =>
    forConversations(240, (conversation, playbooks) => {
      const { opening, events } = conversation;
      const one = open(playbooks, opening).conversation;
      const other = open(playbooks, { ...opening, reports: {} }).conversation;
      const guidances = events.map((event) => {
        const given = one.handle(event);
        other.handle({ ...event, at: event.at + 1000 });
        one.silent();
        one.guidance();
        one.review({ type: 'agentSays', text: 'Thank you.' });
        for (const { id } of playbooks.documents) one.facts(id);
        return given;
      });
      expect(guidances).toEqual(play(conversation, playbooks).slice(1));
    }),
  PATIENCE,
);

test(
  'time that passes in parts is time that passes',
  () =>
    forConversations(240, ({ opening, events }, playbooks) => {
      const whole = open(playbooks, opening).conversation;
      const parts = open(playbooks, opening).conversation;
      let now = opening.time;
      for (const event of events) {
        const until = Math.max(now, event.at);
        for (const part of [0.25, 0.5, 0.75, 1]) {
          parts.handle({ type: 'timePasses', at: Math.floor(now + (until - now) * part) });
        }
        now = until;
        whole.handle({ type: 'timePasses', at: now });
        const [{ happened: _, ...a }, { happened: __, ...b }] = [whole.handle(event), parts.handle(event)];
        expect(a).toEqual(b);
      }
      const { passes: _, ...a } = whole.save().memory;
      const { passes: __, ...b } = parts.save().memory;
      expect(a.values).toEqual(b.values);
      expect(a.escalations).toEqual(b.escalations);
      expect(a.followUps).toEqual(b.followUps);
    }),
  PATIENCE,
);

test(
  'the conditions of rules hold where JsonLogic engines of others say so, of the facts that the conversation gives',
  () =>
    forConversations(60, ({ opening, events }, playbooks) => {
      const { conversation } = open(playbooks, opening);
      const { moment, rules } = playbooks;
      for (const event of events) {
        conversation.handle(event);
        for (const { source, playbook, when } of [...rules.triggers, ...rules.escalations, ...rules.agentCare]) {
          const facts = conversation.facts(playbook.id);
          const ours = [moment.certain(when), moment.possible(when)];
          const { certain, possible } = source.when;
          expect([certain, possible].map((logic) => jsonLogic.apply(logic as RulesLogic, facts))).toEqual(ours);
          expect([certain, possible].map((logic) => engine.run(logic, facts))).toEqual(ours);
        }
      }
    }),
  PATIENCE,
);

test(
  'what comes back stays the same when the conversation goes on, and events are left as they are',
  () =>
    forConversations(60, ({ opening, events }, playbooks) => {
      const { conversation, guidance } = open(playbooks, opening);
      const kept = [guidance];
      const copies = [JSON.stringify(guidance)];
      const before = JSON.stringify(events);
      for (const event of events) {
        const given = conversation.handle(event);
        kept.push(given);
        copies.push(JSON.stringify(given));
      }
      expect(kept.map((given) => JSON.stringify(given))).toEqual(copies);
      expect(JSON.stringify(events)).toBe(before);
    }),
  PATIENCE,
);
