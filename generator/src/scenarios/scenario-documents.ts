import type { ast } from '@poise/language';
import type { Id, Playbook } from '@poise/runtime';
import type { Digest } from '../compile/canonical.ts';
import { documentOf, portableDocumentOf } from '../compile/document.ts';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { compileScenarios } from './compile-scenarios.ts';
import type { PlaybookScenarios, Scenario } from './scenario.ts';

/** A compiled playbook and the tree of its file. */
export interface PlaybookSource {
  readonly playbook: CompiledPlaybook;
  readonly file: ast.PlaybookFile;
  /** From the workspace's root. */
  readonly path: string;
}

/** A playbook with errors, as far as it can be understood. */
export interface UnsoundPlaybook {
  readonly id: Id;
  /** From the workspace's root. */
  readonly path: string;
  /** The playbooks that it beats, completes and continues with. */
  readonly names: readonly Id[];
}

/** The playbooks of a workspace, as far as they are there. */
export interface Cast {
  /** Those whose scenarios are meant. */
  readonly playbooks: readonly PlaybookSource[];
  readonly neighbours: readonly CompiledPlaybook[];
  readonly unsound: readonly UnsoundPlaybook[];
}

/**
 * The scenarios of all playbooks, sorted by their ids, with the documents that they are played with. A draft is tried out as if it were active; what
 * is retired isn't tried out any more.
 *
 * @param digest for hashes in the documents, where there is a faster one than that which runs anywhere
 */
export function scenariosOf(cast: Cast, digest?: Digest): PlaybookScenarios[] {
  const documents = new Map<Id, Playbook>();
  const document = (playbook: CompiledPlaybook): Playbook => {
    const made = documents.get(playbook.id) ?? (digest ? documentOf(playbook, digest) : portableDocumentOf(playbook));
    documents.set(playbook.id, made);
    return made;
  };
  return parts(cast)
    .map(({ source: { playbook, path }, scenarios, needed }): PlaybookScenarios => {
      return {
        playbook: playbook.id,
        title: playbook.title,
        file: path,
        documents: playedDocuments(
          playbook,
          needed.flatMap(({ compiled }) => (compiled ? [compiled] : [])),
          document,
        ),
        scenarios,
      };
    })
    .sort((a, b) => (a.playbook < b.playbook ? -1 : 1));
}

/** The compiled playbooks around one, looked for only when they are needed. */
export interface CompiledAround {
  find(id: Id): CompiledPlaybook | undefined;
  /** Those that may beat it, complete it or continue with it. */
  naming(id: Id): Iterable<CompiledPlaybook>;
}

/** The playbooks that one is tried out with, sorted by id, itself among them: those that another scenario in its file would be played with. */
export function playbooksAround(
  { playbook, file }: Omit<PlaybookSource, 'path'>,
  around: CompiledAround,
): readonly CompiledPlaybook[] {
  const named = (compiled: CompiledPlaybook) => ({ id: compiled.id, names: namedBy(compiled), compiled });
  const others = {
    find: (id: Id) => {
      const compiled = id === playbook.id ? playbook : around.find(id);
      return compiled && named(compiled);
    },
    naming: (id: Id) => [...around.naming(id)].map(named).filter(({ names }) => names.includes(id)),
  };
  return playbooksFor(playbook, compileScenarios(file, playbook), others).map(({ compiled }) => compiled);
}

/** The documents that a playbook is played with. A draft is tried out as if it were active. */
export function playedDocuments(
  playbook: CompiledPlaybook,
  around: readonly CompiledPlaybook[],
  documentOf: (playbook: CompiledPlaybook) => Playbook,
): readonly Playbook[] {
  return around.map((one) => (one === playbook ? { ...documentOf(one), status: 'active' } : documentOf(one)));
}

/** The playbooks with errors that scenarios would have to be played with, each with the first playbook whose scenarios need it. */
export function unsoundFor(cast: Cast): ReadonlyMap<UnsoundPlaybook, PlaybookSource> {
  const found = new Map<UnsoundPlaybook, PlaybookSource>();
  for (const { source, needed } of parts(cast)) {
    for (const { unsound } of needed) if (unsound && !found.has(unsound)) found.set(unsound, source);
  }
  return found;
}

/** Who is needed to play the scenarios of one playbook. */
interface Part {
  readonly source: PlaybookSource;
  readonly scenarios: readonly Scenario[];
  readonly needed: readonly Known[];
}

/** A playbook that others may name. */
interface Named {
  readonly id: Id;
  /** The playbooks that it beats, completes and continues with. */
  readonly names: readonly Id[];
}

interface Known extends Named {
  readonly compiled?: CompiledPlaybook;
  readonly unsound?: UnsoundPlaybook;
}

/** The playbooks around one, looked for only when they are needed. */
interface Around<One extends Named> {
  find(id: Id): One | undefined;
  /** Those that name it. */
  naming(id: Id): Iterable<One>;
}

function parts({ playbooks, neighbours, unsound }: Cast): Part[] {
  const compiled = [...playbooks.map(({ playbook }) => playbook), ...neighbours];
  const known = new Map<Id, Known>([
    ...compiled.map((one): [Id, Known] => [one.id, { id: one.id, names: namedBy(one), compiled: one }]),
    ...unsound.map((one): [Id, Known] => [one.id, { id: one.id, names: one.names, unsound: one }]),
  ]);
  const around: Around<Known> = {
    find: (id) => known.get(id),
    naming: (id) => [...known.values()].filter(({ names }) => names.includes(id)),
  };
  return playbooks
    .filter(({ playbook }) => playbook.status !== 'retired')
    .map((source): Part => {
      const scenarios = compileScenarios(source.file, source.playbook);
      return {
        source,
        scenarios,
        needed: scenarios.length > 0 ? playbooksFor(source.playbook, scenarios, around) : [],
      };
    });
}

/**
 * The playbooks that scenarios of one are played with, sorted by id: itself, those that its scenarios expect or don't, where it has no trigger those that name
 * it, and all that these need or beat by name. Whatever else is in the workspace makes no difference, so that a scenario comes out the same whichever files were asked for.
 */
function playbooksFor<One extends Named>(
  playbook: CompiledPlaybook,
  scenarios: readonly Scenario[],
  around: Around<One>,
): readonly One[] {
  const wanted = new Set<Id>([playbook.id, ...scenarios.flatMap(namedIn)]);
  // One that starts only from within others needs these to be tried out.
  if (playbook.triggers.length === 0) {
    for (const other of around.naming(playbook.id)) wanted.add(other.id);
  }
  const needed: One[] = [];
  // What is added on the way is gone through as well.
  for (const id of wanted) {
    const found = around.find(id);
    if (!found) continue;
    needed.push(found);
    for (const name of found.names) wanted.add(name);
  }
  return needed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function namedIn({ items }: Scenario): Id[] {
  return items.flatMap((item) =>
    item.kind === 'expect' && item.expectation.kind === 'playbook' ? [item.expectation.playbook] : [],
  );
}

function namedBy({ beats, steps, escalations }: CompiledPlaybook): Id[] {
  return [
    ...beats.playbooks,
    ...steps.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'complete' ? [line.playbook] : []))),
    ...steps.flatMap(({ exits }) => exits.flatMap((exit) => (exit.kind === 'continueWith' ? [exit.playbook] : []))),
    ...escalations.flatMap(({ continueWith }) => continueWith.map((continuation) => continuation.playbook)),
  ];
}
