import { type ast, headingOf, type Workspace } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';
import { type CompiledPlaybook, compilePlaybook } from './compile/playbook.ts';
import { pathOf } from './load-sources.ts';
import { provenFindings } from './proven-findings.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook compiled, and what was found in doing so. */
export interface CompiledSource {
  readonly playbook: CompiledPlaybook;
  readonly findings: readonly FileFinding[];
}

/**
 * Compiles a file's playbook and looks at what can be proved of it; nothing where the file holds no playbook, or where it or a file that it
 * uses has an error: of what isn't sound everything else would be guessing.
 */
export function compileSound(
  document: Source,
  workspace: Workspace,
  isBroken: (document: Source) => boolean,
): CompiledSource | undefined {
  const heading = headingOf(document.parseResult.value);
  const closure = workspace.closureOf(document);
  if (!heading || closure.some(isBroken)) return undefined;
  const playbook = compilePlaybook(heading, workspace);
  const findings = provenFindings(playbook, (path) => closure.find((used) => pathOf(used) === path));
  return { playbook, findings };
}
