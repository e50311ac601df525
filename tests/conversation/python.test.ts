import { type IntendedAct, open, type Playbooks } from '@poise/runtime';
import { afterAll, expect, test } from 'vitest';
import { forConversations } from '../harness/any-playbooks.ts';
import { PythonConsumer } from '../harness/python-consumer.ts';
import { PATIENCE } from '../harness/runs.ts';

const consumer = new PythonConsumer();
afterAll(() => consumer.end());

/** The names under which the consumer has loaded playbooks. */
const names = new Map<Playbooks, string>();

async function nameOf(playbooks: Playbooks): Promise<string> {
  const name = names.get(playbooks) ?? `playbooks ${names.size}`;
  if (!names.has(playbooks)) await consumer.load(name, playbooks.documents);
  names.set(playbooks, name);
  return name;
}

/** Acts to be judged at every turn, of the names that the playbooks have. */
function actsIn({ documents }: Playbooks): readonly IntendedAct[] {
  const [document] = documents;
  const offer = document?.steps.flatMap(({ lines }) => lines).find((line) => line.kind === 'offer');
  const field = document?.facts.find(({ kind }) => kind === 'field');
  return [
    { type: 'agentSays', text: 'Calm down, Ms Okafor. You will definitely have it by 5 pm, within two days.' },
    { type: 'agentCloses' },
    { type: 'agentEscalates' },
    ...(offer ? [{ type: 'agentOffers' as const, offer: offer.offer }] : []),
    ...(field ? [{ type: 'agentAsks' as const, field: field.id }] : []),
  ];
}

test(
  'the consumer in Python, written from docs/format.md alone, says the same of any conversation',
  () =>
    forConversations(150, async ({ opening, events }, playbooks) => {
      const acts = actsIn(playbooks);
      const theirs = await consumer.play(await nameOf(playbooks), { opening, events }, acts);
      const { conversation, guidance } = open(playbooks, opening);
      const ours = {
        guidance: [guidance],
        silent: [conversation.silent()],
        reviews: [acts.map((act) => conversation.review(act))],
      };
      for (const event of events) {
        ours.guidance.push(conversation.handle(event));
        ours.silent.push(conversation.silent());
        ours.reviews.push(acts.map((act) => conversation.review(act)));
      }
      for (const index of ours.guidance.keys()) {
        expect([index, theirs.guidance[index]]).toEqual([index, ours.guidance[index]]);
        expect([index, theirs.silent[index]]).toEqual([index, ours.silent[index]]);
        expect([index, theirs.reviews[index]]).toEqual([index, ours.reviews[index]]);
      }
    }),
  PATIENCE,
);
