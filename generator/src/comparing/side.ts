import type { Place } from '@poise/analysis/diff';
import type { ast } from '@poise/language';
import type { Playbook } from '@poise/runtime';
import type { LangiumDocument } from 'langium';
import type { Compilation, FileFinding } from '../compilation.ts';
import { canonicalText, type Digest } from '../compile/canonical.ts';
import { documentOf } from '../compile/document.ts';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** One of two versions that are compared. */
export interface ComparedSide {
  /** What it goes by: `main`, `the files here`. */
  readonly name: string;
  readonly playbooks: readonly Playbook[];
  /** Of sources, what is said of their workspace. */
  readonly configuration?: Configuration;
  /** The errors in it, if there are any: then it has no playbooks. */
  readonly broken?: readonly FileFinding[];
  /** A file's path as it is shown, from that in its workspace. */
  readonly pathOf: (file: string) => string;
  /** What the revision goes by that its files are of, if they aren't the present ones. */
  readonly revision?: string;
  /** One of its files, parsed, for whoever links to lines in it. */
  readonly sourceOf?: (file: string) => LangiumDocument<ast.PlaybookFile> | undefined;
  /** Where a place in one of its files can be looked at, if it can. */
  readonly linkTo?: (at: Place) => string | undefined;
}

/** What a version is named by whoever has compiled it. */
export type NamedSide = Pick<ComparedSide, 'name' | 'pathOf' | 'revision' | 'linkTo'>;

/** The files as they are now. */
export const PRESENT = 'the files here';

/** A file's path with its revision, as Git puts it: `main:shared/conduct.playbook`. */
export function pathInRevision({ revision, pathOf }: NamedSide, file: string): string {
  return revision === undefined ? pathOf(file) : `${revision}:${pathOf(file)}`;
}

/** Nobody looks at the hashes of documents that are only compared. */
export const NO_DIGEST: Digest = () => '0'.repeat(64);

/** What sources come to that have been compiled. What can be proved of them is left out before: an old version may be from before there was such a proof. */
export function compiledSide(
  named: NamedSide,
  { findings, configuration, outputs }: Pick<Compilation, 'findings' | 'configuration' | 'outputs'>,
): ComparedSide {
  // The last one is the index.
  const playbooks = outputs.slice(0, -1).map(({ text }) => JSON.parse(text) as Playbook);
  return { ...named, configuration, playbooks, ...brokenBy(findings) };
}

/** The errors among what was found: where there is one, nothing is compared. */
export function brokenBy(findings: readonly FileFinding[]): Pick<ComparedSide, 'broken'> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { broken: errors } : {};
}

/** A compiled playbook as its document says it, for comparing it with one that was read. */
export function comparedDocument(playbook: CompiledPlaybook): Playbook {
  return JSON.parse(canonicalText(documentOf(playbook, NO_DIGEST))) as Playbook;
}
