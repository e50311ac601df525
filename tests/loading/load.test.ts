import { readFileSync } from 'node:fs';
import { CAPABILITIES, type LoadProblem, load } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import { edited } from './edits.ts';
import { parcelText } from './parcel.ts';
import { STILL_SOUND } from './still-sound.ts';
import { WRONG_DOCUMENTS } from './wrong/index.ts';

const text = await parcelText();
const parcel: unknown = JSON.parse(text);

/** The problems of documents that can't be loaded. */
function problemsOf(...documents: unknown[]): readonly LoadProblem[] {
  const loaded = load(documents);
  if (loaded.ok) throw new Error('all of it was loaded');
  expect(loaded.more).toBe(0);
  return loaded.problems;
}

test.each(WRONG_DOCUMENTS)('$code: $name', ({ edits, code, path, message, problems = 1 }) => {
  const wrong = edited(parcel, edits);
  const found = problemsOf(wrong);
  const [first] = found;
  expect({ code: first?.code, path: first?.path, problems: found.length }).toEqual({ code, path, problems });
  if (message !== undefined) expect(first?.message).toBe(message);
  expect(problemsOf(JSON.stringify(wrong))).toEqual(found);
});

test.each(STILL_SOUND)('sound: $name', ({ edits }) => {
  expect(load([edited(parcel, edits)])).toMatchObject({ ok: true });
});

test('a problem says which document it is in, by its place and its id', () => {
  const other = edited(parcel, { '/id': 'other', '/steps/0/next': 'nowhere' });
  expect(problemsOf(text, other, '{')).toMatchObject([
    { document: 1, id: 'other', path: '/steps/0/next' },
    { document: 2, path: '' },
  ]);
});

describe('what a tool can do', () => {
  const allBut = (...names: string[]) => CAPABILITIES.filter((name) => !names.includes(name));

  test('a playbook that requires more is refused, and each capability is named', () => {
    expect(load([text], { capabilities: allBut('channels', 'tell') })).toEqual({
      ok: false,
      more: 0,
      problems: ['channels', 'tell'].map((capability) => ({
        code: 'missing-capability',
        capability,
        document: 0,
        id: 'parcel',
        path: `/requires/${capability === 'channels' ? 1 : 17}`,
        message: `this playbook requires \`${capability}\`, which this tool doesn't support: add it to the tool and to \`capabilities\`, or keep the playbook away from this tool`,
      })),
    });
  });

  test('what the engine does not know is beyond any tool', () => {
    const later = edited(parcel, { '/requires/-': 'telepathy' });
    const capabilities = [...CAPABILITIES, 'telepathy'] as (typeof CAPABILITIES)[number][];
    expect(load([later], { capabilities })).toMatchObject({
      problems: [{ code: 'unknown-capability', capability: 'telepathy' }],
    });
  });

  test('is what the page on the format lists', () => {
    const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
    const [, section = ''] = page.split('### Capabilities\n');
    const [listed = ''] = section.split('\n## ');
    const required = [...listed.matchAll(/^\| `([a-z-]+)` /gm)].map(([, name]) => name);
    const used = [...(/In `uses` stand ([^:]*):/.exec(listed)?.[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(
      ([, name]) => name,
    );
    expect([...required, ...used]).toEqual([...CAPABILITIES]);
  });

  test('what a playbook only uses need not be supported', () => {
    expect(load([text], { capabilities: allBut('follow-ups', 'agent-care', 'trends') }).ok).toBe(true);
  });
});

describe('several documents', () => {
  const second = edited(parcel, { '/id': 'second' });
  const otherHash = `sha256-${'0'.repeat(64)}`;

  test('share house rules that are the same', () => {
    expect(load([second, parcel])).toMatchObject({ ok: true, playbooks: [{ id: 'parcel' }, { id: 'second' }] });
  });

  test('are not two versions of one playbook', () => {
    expect(problemsOf(text, second, parcel)).toEqual([
      {
        code: 'duplicate-playbook',
        document: 2,
        id: 'parcel',
        path: '/id',
        message:
          'document 0 is `parcel`, too: these are two versions of one playbook, so keep one of them (documents are counted from 0)',
      },
    ]);
  });

  test.each(['boundaries/1', 'escalations/1', 'agentCare/0', 'trends/0'])(
    'have no house rule in two forms: %s',
    (rule) => {
      const [first, ...others] = problemsOf(parcel, edited(second, { [`/${rule}/hash`]: otherHash }));
      expect(others).toEqual([]);
      expect(first).toMatchObject({ code: 'conflicting-house-rule', document: 1, id: 'second', path: `/${rule}` });
      expect(first?.message).toMatch(/is a house rule that document 0, `parcel`, has otherwise: build both/);
    },
  );

  test('have rules of their own under the same name', () => {
    const own = edited(second, {
      '/boundaries/0/hash': otherHash,
      '/boundaries/1/hash': otherHash,
      '/boundaries/1/origin': 'playbook',
    });
    expect(load([parcel, own]).ok).toBe(true);
  });
});
