import { ast, type Finding, fileOf, headingOf, type Workspace } from '@poise/language';
import type { Position } from '@poise/runtime';
import type { LangiumDocument } from 'langium';
import { CompileContext } from './compile/context.ts';
import { type CompiledPlaybook, compileIn } from './compile/playbook.ts';
import { type Mistake, SoundParts } from './compile/sound-parts.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook of whose sources only what has no error is compiled. It is for looking at: what it names may not be there. */
export interface PartialPlaybook {
  readonly playbook: CompiledPlaybook;
  /** By place. */
  readonly mistakes: readonly Mistake[];
}

/**
 * Compiles of a file's playbook whatever has no error; nothing where the file holds no playbook that has a name.
 *
 * @param errorsOf the errors in a file: only what has one is left out, or can't be compiled without what is
 */
export function compilePartial(
  document: Source,
  workspace: Workspace,
  errorsOf: (document: Source) => readonly Pick<Finding, 'message' | 'range'>[],
): PartialPlaybook | undefined {
  const heading = headingOf(document.parseResult.value);
  if (!heading?.name) return undefined;
  const parts = new SoundParts(heading, workspace, errorsOf);
  const playbook = compileIn(new CompileContext(heading, workspace, parts));
  // What nothing refers to has been looked at by nobody.
  for (const member of fileOf(heading).members) if (!ast.isScenario(member)) parts.of(member);
  return { playbook, mistakes: parts.mistakes.sort((a, b) => byPlace(a.at, b.at)) };
}

function byPlace(a: Position, b: Position): number {
  return a.file - b.file || a.line - b.line || a.column - b.column;
}
