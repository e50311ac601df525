import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { compareTexts } from '../structure/order.ts';
import type { Declarations, Declared } from './workspace.ts';

type File = LangiumDocument<ast.PlaybookFile>;

/** All declarations of a workspace by kind and name, kept up to date file by file. */
export class NamedDeclarations {
  private readonly byFile = new Map<File, Declarations>();
  private readonly byName = new Map<string, Map<File, readonly Declared[]>>();
  private readonly inOrder = new Map<string, readonly Declared[]>();

  /** The declarations of one kind and name, in the order of their files' addresses. */
  everywhere(kind: string, name: string): readonly Declared[] {
    const wanted = key(kind, name);
    let inOrder = this.inOrder.get(wanted);
    if (!inOrder) {
      const known = this.byName.get(wanted);
      // Of what nobody declares nothing is kept: while somebody types there are ever more such names.
      if (!known) return [];
      const files = [...known];
      files.sort(([a], [b]) => compareTexts(a.uri.toString(), b.uri.toString()));
      inOrder = files.flatMap(([, nodes]) => nodes);
      this.inOrder.set(wanted, inOrder);
    }
    return inOrder;
  }

  /** Takes up what a file declares now, or that it is gone. */
  replace(file: File, declarations: Declarations | undefined): void {
    for (const [kind, byName] of this.byFile.get(file) ?? []) {
      for (const name of byName.keys()) {
        const known = this.filesWith(kind, name);
        known?.delete(file);
        if (known?.size === 0) this.byName.delete(key(kind, name));
      }
    }
    if (declarations) this.byFile.set(file, declarations);
    else this.byFile.delete(file);
    for (const [kind, byName] of declarations ?? []) {
      for (const [name, nodes] of byName) {
        const known = this.filesWith(kind, name);
        if (known) known.set(file, nodes);
        else this.byName.set(key(kind, name), new Map([[file, nodes]]));
      }
    }
  }

  /** The files with declarations of that name, which are about to be others. */
  private filesWith(kind: string, name: string): Map<File, readonly Declared[]> | undefined {
    this.inOrder.delete(key(kind, name));
    return this.byName.get(key(kind, name));
  }
}

function key(kind: string, name: string): string {
  return `${kind} ${name}`;
}
