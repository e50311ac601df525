import { compileWorkspace } from '@poise/generator';
import { load, open, type Playbooks, prepare } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyConversation, anyConversation } from '../../harness/any-conversation.ts';
import { forConversations } from '../../harness/any-playbooks.ts';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { RELATED_FACTS } from './related-facts.ts';
import { StateWatch } from './state-watch.ts';

const watches = new WeakMap<Playbooks, StateWatch>();

/** Plays a conversation. Tells how often its facts were computed, and where they were in no state of the analysis, or a condition came out otherwise. */
function watched({ opening, events }: AnyConversation, playbooks: Playbooks) {
  const watch = watches.get(playbooks) ?? new StateWatch(playbooks);
  watches.set(playbooks, watch);
  const before = watch.moments;
  watch.during(() => {
    const { conversation } = open(playbooks, opening);
    for (const event of events) {
      conversation.handle(event);
      watch.compareConditions();
    }
  });
  return { moments: watch.moments - before, found: watch.found };
}

test(
  'whatever happens in a conversation, its facts are in a state of the analysis whenever a condition is looked at, and conditions come out alike',
  async () => {
    let looked = 0;
    await forConversations(240, (conversation, playbooks) => {
      const { moments, found } = watched(conversation, playbooks);
      expect(found).toEqual([]);
      looked += moments;
    });
    expect(looked).toBeGreaterThan(10_000);
  },
  PATIENCE,
);

test(
  'the same holds of facts that have much to do with one another',
  async () => {
    const options = { today: '2026-11-22', proofs: false };
    const { outputs } = await compileWorkspace([...RELATED_FACTS.keys()], memoryHost(RELATED_FACTS), options);
    const loaded = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const playbooks = prepare(loaded.playbooks);
    expect(playbooks.documents.length).toBe(RELATED_FACTS.size);
    fc.assert(
      fc.property(anyConversation(playbooks.documents, 30), (conversation) => {
        expect(watched(conversation, playbooks).found).toEqual([]);
      }),
      runs(300),
    );
  },
  PATIENCE,
);
