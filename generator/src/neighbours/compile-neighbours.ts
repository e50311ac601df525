import { headingOf, type PlaybookLanguage, playbooksNamedIn } from '@poise/language';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { compileSound, prove } from '../compile-sound.ts';
import { type LoadedSources, pathOf } from '../load-sources.ts';
import type { UnsoundPlaybook } from '../scenarios/scenario-documents.ts';

/** The playbooks that others are played with. */
export interface Neighbours {
  readonly neighbours: readonly CompiledPlaybook[];
  readonly unsound: readonly UnsoundPlaybook[];
}

export const NO_NEIGHBOURS: Neighbours = { neighbours: [], unsound: [] };

/** Compiles neighbours, as far as they are sound. The files that were asked for have no error. */
export function compileNeighbours(
  { documents, findings }: LoadedSources,
  { playbook: services }: PlaybookLanguage,
): Neighbours {
  const { Workspace: workspace, validation, settings } = services;
  const found = [
    ...findings,
    ...documents.flatMap((document) =>
      validation.DocumentValidator.check(document).map((one) => ({ ...one, file: pathOf(document) })),
    ),
  ];
  const broken = new Set(found.filter(isError).map(({ file }) => file));
  const neighbours: CompiledPlaybook[] = [];
  const unsound: UnsoundPlaybook[] = [];
  for (const document of documents) {
    const id = headingOf(document.parseResult.value)?.name;
    if (!id) continue;
    const playbook = compileSound(document, workspace, (used) => broken.has(pathOf(used)));
    if (playbook && !prove(document, playbook, workspace, settings.today).some(isError)) {
      neighbours.push(playbook);
    } else {
      const named = workspace.closureOf(document).flatMap((used) => playbooksNamedIn(used, services));
      const names = named.filter(({ use }) => use === 'starts' || use === 'beats').map(({ name }) => name);
      unsound.push({ id, path: pathOf(document), names });
    }
  }
  return { neighbours, unsound };
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}
