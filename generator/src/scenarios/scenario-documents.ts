import type { ast } from '@poise/language';
import type { Id, Playbook } from '@poise/runtime';
import type { Digest } from '../compile/canonical.ts';
import { documentOf } from '../compile/document.ts';
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

/**
 * The scenarios of all playbooks, sorted by their ids, with the documents that they are played with. A draft is tried out as if it were active; what
 * is retired isn't tried out any more.
 */
export function scenariosOf(sources: readonly PlaybookSource[], digest: Digest): PlaybookScenarios[] {
  const known = new Map(sources.map(({ playbook }) => [playbook.id, playbook]));
  const documents = new Map<Id, Playbook>();
  const document = (playbook: CompiledPlaybook): Playbook => {
    const made = documents.get(playbook.id) ?? documentOf(playbook, digest);
    documents.set(playbook.id, made);
    return made;
  };
  return sources
    .filter(({ playbook }) => playbook.status !== 'retired')
    .map(({ playbook, file, path }): PlaybookScenarios => {
      const scenarios = compileScenarios(file, playbook);
      const needed = scenarios.length > 0 ? playbooksFor(playbook, scenarios, known) : [];
      return {
        playbook: playbook.id,
        title: playbook.title,
        file: path,
        documents: needed.map((one) => (one === playbook ? { ...document(one), status: 'active' } : document(one))),
        scenarios,
      };
    })
    .sort((a, b) => (a.playbook < b.playbook ? -1 : 1));
}

/**
 * The playbooks that scenarios of one are played with, sorted by id: itself, those that its scenarios expect or don't, where it has no trigger those that name
 * it, and all that these need or beat by name. Whatever else is in the workspace makes no difference, so that a scenario comes out the same whichever files were asked for.
 */
function playbooksFor(
  playbook: CompiledPlaybook,
  scenarios: readonly Scenario[],
  known: ReadonlyMap<Id, CompiledPlaybook>,
): readonly CompiledPlaybook[] {
  const wanted = new Set<Id>([playbook.id, ...scenarios.flatMap(namedIn)]);
  // One that starts only from within others needs these to be tried out.
  if (playbook.triggers.length === 0) {
    for (const other of known.values()) if (namedBy(other).includes(playbook.id)) wanted.add(other.id);
  }
  const playbooks: CompiledPlaybook[] = [];
  // What is added on the way is gone through as well.
  for (const id of wanted) {
    const found = known.get(id);
    if (!found) continue;
    playbooks.push(found);
    for (const needed of namedBy(found)) wanted.add(needed);
  }
  return playbooks.sort((a, b) => (a.id < b.id ? -1 : 1));
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
