/** Whole conversations over all shipped playbooks: the cases of a plan. There is no peer to do the same. */
import { join } from 'node:path';
import type { Case } from '../measuring/case.ts';
import { type Bench, measureChild } from '../measuring/processes.ts';
import type { RunFigure } from '../measuring/runs.ts';
import { writeWorkload } from '../measuring/workload.ts';
import type { OpenFigure, SavedFigure, TurnFigure } from './figures.ts';
import { shippedConversations } from './workload.ts';

/** Many conversations that are open at once, each in the middle of a scenario. */
export interface OpenCase extends Case<OpenFigure> {
  readonly conversations: number;
}

/** All that is measured of conversations. */
export interface ConversationCases {
  readonly playbooks: number;
  readonly scenarios: number;
  readonly events: number;
  /** Scenario by scenario, one event after the other. */
  readonly turns: Case<TurnFigure>;
  readonly few: OpenCase;
  readonly many: OpenCase;
  /** From the texts of the playbooks to the first guidance. */
  readonly loading: Case<RunFigure>;
  readonly saving: Case<SavedFigure>;
}

/** How many conversations are open at once. */
export interface ConversationSizes {
  readonly few: number;
  readonly many: number;
}

/** Compiles what is shipped, and writes it for the children. @throws Error where something is wrong with it */
export async function prepareConversations(bench: Bench, { few, many }: ConversationSizes): Promise<ConversationCases> {
  const folder = join(bench.scratch, 'conversations');
  const workload = await shippedConversations();
  writeWorkload(folder, workload);
  const playbooks = workload.documents.length;
  const scenarios = workload.stories.length;
  const events = workload.stories.reduce((sum, story) => sum + story.events.length, 0);

  const measured = <Figure extends string>(name: string, script: string, expected: number): Case<Figure> => ({
    name,
    measure: () => measureChild<Figure>(bench, `conversations/ours/${script}.cjs`, { folder, expected }),
  });
  const open = (conversations: number): OpenCase => ({
    name: `${conversations} open conversations`,
    conversations,
    measure: () => {
      const task = { folder, expected: conversations, options: ['--expose-gc'], args: [String(conversations)] };
      return measureChild<OpenFigure>(bench, 'conversations/ours/open.cjs', task);
    },
  });
  return {
    playbooks,
    scenarios,
    events,
    turns: measured('turns of conversations', 'turns', events),
    few: open(few),
    many: open(many),
    loading: measured('loading playbooks', 'loading', playbooks),
    saving: measured('saving and resuming conversations', 'saving', scenarios),
  };
}
