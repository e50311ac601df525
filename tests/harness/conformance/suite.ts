import { readdirSync, readFileSync } from 'node:fs';
import { type Compilation, type Compiler, createCompiler } from '@poise/generator';
import { type Event, load, type Playbook, prepare } from '@poise/runtime';
import { readFixture } from '../fixture.ts';
import { memoryHost } from '../memory-host.ts';
import { shippedSources } from '../shipped.ts';
import { type Case, type Cases, type EventBody, NOON, type NoEvent } from './case.ts';
import { inLines } from './in-lines.ts';
import { differences } from './meet.ts';
import { finished, played, type Script, type Vector } from './vector.ts';

/** The conformance suite as it should be. */
export interface Suite {
  /** The text of each file, by its path from the suite's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the engine doesn't do what a case, written by hand, expects of it; by the case's name. */
  readonly failures: ReadonlyMap<string, readonly string[]>;
}

const FOLDER = new URL('../../conformance/', import.meta.url);
const TODAY = '2026-11-22';

/** The folders of the suite whose files are written by `npm run conformance`. */
export const WRITTEN_FOLDERS = ['documents', 'vectors', 'scenarios'] as const;

export async function currentSuite(): Promise<Suite> {
  const files = new Map<string, string>();
  const failures = new Map<string, readonly string[]>();
  const addDocument = (document: Playbook): void => {
    const path = `documents/${document.id}.json`;
    const text = inLines(document, 2);
    if ((files.get(path) ?? text) !== text) throw new Error(`two documents of the suite are called ${document.id}`);
    files.set(path, text);
  };
  const compiler = createCompiler();
  for (const topic of topics()) {
    const documents = await documentsOf(topic, compiler);
    documents.forEach(addDocument);
    const { cases } = (await import(new URL(`cases/${topic}.ts`, FOLDER).href)) as { cases: Cases };
    for (const [slug, one] of Object.entries(cases)) {
      const name = `${topic}-${slug}`;
      const { vector, found } = vectorOf(name, one, documents);
      files.set(`vectors/${name}.json`, inLines(vector, 3));
      failures.set(name, found);
    }
  }
  const sources = shippedSources();
  const { scenarios } = await compiler.compile([...sources.keys()], memoryHost(sources), { today: TODAY });
  for (const of of scenarios) {
    of.documents.forEach(addDocument);
    const vectors = vectorsOfScenarios(of);
    if (vectors.length > 0) files.set(`scenarios/${of.playbook}.json`, inLines(vectors, 4));
  }
  return { files, failures };
}

/** What the cases are about, each in a pair of files of that name. */
export function topics(): readonly string[] {
  const names = readdirSync(new URL('cases/', FOLDER)).filter((name) => name.endsWith('.playbook'));
  return names.map((name) => name.replace(/\.playbook$/, '')).sort();
}

/** The playbooks of a topic, compiled. */
async function documentsOf(topic: string, compiler: Compiler): Promise<readonly Playbook[]> {
  const file = `${topic}.playbook`;
  const { files, entries, today } = readFixture(file, readFileSync(new URL(`cases/${file}`, FOLDER), 'utf8'));
  const { findings, outputs } = await compiler.compile(entries, memoryHost(files), { today, proofs: false });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const shown = errors.map(({ file: of, range, message }) => `${topic}/${of}:${range.start.line + 1}: ${message}`);
    throw new Error(shown.join('\n'));
  }
  return outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text) as Playbook);
}

/** Has the conversation of a case, and compares what comes of it with what is expected. */
function vectorOf(name: string, one: Case, documents: readonly Playbook[]) {
  const { section, about, playbooks, opening, opens, turns } = one;
  const loaded = playbooks.map((id) => {
    const document = documents.find((candidate) => candidate.id === id);
    if (document === undefined) throw new Error(`${name}: there is no playbook ${id}`);
    return document;
  });
  const time = Date.parse(`${opening?.time ?? NOON}Z`);
  const script: Script = {
    opening: { ...opening, time },
    turns: turns.map(([seconds, event, expected]) => ({
      event: eventAt(time + seconds * 1000, event),
      ...(expected?.silent && { silent: true }),
      ...(expected?.reviews && { reviews: expected.reviews.map(([act]) => ({ act })) }),
    })),
  };
  const conversation = finished(played(script, prepare(accepted(loaded))));
  const found = [
    ...(conversation.guidance ? differences(opens ?? {}, { guidance: conversation.guidance }, time) : []).map(
      (difference) => `opening: ${difference}`,
    ),
    ...conversation.turns.flatMap((turn, index) =>
      differences(turns[index]?.[2] ?? {}, turn, time).map(
        (difference) => `turn ${index + 1} (${turns[index]?.[0]} s): ${difference}`,
      ),
    ),
  ];
  const vector: Vector = {
    name,
    about: `${about} docs/format.md#${section}`,
    documents: playbooks.map(pathOfDocument),
    conversation,
  };
  return { vector, found };
}

function eventAt(at: number, event: EventBody | NoEvent): Event {
  if ('malformed' in event) return event.malformed as Event;
  const { type, ...more } = event;
  return { type, at, ...more } as Event;
}

function vectorsOfScenarios({ documents, scenarios }: Compilation['scenarios'][number]): Vector[] {
  const playbooks = prepare(accepted(documents));
  return scenarios.map(({ playbook, title, opening, items }): Vector => {
    const events = items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
    return {
      name: `${playbook}: ${title}`,
      about: 'A scenario of a shipped playbook. docs/format.md#conversations',
      documents: documents.map(({ id }) => pathOfDocument(id)),
      conversation: finished(played({ opening, turns: events.map((event) => ({ event })) }, playbooks)),
    };
  });
}

/** @throws Error where the documents can't be loaded */
export function accepted(documents: readonly unknown[]): readonly Playbook[] {
  const loaded = load(documents);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.playbooks;
}

function pathOfDocument(id: string): string {
  return `../documents/${id}.json`;
}
