import { open, type Playbook } from '@poise/runtime';
import { expect, test } from 'vitest';
import { checkPaths } from '../../../analysis/src/paths/check-paths.ts';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { forConversations } from '../../harness/any-playbooks.ts';
import { PATIENCE } from '../../harness/runs.ts';

const unreachable = new WeakMap<Playbook, readonly string[]>();

/** The steps of a playbook that no path leads to. */
function unreachableIn(document: Playbook): readonly string[] {
  const known = unreachable.get(document);
  if (known) return known;
  const found = checkPaths(document, new StateSpace([document])).flatMap((one) =>
    one.code === 'unreachable-step' ? `${document.id}/${one.data.step}` : [],
  );
  unreachable.set(document, found);
  return found;
}

test(
  'no conversation enters a step that no path leads to, unless an agent says of the step before, at once, that it is done',
  async () => {
    let entered = 0;
    await forConversations(240, ({ opening, events }, playbooks) => {
      const never = new Set(playbooks.documents.flatMap(unreachableIn));
      const { conversation, guidance } = open(playbooks, opening);
      const all = [guidance];
      for (const event of events) if (event.type !== 'agentCompletes') all.push(conversation.handle(event));
      const steps = all.flatMap(({ happened }) =>
        happened.flatMap(({ kind, id, playbook }) => (kind === 'step' ? [`${playbook}/${id}`] : [])),
      );
      expect(steps.filter((step) => never.has(step))).toEqual([]);
      entered += steps.length;
    });
    expect(entered).toBeGreaterThan(100);
  },
  PATIENCE,
);
