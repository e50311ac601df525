import type { Playbook } from '../generated/format.ts';
import { CAPABILITIES, type KnownCapability } from './capabilities.ts';
import { checkTogether } from './check-together.ts';
import { type LoadProblem, ProblemList } from './problems.ts';
import { readDocument } from './read-document.ts';

/** How documents are loaded. */
export interface LoadOptions {
  /** What the tool around the engine can do, where that is less than all of `CAPABILITIES`: a playbook that requires more is refused. */
  readonly capabilities?: readonly KnownCapability[];
}

/** The playbooks, in the order of their ids; or why they can't be loaded. */
export type Loaded =
  | { readonly ok: true; readonly playbooks: readonly Playbook[] }
  | {
      readonly ok: false;
      /** The first problems, in the order of the documents. */
      readonly problems: readonly LoadProblem[];
      /** How many more there are. */
      readonly more: number;
    };

/**
 * Loads compiled playbooks: all of them or, where one can't be honoured, none. Whatever is given, it is answered with problems and never with an
 * exception, after work that is linear in its size. What is loaded are copies: they don't change with what was given.
 *
 * @param documents compiled playbooks as JSON texts, or as what `JSON.parse` made of them
 */
export function load(documents: readonly unknown[], options: LoadOptions = {}): Loaded {
  const capabilities = new Set<string>(options.capabilities ?? CAPABILITIES);
  const problems = new ProblemList();
  const sound = documents.flatMap((given, position) => {
    const playbook = readDocument(given, position, capabilities, problems);
    return playbook ? [{ playbook, position }] : [];
  });
  checkTogether(sound, problems);
  if (problems.count > 0) return { ok: false, problems: problems.told, more: problems.more };
  return { ok: true, playbooks: sound.map(({ playbook }) => playbook).sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
