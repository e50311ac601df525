import {
  type AstNode,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
  UriUtils,
  WorkspaceCache,
} from 'langium';
import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { collectUsage, type Usage } from './usage.ts';

/** A node that has a name of its own. */
export type Declared = AstNode & { readonly name: string };

/** What one file declares: by kind, by name, in the order written. */
export type Declarations = ReadonlyMap<string, ReadonlyMap<string, readonly Declared[]>>;

/** A `use` line and the file it names, if that is there. */
export interface UsedFile {
  readonly use: ast.Use;
  readonly uri: URI;
  readonly document: LangiumDocument<ast.PlaybookFile> | undefined;
}

/** What the files of a workspace declare, and which of it each file can see. */
export class Workspace {
  private readonly shared: LangiumSharedCoreServices;
  private readonly declarations: WorkspaceCache<string, Declarations>;
  private readonly uses: WorkspaceCache<string, readonly UsedFile[]>;
  private readonly closures: WorkspaceCache<string, readonly LangiumDocument<ast.PlaybookFile>[]>;
  private readonly declaring: WorkspaceCache<'all', ReadonlyMap<string, readonly Declared[]>>;
  private readonly usage: WorkspaceCache<'all', Usage>;

  private readonly playbooks: WorkspaceCache<'all', readonly ast.Heading[]>;

  constructor(shared: LangiumSharedCoreServices) {
    this.shared = shared;
    this.playbooks = new WorkspaceCache(shared);
    this.declarations = new WorkspaceCache(shared);
    this.uses = new WorkspaceCache(shared);
    this.closures = new WorkspaceCache(shared);
    this.declaring = new WorkspaceCache(shared);
    this.usage = new WorkspaceCache(shared);
  }

  documents(): LangiumDocument<ast.PlaybookFile>[] {
    return this.shared.workspace.LangiumDocuments.all.toArray() as LangiumDocument<ast.PlaybookFile>[];
  }

  declarationsOf(document: LangiumDocument<ast.PlaybookFile>): Declarations {
    return this.declarations.get(document.uri.toString(), () => declarationsIn(document.parseResult.value));
  }

  /** The files that a file's `use` lines name, in order. A path is read from the folder of the file it stands in. */
  usesOf(document: LangiumDocument<ast.PlaybookFile>): readonly UsedFile[] {
    return this.uses.get(document.uri.toString(), () =>
      document.parseResult.value.members.filter(ast.isUse).map((use) => {
        const uri = UriUtils.resolvePath(UriUtils.dirname(document.uri), stringValue(use.path));
        const used = this.shared.workspace.LangiumDocuments.getDocument(uri) as
          | LangiumDocument<ast.PlaybookFile>
          | undefined;
        return { use, uri, document: used };
      }),
    );
  }

  /** The file itself and all that it uses, directly or through others; nearest first. */
  closureOf(document: LangiumDocument<ast.PlaybookFile>): readonly LangiumDocument<ast.PlaybookFile>[] {
    return this.closures.get(document.uri.toString(), () => {
      const closure = new Set([document]);
      for (const member of closure) {
        for (const used of this.usesOf(member)) if (used.document) closure.add(used.document);
      }
      return [...closure];
    });
  }

  /** The declarations of that name among these kinds that a file can see: its own first, then those of the nearest file it uses. */
  visible(document: LangiumDocument<ast.PlaybookFile>, kinds: readonly string[], name: string): readonly Declared[] {
    for (const member of this.closureOf(document)) {
      const declarations = this.declarationsOf(member);
      const found = kinds.flatMap((kind) => declarations.get(kind)?.get(name) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Every declaration among these kinds that a file can see. */
  *allVisible(document: LangiumDocument<ast.PlaybookFile>, kinds: readonly string[]): Generator<Declared> {
    for (const member of this.closureOf(document)) {
      const declarations = this.declarationsOf(member);
      for (const kind of kinds) for (const nodes of declarations.get(kind)?.values() ?? []) yield* nodes;
    }
  }

  /** The declarations of one kind and name in the whole workspace, whatever uses what. */
  everywhere(kind: string, name: string): readonly Declared[] {
    return this.allDeclarations().get(key(kind, name)) ?? [];
  }

  /** Every playbook of the workspace. */
  headings(): readonly ast.Heading[] {
    return this.playbooks.get('all', () =>
      this.documents().flatMap((document) => document.parseResult.value.members.filter(ast.isHeading)),
    );
  }

  /** The nodes, in any file, that name a declaration. */
  referrersOf(declaration: AstNode): readonly AstNode[] {
    return this.usage.get('all', () => collectUsage(this)).get(declaration) ?? [];
  }

  private allDeclarations(): ReadonlyMap<string, readonly Declared[]> {
    return this.declaring.get('all', () => {
      const all = new Map<string, Declared[]>();
      for (const document of this.documents()) {
        for (const [kind, byName] of this.declarationsOf(document)) {
          for (const [name, nodes] of byName) {
            const known = all.get(key(kind, name));
            if (known) known.push(...nodes);
            else all.set(key(kind, name), [...nodes]);
          }
        }
      }
      return all;
    });
  }
}

function key(kind: string, name: string): string {
  return `${kind} ${name}`;
}

/** All that a file declares, including what stands inside its steps and frameworks. */
function* declaredIn(file: ast.PlaybookFile): Generator<AstNode & { name?: string }> {
  for (const member of file.members) {
    if ('name' in member) yield member;
    if (ast.isFramework(member)) yield* member.stages;
    if (ast.isStep(member)) yield* member.items.filter((item) => ast.isOffer(item) || ast.isCommitment(item));
  }
}

function declarationsIn(file: ast.PlaybookFile): Declarations {
  const declarations = new Map<string, Map<string, Declared[]>>();
  for (const node of declaredIn(file)) {
    if (!isDeclared(node)) continue;
    let byName = declarations.get(node.$type);
    if (!byName) {
      byName = new Map();
      declarations.set(node.$type, byName);
    }
    const known = byName.get(node.name);
    if (known) known.push(node);
    else byName.set(node.name, [node]);
  }
  return declarations;
}

/** A broken line can leave a declaration without its name, whatever the declared types say. */
function isDeclared(node: AstNode & { name?: string }): node is Declared {
  return typeof node.name === 'string' && node.name !== '';
}
