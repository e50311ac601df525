import type { CompiledPlaybook } from '@poise/generator';
import { playbooksAround } from '@poise/generator/playing';
import { ast, documentOf, headingOf, type Workspace } from '@poise/language';
import type { AstNode, LangiumDocument } from 'langium';
import type { CompiledPlaybooks } from './compiled-playbooks.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook and those that it is tried out with. */
export interface PlaybookCast {
  readonly playbook: CompiledPlaybook;
  /** Sorted by id, the playbook itself among them. */
  readonly around: readonly CompiledPlaybook[];
  /** Those that have mistakes and so are missing, by their ids. */
  readonly leftOut: readonly string[];
  /** The files of all these. */
  readonly files: readonly Source[];
}

/** Finds with which others of the workspace a playbook is tried out. */
export class Casts {
  private readonly compiled: CompiledPlaybooks;
  private readonly workspace: Workspace;

  constructor(compiled: CompiledPlaybooks, workspace: Workspace) {
    this.compiled = compiled;
    this.workspace = workspace;
  }

  /** With whom a file's playbook is tried out as the files are now; nothing where it has none, or mistakes. */
  of(document: Source): PlaybookCast | undefined {
    const playbook = this.compiled.sound(document);
    if (!playbook) return undefined;
    const files = new Map([[playbook.id, document]]);
    const leftOut = new Set<string>();
    const compile = (heading: ast.Heading): CompiledPlaybook | undefined => {
      const file = documentOf(heading);
      const compiled = this.compiled.sound(file);
      if (!compiled) leftOut.add(heading.name);
      files.set(heading.name, file);
      return compiled;
    };
    const around = playbooksAround(
      { playbook, file: document.parseResult.value },
      {
        find: (id) => {
          const [heading] = this.workspace.everywhere(ast.Heading.$type, id);
          return heading && compile(heading as ast.Heading);
        },
        naming: () => this.namersOf(document).flatMap((heading) => compile(heading) ?? []),
      },
    );
    // Some that were looked at had nothing to do with it.
    const ids = new Set([...around.map(({ id }) => id), ...leftOut]);
    return {
      playbook,
      around,
      leftOut: [...leftOut],
      files: [...ids].flatMap((id) => files.get(id) ?? []),
    };
  }

  /** The playbooks in whose files something goes over to that of a file, or has it give way. */
  private namersOf(document: Source): readonly ast.Heading[] {
    const own = headingOf(document.parseResult.value);
    const naming = new Set(own ? this.workspace.referrersOf(own).filter(isNamer).map(documentOf) : []);
    if (naming.size === 0) return [];
    return this.workspace
      .headings()
      .filter((heading) => heading !== own)
      .filter((heading) => this.workspace.closureOf(documentOf(heading)).some((used) => naming.has(used)));
  }
}

function isNamer(node: AstNode): boolean {
  return ast.isContinueWith(node) || ast.isComplete(node) || (ast.isBeats(node) && ast.isHeading(node.$container));
}
