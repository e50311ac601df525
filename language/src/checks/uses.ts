import type { LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { documentOf, headingOf } from '../linking/files.ts';
import { visitReferences } from '../linking/usage.ts';
import type { UsedFile, Workspace } from '../linking/workspace.ts';
import { stringValue } from '../parsing/strings.ts';
import type { Check } from './check.ts';
import { shortestCircle } from './circles.ts';
import { pathBetween, relatedPlace } from './places.ts';

type File = LangiumDocument<ast.PlaybookFile>;

/** Files don't use each other in a circle. Each circle is reported in one of its files, the first by name. */
export const filesMustNotUseEachOther: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  const document = documentOf(file);
  const circle = shortestCircle(document, (from) => workspace.usesOf(from).flatMap((used) => used.document ?? []));
  if (!circle || circle.some((other) => other.uri.toString() < document.uri.toString())) return;
  const closing = workspace.usesOf(document).find((used) => used.document === circle[1]);
  if (closing)
    report(
      'use-cycle',
      { path: circle.map((other) => pathBetween(document, other)) },
      { node: closing.use, property: 'path' },
    );
};

/** A file names each file that it uses once. */
export const fileShouldBeUsedOnce: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  const first = new Map<string, ast.Use>();
  for (const { use, uri } of workspace.usesOf(documentOf(file))) {
    const known = first.get(uri.toString());
    if (!known) {
      first.set(uri.toString(), use);
      continue;
    }
    const related = [relatedPlace({ node: known, property: 'path' }, 'the first one is here')];
    report(
      'duplicate-use',
      { path: stringValue(use.path) },
      { node: use, property: 'path', related, unnecessary: true },
    );
  }
};

/**
 * A playbook needs what it uses: it names something of that file or of those that come with it, or rules hold that come with it. A library may
 * also use a file to pass it on, so nothing is said there; nor while a name is unknown, for it might be one of that file.
 */
export const usedFileShouldBeNeeded: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  const document = documentOf(file);
  if (!headingOf(file) || document.references.some((reference) => reference.error)) return;
  const named = filesNamedIn(document, workspace);
  for (const { use, document: used } of firstUses(workspace.usesOf(document))) {
    if (!used) continue;
    const brought = workspace.closureOf(used).filter((other) => other !== document);
    if (brought.length > 0 && !brought.some((other) => named.has(other) || holdsByItself(other)))
      report('unused-use', { path: stringValue(use.path) }, { node: use, unnecessary: true });
  }
};

/** The `use` lines without those that name a file again. */
export function firstUses(uses: readonly UsedFile[]): UsedFile[] {
  const first = new Map<string, UsedFile>();
  for (const used of uses) if (!first.has(used.uri.toString())) first.set(used.uri.toString(), used);
  return [...first.values()];
}

function filesNamedIn(document: File, workspace: Workspace): ReadonlySet<File> {
  const files = new Set<File>();
  visitReferences(document, workspace, (target) => {
    if (target) files.add(documentOf(target));
  });
  return files;
}

function holdsByItself(document: File): boolean {
  return document.parseResult.value.members.some(
    (member) => ast.isBoundary(member) || ast.isEscalation(member) || ast.isAgentCare(member) || ast.isTrend(member),
  );
}
