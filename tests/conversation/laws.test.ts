/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { type Guidance, open, type Playbooks, prepare, resume, type State } from '@poise/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { expect, test } from 'vitest';
import type { AnyConversation } from '../harness/any-conversation.ts';
import { forConversations } from '../harness/any-playbooks.ts';
import { PATIENCE } from '../harness/runs.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../runtime/schema/conversation.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allowUnionTypes: true, strictRequired: false, schemas: [schema] });
const isGuidance = ajv.compile({ $ref: `${schema.$id}#/$defs/Guidance` });
const isSilent = ajv.compile({ type: 'array', items: { $ref: `${schema.$id}#/$defs/Silent` } });

const engine = new LogicEngine();

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
  'guidance is what its schema says, whatever happens, and much does happen',
  async () => {
    const seen = new Set<string>();
    const isAsItsSchemaSays = ({ opening, events }: AnyConversation, playbooks: Playbooks): void => {
      const { conversation, guidance } = open(playbooks, opening);
      for (const given of [guidance, ...events.map((event) => conversation.handle(event))]) {
        isGuidance(given);
        expect(isGuidance.errors ?? []).toEqual([]);
        for (const what of whatIsIn(given)) seen.add(what);
      }
      isSilent(conversation.silent());
      expect(isSilent.errors ?? []).toEqual([]);
    };
    // How much happens must not hang on chance.
    await forConversations(720, isAsItsSchemaSays, { seed: 9 });
    expect(OFTEN.filter((what) => !seen.has(what))).toEqual([]);
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

/** What hundreds of conversations have in them, whichever they are; the conformance suite has the rest. */
const OFTEN = [
  'state open',
  'state ending',
  'state closed',
  ...'playbook step offer action boundary escalation agentCare'.split(' ').map((kind) => `happened ${kind}`),
  ...'leads calls waits'.split(' ').map((state) => `playbook ${state}`),
  ...'warn say ask do record promise consult'.split(' ').map((kind) => `line ${kind}`),
  ...'step escalation boundary agentCare'.split(' ').map((kind) => `from ${kind}`),
  'offer open',
  'offer closed by blocks',
  'held back: reaction',
  'held back: escalation',
  ...'reply completed skip'.split(' ').map((how) => `move ${how}`),
  ...'escalation boundary step agent'.split(' ').map((kind) => `handover of ${kind}`),
  ...'badValue closed notPresent notAsked notRunning notPromised noOffer'.split(' ').map((code) => `fault ${code}`),
  ...'Says Asks Offers Does Warns Escalates'.split(' ').map((act) => `agent${act} allowed`),
  ...'Says Does Closes'.split(' ').map((act) => `agent${act} blocked`),
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
