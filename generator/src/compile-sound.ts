import { type ast, headingOf, type Workspace } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';
import { type CompiledPlaybook, compilePlaybook } from './compile/playbook.ts';
import { pathOf } from './load-sources.ts';
import { provenFindings } from './proven-findings.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/**
 * Compiles a file's playbook; nothing where the file holds none, or where it or a file that it uses has an error or isn't there: of what isn't sound
 * everything else would be guessing. What comes out rests on nothing but those files.
 */
export function compileSound(
  document: Source,
  workspace: Workspace,
  isBroken: (document: Source) => boolean,
): CompiledPlaybook | undefined {
  const heading = headingOf(document.parseResult.value);
  if (!heading || !workspace.isWhole(document) || workspace.closureOf(document).some(isBroken)) return undefined;
  return compilePlaybook(heading, workspace);
}

/**
 * What can be proved of a file's compiled playbook. Findings may be in the files that it uses, too.
 *
 * @param today the day on which it is asked, `2026-11-22`: what can be wrong only on days before it is left out
 */
export function prove(
  document: Source,
  playbook: CompiledPlaybook,
  workspace: Workspace,
  today: string | undefined,
): FileFinding[] {
  const closure = workspace.closureOf(document);
  return provenFindings(playbook, (path) => closure.find((used) => pathOf(used) === path), today);
}

/** Findings, each once: several playbooks give the same one for a file that they all use. */
export function distinct(findings: readonly FileFinding[]): FileFinding[] {
  const known = new Map<string, FileFinding>();
  for (const found of findings) {
    const { file, code, message, range } = found;
    const key = JSON.stringify([file, code, message, range.start.line, range.start.character]);
    if (!known.has(key)) known.set(key, found);
  }
  return [...known.values()];
}
