import type { UntimedEvent } from '@poise/generator/playing';
import { afterEach, expect, it } from 'vitest';
import { SimulatorSession } from '../../extension/src/simulator/session.ts';
import type { ToSimulator } from '../../extension/webviews/simulator/messages.ts';
import { Editor } from '../harness/editor.ts';

const LAMP = `playbook lamp "Arrived damaged"
  owner   "Customer Care"
  version 1.0.0
team supervisors "Supervisors" answers within 5 minutes
trigger broken when customer says "broken"
step hear
  say "Tell me."
step agree
  say "Agreed."
escalation furious when customer says "manager" to supervisors
`;

const BROKEN: UntimedEvent = { type: 'customerSays', text: 'It is broken' };
const MANAGER: UntimedEvent = { type: 'customerSays', text: 'Your manager, please' };
const ANSWERS: UntimedEvent = { type: 'teamAnswers', team: 'supervisors' };

let editor: Editor;
afterEach(() => editor.end());

/** A session, and what it told last. */
async function start() {
  editor = await Editor.on(new Map([['lamp.playbook', LAMP]]));
  await editor.settled();
  const told: ToSimulator[] = [];
  const session = new SimulatorSession(
    { uri: 'file:///lamp.playbook', opening: '2026-11-25 10:00', events: [] },
    {
      ask: (method, params) => editor.connection.sendRequest(method, params),
      tell: (message) => void told.push(message),
      write: async () => true,
    },
  );
  const shown = () => told.filter((message) => message.kind === 'show').at(-1);
  const happen = (event: UntimedEvent) => session.take({ kind: 'happen', event });
  return { session, told, shown, happen };
}

it('keeps what happens in order, however fast it comes', async () => {
  const { shown, happen } = await start();
  await Promise.all([happen(BROKEN), happen(MANAGER), happen(ANSWERS)]);
  expect(shown()?.conversation.events).toEqual([BROKEN, MANAGER, ANSWERS]);
});

it('refuses what can’t happen, and says why', async () => {
  const { shown, happen } = await start();
  await happen(BROKEN);
  await happen(ANSWERS);
  expect(shown()).toMatchObject({ conversation: { events: [BROKEN] }, refused: 'nobody has asked `supervisors`' });
});

it('puts back what was taken back, until something else happens', async () => {
  const { session, shown, happen } = await start();
  for (const event of [BROKEN, MANAGER, ANSWERS]) await happen(event);
  await session.take({ kind: 'goTo', count: 1 });
  expect(shown()).toMatchObject({ conversation: { events: [BROKEN] }, takenBack: 2 });
  await session.take({ kind: 'goTo', count: 2 });
  expect(shown()).toMatchObject({ conversation: { events: [BROKEN, MANAGER] }, takenBack: 1 });
  await happen(BROKEN);
  expect(shown()).toMatchObject({ conversation: { events: [BROKEN, MANAGER, BROKEN] }, takenBack: 0 });
});

it('leaves behind what a new version doesn’t let happen, once the conversation goes on', async () => {
  const { session, shown, told, happen } = await start();
  for (const event of [BROKEN, MANAGER, ANSWERS]) await happen(event);
  const before = told.length;
  await session.replay();
  expect(told).toHaveLength(before);
  await editor.write('lamp.playbook', LAMP.replace('"manager"', '"director"'));
  await editor.settled();
  await session.replay();
  expect(shown()).toMatchObject({
    isNewVersion: true,
    conversation: { events: [BROKEN, MANAGER, ANSWERS] },
    answer: { simulation: { stopped: { event: 2, because: 'nobody has asked `supervisors`' } } },
  });
  await happen(BROKEN);
  expect(shown()?.conversation.events).toEqual([BROKEN, MANAGER, BROKEN]);
});
