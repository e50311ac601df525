import { analyse, type Finding } from '@poise/analysis';
import { compileWorkspace } from '@poise/generator';
import { type Guidance, load, open, type Playbook, type Playbooks, prepare } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyConversation } from '../../harness/any-conversation.ts';
import { allFixtures } from '../../harness/fixtures.ts';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';

/** What must never be seen in the guidance of any conversation, if what was found is right; as a place in the sources. */
const SEEN: Partial<Record<Finding['code'], (guidance: Guidance, finding: Finding) => readonly (Place | undefined)[]>> =
  {
    'forbidden-line': ({ lines, offers, escalations }) =>
      [...lines, ...offers.filter(({ open }) => open), ...escalations].map(({ at }) => at),
    'beyond-authority': ({ offers }) => offers.filter(({ open, upTo }) => open && !upTo).map(({ at }) => at),
    'hidden-exit': ({ moves }, { mark }) =>
      moves
        .filter(({ how }) => how === (mark === 'done' ? 'done' : 'goTo') || how === 'continueWith')
        .map(({ at }) => at),
    'shut-out-reaction': ({ lines, escalations }) =>
      [...lines.filter(({ kind }) => kind === 'warn'), ...escalations].map(({ at }) => at),
  };

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Claim {
  readonly finding: Finding;
  readonly place: Place;
}

async function loaded(fixture: string): Promise<Playbooks> {
  const found = allFixtures().get(`proven/${fixture}.playbook`);
  if (!found) throw new Error(`there is no fixture ${fixture}`);
  const { outputs } = await compileWorkspace(found.entries, memoryHost(found.files), {
    today: found.today,
    proofs: false,
  });
  const read = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return prepare(read.playbooks);
}

/** Words are shown though any reply is forbidden: then it is the reply that is held back. */
function isOfAnyReply({ data }: Finding): boolean {
  return 'line' in data && data.line === 'say' && !('name' in data);
}

function claimsOf(document: Playbook): readonly Claim[] {
  return analyse(document).flatMap((finding) => {
    const { file, line, column } = finding.at;
    const path = document.files[file]?.path;
    // Of the playbooks that an escalation goes on with, the guidance tells only the escalation; and wordings have several languages.
    const isToldApart = typeof finding.mark !== 'object' && !('language' in finding.data) && !isOfAnyReply(finding);
    return path === undefined || !SEEN[finding.code] || !isToldApart
      ? []
      : [{ finding, place: { file: path, line, column } }];
  });
}

test.each(['forbidden-line', 'beyond-authority', 'hidden-exit', 'shut-out-reaction'])(
  'in no conversation there is what %s says there never is',
  async (fixture) => {
    const playbooks = await loaded(fixture);
    const claims = playbooks.documents.flatMap(claimsOf);
    expect(claims.filter(({ finding }) => finding.code === fixture).length).toBeGreaterThan(2);
    let seen = 0;
    fc.assert(
      fc.property(anyConversation(playbooks.documents, 25), ({ opening, events }) => {
        const { conversation, guidance } = open(playbooks, opening);
        for (const one of [guidance, ...events.map((event) => conversation.handle(event))]) {
          for (const { finding, place } of claims) {
            const places = SEEN[finding.code]?.(one, finding) ?? [];
            expect(places).not.toContainEqual(place);
          }
          seen += one.lines.length + one.offers.length + one.moves.length;
        }
      }),
      runs(200),
    );
    expect(seen).toBeGreaterThan(100);
  },
  PATIENCE,
);

test(
  'no playbook starts for the first time by a trigger that is hidden',
  async () => {
    const playbooks = await loaded('hidden-trigger');
    const hidden = playbooks.documents.flatMap((document) =>
      analyse(document).flatMap(({ code, data }) =>
        code === 'hidden-trigger' && 'trigger' in data ? [data.trigger] : [],
      ),
    );
    expect(hidden.length).toBeGreaterThan(2);
    const first = new Set<string>();
    fc.assert(
      fc.property(anyConversation(playbooks.documents, 10), ({ opening, events }) => {
        const { conversation, guidance } = open(playbooks, opening);
        const starts = [guidance, ...events.map((event) => conversation.handle(event))].flatMap(({ happened }) =>
          happened.flatMap(({ kind, by }) => (kind === 'playbook' && by ? [by.rule] : [])),
        );
        expect(hidden).not.toContain(starts[0]);
        if (starts[0] !== undefined) first.add(starts[0]);
      }),
      runs(400),
    );
    expect(first.size).toBeGreaterThan(2);
  },
  PATIENCE,
);
