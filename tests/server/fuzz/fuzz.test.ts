import * as protocol from '@poise/server/protocol';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Editor } from '../../harness/editor.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { shippedSources } from '../../harness/shipped.ts';
import { anyAct, anySpot } from './acts.ts';
import { ABLE, Desk } from './desk.ts';
import { outcomes } from './fresh-start.ts';
import { BY_CAPABILITY, FROM_THE_SERVER, NOT_ASKED, OWN } from './requests.ts';
import { Session } from './session.ts';

/** Three of the shipped playbooks, with all that they name: of more, each start takes longer and finds nothing else. */
const PLAYBOOKS = ['identity_check', 'refund_request', 'wrong_item'].map((name) => `playbooks/${name}.playbook`);
const workspace = new Map(
  [...shippedSources()].filter(([path]) => path.startsWith('playbooks/shared/') || PLAYBOOKS.includes(path)),
);

/** How much happens between two starts. */
const ACTS = 250;

test('everything that can be asked of the server is asked here', async () => {
  const editor = await Editor.on(new Map(), ABLE);
  const said = Object.entries(editor.can).flatMap(([capability, can]) => (can ? capability : []));
  expect(said.filter((capability) => !NOT_ASKED.has(capability)).sort()).toEqual(Object.keys(BY_CAPABILITY).sort());
  const own = Object.values(protocol).filter((name) => /^poise\//.test(name) && !FROM_THE_SERVER.has(name));
  expect(new Set(OWN.map(({ method }) => method))).toEqual(new Set(own));
  editor.end();
});

test(
  'whatever is edited, asked, called off and got wrong: every request is answered, and in the end all is as after a fresh start',
  async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const rejections: unknown[] = [];
    const note = (reason: unknown) => rejections.push(reason);
    process.on('unhandledRejection', note);
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyAct, { minLength: ACTS, maxLength: ACTS, size: 'max' }),
          fc.array(anySpot, { minLength: 30, maxLength: 30 }),
          fc.boolean(),
          async (acts, spots, isAble) => {
            const desk = await Desk.with(workspace, isAble ? ABLE : {});
            try {
              const session = new Session(desk);
              await session.run(acts);
              const [seen, fresh] = await outcomes(desk, spots);
              expect(seen).toEqual(fresh);
              expect([...session.faults, ...rejections, ...print.mock.calls.map(String)]).toEqual([]);
            } finally {
              desk.editor.end();
              rejections.length = 0;
              print.mockClear();
            }
          },
        ),
        // A shorter one would take longer to find than anybody waits; seed and path bring it back.
        { ...runs(8), seed: 9, endOnFailure: true },
      );
    } finally {
      process.off('unhandledRejection', note);
      print.mockRestore();
    }
  },
  3 * PATIENCE,
);
