import { compileWorkspace } from '@poise/generator';
import { load, type Playbooks, prepare } from '@poise/runtime';
import fc from 'fast-check';
import { type AnyConversation, anyConversation } from './any-conversation.ts';
import { memoryHost } from './memory-host.ts';
import { runs } from './runs.ts';
import { shippedDocuments } from './shipped-documents.ts';
import { canonicalText, printed } from './sound-workspace/layout.ts';
import { anyChoices, soundWorkspace } from './sound-workspace/workspace.ts';

const shipped = await shippedDocuments();

/** The shipped playbooks all together, and each by itself: then less gets in the way of its steps. */
const shelves = [shipped, ...shipped.map((document) => [document])].map(prepare);

/** Any conversation on the shelf. */
const onShelf = fc
  .constantFrom(...shelves)
  .chain((playbooks) => fc.tuple(anyConversation(playbooks.documents, 30), fc.constant(playbooks)));

/** How many conversations are tried over the playbooks of one workspace: making it takes longer than those. */
const CONVERSATIONS = 12;

/** Whether a law holds for conversations over the shipped playbooks, and over sound ones of any kind; each half so often. @param chance a seed, where the same ones are wanted each time */
export async function forConversations(
  usual: number,
  law: (conversation: AnyConversation, playbooks: Playbooks) => void | Promise<void>,
  chance: { readonly seed?: number } = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(onShelf, async ([conversation, playbooks]) => law(conversation, playbooks)),
    { ...runs(usual), ...chance },
  );
  await fc.assert(
    fc.asyncProperty(anyChoices, fc.integer(), async (choices, seed) => {
      const sources = printed(soundWorkspace(choices), canonicalText);
      const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), {
        today: '2026-11-22',
        proofs: false,
      });
      const loaded = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
      const playbooks = prepare(loaded.playbooks);
      await fc.assert(
        fc.asyncProperty(anyConversation(playbooks.documents), async (conversation) => law(conversation, playbooks)),
        // Other conversations with each workspace.
        { numRuns: CONVERSATIONS, seed },
      );
    }),
    { ...runs(usual / CONVERSATIONS), ...chance },
  );
}
