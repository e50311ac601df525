import { type AstNode, DocumentState, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { placeholdersOf } from '../parsing/texts.ts';
import { referencesOf, visitNodes } from '../structure/tree.ts';
import { documentOf } from './files.ts';
import type { Declared, Workspace } from './workspace.ts';

type File = LangiumDocument<ast.PlaybookFile>;

/** What one file names, and what that was read from: its tree, and how Langium keeps its references until they are to be resolved anew. */
interface FileUsage {
  readonly tree: ast.PlaybookFile;
  readonly references: readonly unknown[];
  /** Each declaration that the file names, with the nodes that do. */
  readonly named: ReadonlyMap<AstNode, readonly AstNode[]>;
  /** The other files whose declarations it names, and what of them, as a text to compare. */
  readonly others: ReadonlyMap<File, string>;
}

/** Who names what in a workspace. It is kept by file: after an edit only files that were read or resolved anew are gone through again. */
export class Usage {
  private readonly workspace: Workspace;
  private readonly byFile = new Map<File, FileUsage>();
  private readonly referrers = new Map<AstNode, Map<File, readonly AstNode[]>>();
  private readonly fromOutside = new WeakMap<File, number>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Takes up what has changed since the last time. */
  update(files: ReadonlySet<File>): void {
    for (const file of this.byFile.keys()) if (!files.has(file)) this.replace(file, undefined);
    for (const file of files) {
      // What isn't resolved yet counts as it was: to ask for it now would settle it too early.
      if (file.state < DocumentState.Linked) continue;
      const known = this.byFile.get(file);
      if (known?.tree !== file.parseResult.value || known.references !== file.references)
        this.replace(file, usageOf(file, this.workspace));
    }
  }

  /** The nodes, in any file, that name a declaration. */
  *referrersOf(declaration: AstNode): Generator<AstNode> {
    for (const nodes of this.referrers.get(declaration)?.values() ?? []) yield* nodes;
  }

  /** The other files of which a file names something. */
  filesNamedIn(file: File): Iterable<File> {
    return this.byFile.get(file)?.others.keys() ?? [];
  }

  /** A number that is another one as soon as other files name other things of a file than before. */
  versionFromOutside(file: File): number {
    return this.fromOutside.get(file) ?? 0;
  }

  private replace(file: File, usage: FileUsage | undefined): void {
    const before = this.byFile.get(file);
    for (const declaration of before?.named.keys() ?? []) {
      const known = this.referrers.get(declaration);
      known?.delete(file);
      if (known?.size === 0) this.referrers.delete(declaration);
    }
    if (usage) this.byFile.set(file, usage);
    else this.byFile.delete(file);
    for (const [declaration, nodes] of usage?.named ?? []) {
      const known = this.referrers.get(declaration);
      if (known) known.set(file, nodes);
      else this.referrers.set(declaration, new Map([[file, nodes]]));
    }
    for (const other of new Set([...(before?.others.keys() ?? []), ...(usage?.others.keys() ?? [])])) {
      if (before?.others.get(other) === usage?.others.get(other)) continue;
      this.fromOutside.set(other, this.versionFromOutside(other) + 1);
    }
  }
}

/** What a file names. A choice counts for the signal or field whose choice it is, too; so does a `{name}` in a text. */
function usageOf(file: File, workspace: Workspace): FileUsage {
  const { references } = file;
  const tree = file.parseResult.value;
  const named = new Map<AstNode, AstNode[]>();
  const add = (declaration: AstNode | undefined, referrer: AstNode): void => {
    if (!declaration) return;
    const known = named.get(declaration);
    if (known) known.push(referrer);
    else named.set(declaration, [referrer]);
    if (ast.isChoice(declaration)) add(factWithChoice(declaration), referrer);
  };
  visitReferences(file, workspace, add);
  return { tree, references, named, others: othersIn(named, file) };
}

function othersIn(named: ReadonlyMap<AstNode, readonly AstNode[]>, file: File): ReadonlyMap<File, string> {
  const others = new Map<File, string[]>();
  for (const [declaration, referrers] of named) {
    const other = documentOf(declaration);
    if (other === file) continue;
    const kinds = [...new Set(referrers.map(({ $type }) => $type))].sort();
    const words = `${declaration.$type} ${(declaration as Declared).name}: ${kinds}`;
    const known = others.get(other);
    if (known) known.push(words);
    else others.set(other, [words]);
  }
  return new Map([...others].map(([other, words]) => [other, words.sort().join('\n')]));
}

/** Every reference of a file, with what it names if that is known. */
export function visitReferences(
  document: File,
  workspace: Workspace,
  visit: (target: AstNode | undefined, referrer: AstNode) => void,
): void {
  visitNodes(document.parseResult.value, (node) => {
    for (const reference of referencesOf(node)) visit(reference.ref, node);
    if (ast.isText(node)) {
      for (const { name } of placeholdersOf(node)) visit(factFor(name, node, workspace), node);
    }
  });
}

/** The signal or field that a `{name}` in a text stands for. */
export function factFor(name: string, text: ast.Text, workspace: Workspace): ast.Signal | ast.Field | undefined {
  const kinds = [ast.Signal.$type, ast.Field.$type];
  return workspace.visible(documentOf(text), kinds, name)[0] as ast.Signal | ast.Field | undefined;
}

function factWithChoice(choice: ast.Choice): AstNode | undefined {
  return choice.$container?.$container;
}
