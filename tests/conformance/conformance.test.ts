import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Playbooks, prepare } from '@poise/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../../runtime/schema/conversation.schema.json' with { type: 'json' };
import { accepted, currentSuite, topics, WRITTEN_FOLDERS } from '../harness/conformance/suite.ts';
import { finished, played, putAway, type Vector } from '../harness/conformance/vector.ts';

const FOLDER = new URL('.', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** The suite as it should be, and as it is: what others run. */
const current = await currentSuite();
const kept = new Map<string, string>(
  WRITTEN_FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, FOLDER)).map((name) => [`${folder}/${name}`, text(`${folder}/${name}`)] as const),
  ),
);
const vectors = [...kept].flatMap(([path, json]) =>
  path.startsWith('documents/') ? [] : ([JSON.parse(json)].flat() as Vector[]),
);

const prepared = new Map<string, Playbooks>();
/** Conversations over the same documents share them, as they do in a host. */
function playbooksOf({ documents }: Vector): Playbooks {
  const key = documents.join(' ');
  const playbooks = prepared.get(key) ?? prepare(accepted(documents.map((path) => text(`vectors/${path}`))));
  prepared.set(key, playbooks);
  return playbooks;
}

describe('the engine does what a person who read docs/format.md expects', () => {
  test.each([...current.failures])('%s', (_, failures) => {
    expect(failures).toEqual([]);
  });
});

describe('the suite is written as it should be (`npm run conformance` writes it anew)', () => {
  test('every file is there, and none more', () => {
    expect([...kept.keys()].sort()).toEqual([...current.files.keys()].sort());
  });

  test.each([...current.files])('%s', (path, expected) => {
    expect(kept.get(path)).toBe(expected);
  });
});

test('every conversation of the suite has a name of its own, and fits the schema but for what is malformed on purpose', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  const isTranscript = ajv.compile(schema);
  const isEvent = ajv.compile({ $ref: `${schema.$id}#/$defs/Event` });
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  for (const { name, conversation } of vectors) {
    const isMalformed = ({ guidance }: (typeof conversation.turns)[number]) =>
      guidance.faults.some(({ code }) => code === 'malformed');
    for (const turn of conversation.turns) expect([name, isEvent(turn.event)]).toEqual([name, !isMalformed(turn)]);
    const turns = conversation.turns.map((turn) =>
      isMalformed(turn) ? { ...turn, event: { type: 'timePasses', at: 0 } } : turn,
    );
    isTranscript({ ...conversation, turns });
    expect([name, isTranscript.errors]).toEqual([name, null]);
  }
});

test('every section about conversations has a case', () => {
  const format = readFileSync(new URL('../../docs/format.md', FOLDER), 'utf8');
  const titles = [...format.matchAll(/^##+ (.+)$/gm)].flatMap(([, title]) => title ?? []);
  const anchor = (title: string): string =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-');
  const used = new Set(vectors.flatMap(({ about }) => /docs\/format\.md#(\S+)$/.exec(about)?.[1] ?? about));
  expect([...used].filter((section) => !titles.map(anchor).includes(section))).toEqual([]);
  const conversations = titles.slice(titles.indexOf('Conversations'), titles.indexOf('Hashes, bytes, the index'));
  expect(conversations.length).toBeGreaterThan(0);
  expect(conversations.map(anchor).filter((section) => !used.has(section))).toEqual([]);
  expect(topics().length).toBeGreaterThan(0);
});

describe('the engine passes the suite', () => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const { conversation } = vector;
    const playbooks = playbooksOf(vector);
    expect(finished(played(conversation, playbooks))).toEqual(conversation);
    expect(finished(played(conversation, playbooks, putAway(playbooks)))).toEqual(conversation);
  });

  test('also with all conversations going on at once', () => {
    const going = vectors.map((vector) => played(vector.conversation, playbooksOf(vector)));
    const transcripts = new Map<number, unknown>();
    while (transcripts.size < going.length) {
      for (const [place, conversation] of going.entries()) {
        const { done, value } = transcripts.has(place) ? { done: false, value: undefined } : conversation.next();
        if (done) transcripts.set(place, value);
      }
    }
    for (const [place, { conversation }] of vectors.entries()) expect(transcripts.get(place)).toEqual(conversation);
  });
});

test('a consumer in plain Python passes the suite', () => {
  const folders = ['vectors', 'scenarios'].map((folder) => fileURLToPath(new URL(folder, FOLDER)));
  const cwd = new URL('../../examples/python/', FOLDER);
  const { error, status, stdout, stderr } = spawnSync('python3', ['-m', 'poise', 'conform', ...folders], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`this test needs Python 3.11 or newer, called python3: ${error.message}`);
  expect([status, stderr, stdout]).toEqual([
    0,
    '',
    `${vectors.length} of ${vectors.length} conversations are as expected\n`,
  ]);
});
