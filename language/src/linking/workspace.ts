import {
  type AstNode,
  DocumentState,
  type LangiumDocument,
  type LangiumDocuments,
  type LangiumSharedCoreServices,
  type URI,
  UriUtils,
} from 'langium';
import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import type { PlaybookDocuments } from './documents.ts';
import { NamedDeclarations } from './named-declarations.ts';
import { Usage } from './usage.ts';

/** A node that has a name of its own. */
export type Declared = AstNode & { readonly name: string };

/** What one file declares: by kind, by name, in the order written. */
export type Declarations = ReadonlyMap<string, ReadonlyMap<string, readonly Declared[]>>;

type SourceFile = LangiumDocument<ast.PlaybookFile>;

/** A `use` line and the file it names, if that is there. */
export interface UsedFile {
  readonly use: ast.Use;
  readonly uri: URI;
  readonly document: SourceFile | undefined;
}

/** What the files of a workspace declare, and which of it each file can see. After an edit only what has changed is looked at again. */
export class Workspace {
  private readonly shared: LangiumSharedCoreServices;
  private readonly declarations = new WeakMap<ast.PlaybookFile, Declarations>();
  private readonly named = new NamedDeclarations();
  private readonly useLines = new WeakMap<ast.PlaybookFile, readonly UseLine[]>();
  private readonly closures = new Map<SourceFile, Closure>();
  private readonly usage = new Usage(this);
  private isAllRead = false;
  private changes = 0;
  private trees = new Map<SourceFile, ast.PlaybookFile>();
  /** The versions up to which all this is known. */
  private upToDate: number | undefined;
  private usageUpToDate: number | undefined;

  constructor(shared: LangiumSharedCoreServices) {
    this.shared = shared;
    const goOutOfDate = (): void => {
      this.changes += 1;
    };
    const { DocumentBuilder } = shared.workspace;
    DocumentBuilder.onUpdate(goOutOfDate);
    for (const phase of [DocumentState.Parsed, DocumentState.Linked]) DocumentBuilder.onBuildPhase(phase, goOutOfDate);
  }

  /** A number that is another one whenever anything of the workspace may have changed. */
  get version(): number {
    const { added } = this.shared.workspace.LangiumDocuments as PlaybookDocuments;
    return this.changes + added;
  }

  /** Whether all files have been read. */
  get isRead(): boolean {
    this.update();
    return this.isAllRead;
  }

  documents(): SourceFile[] {
    return this.shared.workspace.LangiumDocuments.all.toArray() as SourceFile[];
  }

  declarationsOf(document: SourceFile): Declarations {
    const tree = document.parseResult.value;
    let declarations = this.declarations.get(tree);
    if (!declarations) {
      declarations = declarationsIn(tree);
      this.declarations.set(tree, declarations);
    }
    return declarations;
  }

  /** The files that a file's `use` lines name, in order. A path is read from the folder of the file it stands in. */
  usesOf(document: SourceFile): readonly UsedFile[] {
    const { LangiumDocuments } = this.shared.workspace;
    return this.useLinesOf(document).map((line) => withDocument(line, LangiumDocuments));
  }

  /** The file itself and all that it uses, directly or through others; nearest first. */
  closureOf(document: SourceFile): readonly SourceFile[] {
    this.update();
    return this.closure(document).files;
  }

  /** Whether all files are there that a file uses, directly or through others: if not, nobody knows which names it can see. */
  isWhole(document: SourceFile): boolean {
    this.update();
    return this.closure(document).isWhole;
  }

  /** The declarations of that name among these kinds that a file can see: its own first, then those of the nearest file it uses. */
  visible(document: SourceFile, kinds: readonly string[], name: string): readonly Declared[] {
    for (const member of this.closureOf(document)) {
      const declarations = this.declarationsOf(member);
      const found = kinds.flatMap((kind) => declarations.get(kind)?.get(name) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Every declaration among these kinds that a file can see. */
  *allVisible(document: SourceFile, kinds: readonly string[]): Generator<Declared> {
    for (const member of this.closureOf(document)) {
      const declarations = this.declarationsOf(member);
      for (const kind of kinds) for (const nodes of declarations.get(kind)?.values() ?? []) yield* nodes;
    }
  }

  /** The declarations of one kind and name in the whole workspace, whatever uses what: in the order of their files' addresses. */
  everywhere(kind: string, name: string): readonly Declared[] {
    this.update();
    return this.named.everywhere(kind, name);
  }

  /** Every playbook of the workspace. */
  headings(): readonly ast.Heading[] {
    return this.documents().flatMap(
      (document) => [...(this.declarationsOf(document).get(ast.Heading.$type)?.values() ?? [])].flat() as ast.Heading[],
    );
  }

  /** The nodes, in any file, that name a declaration. */
  referrersOf(declaration: AstNode): readonly AstNode[] {
    return [...this.currentUsage().referrersOf(declaration)];
  }

  /** A number that is another one as soon as other files name other things of a file than before. */
  versionFromOutside(document: SourceFile): number {
    return this.currentUsage().versionFromOutside(document);
  }

  /** Whether what a file's names mean may have changed with some files: those that it uses or would use, and those whose playbooks it names. */
  isAffected(document: SourceFile, changed: ReadonlySet<string>): boolean {
    // A build that was put off may have left some of its names resolved.
    if (document.state < DocumentState.Linked) return true;
    const usage = this.currentUsage();
    const { addresses } = this.closure(document);
    for (const uri of changed) if (addresses.has(uri)) return true;
    for (const named of usage.filesNamedIn(document)) if (changed.has(named.uri.toString())) return true;
    return false;
  }

  private useLinesOf({ uri, parseResult }: SourceFile): readonly UseLine[] {
    const tree = parseResult.value;
    let lines = this.useLines.get(tree);
    if (!lines) {
      lines = useLinesIn(tree, uri);
      this.useLines.set(tree, lines);
    }
    return lines;
  }

  private closure(document: SourceFile): Closure {
    let closure = this.closures.get(document);
    if (!closure) {
      const files = new Set([document]);
      const addresses = new Set([document.uri.toString()]);
      let isWhole = true;
      for (const file of files) {
        for (const used of this.usesOf(file)) {
          addresses.add(used.uri.toString());
          if (used.document) files.add(used.document);
          else isWhole = false;
        }
      }
      closure = { files: [...files], addresses, isWhole };
      this.closures.set(document, closure);
    }
    return closure;
  }

  private currentUsage(): Usage {
    this.update();
    if (this.usageUpToDate !== this.upToDate) this.usage.update(new Set(this.trees.keys()));
    this.usageUpToDate = this.upToDate;
    return this.usage;
  }

  /** Takes up which files have come, have gone, or have been read anew. What isn't read yet counts as it was. */
  private update(): void {
    const { version } = this;
    if (this.upToDate === version) return;
    this.upToDate = version;
    const trees = new Map<SourceFile, ast.PlaybookFile>();
    let isUseTheSame = true;
    this.isAllRead = true;
    for (const document of this.documents()) {
      const before = this.trees.get(document);
      const isRead = document.state >= DocumentState.Parsed;
      if (!isRead) this.isAllRead = false;
      const tree = isRead ? document.parseResult.value : before;
      if (!tree) continue;
      trees.set(document, tree);
      if (tree === before) continue;
      this.named.replace(document, this.declarationsOf(document));
      if (!before || addressesOf(this.useLines.get(before)) !== addressesOf(this.useLinesOf(document)))
        isUseTheSame = false;
    }
    for (const document of this.trees.keys()) {
      if (trees.has(document)) continue;
      this.named.replace(document, undefined);
      isUseTheSame = false;
    }
    if (!isUseTheSame) this.closures.clear();
    this.trees = trees;
  }
}

/** A file, the files that it uses, directly or through others, and the addresses of all these, whether there is such a file or not. */
interface Closure {
  /** Whether there is such a file for each of them. */
  readonly isWhole: boolean;
  readonly files: readonly SourceFile[];
  readonly addresses: ReadonlySet<string>;
}

interface UseLine {
  readonly use: ast.Use;
  readonly uri: URI;
}

function addressesOf(lines: readonly UseLine[] | undefined): string | undefined {
  return lines?.map(({ uri }) => uri.toString()).join('\n');
}

function useLinesIn({ members }: ast.PlaybookFile, uri: URI): UseLine[] {
  const folder = UriUtils.dirname(uri);
  const uses = members?.filter(ast.isUse) ?? [];
  // Half a character, as between two keys, can't be written in an address.
  return uses.map((use) => ({ use, uri: UriUtils.resolvePath(folder, stringValue(use.path).toWellFormed()) }));
}

/** The files that the `use` lines of a file name, in order. */
export function usesIn(file: ast.PlaybookFile, uri: URI, documents: LangiumDocuments): UsedFile[] {
  return useLinesIn(file, uri).map((line) => withDocument(line, documents));
}

function withDocument({ use, uri }: UseLine, documents: LangiumDocuments): UsedFile {
  return { use, uri, document: documents.getDocument(uri) as SourceFile | undefined };
}

/** All that a file declares, including what stands inside its steps and frameworks. */
export function* declaredIn(file: ast.PlaybookFile): Generator<AstNode & { name?: string }> {
  for (const member of file.members ?? []) {
    if ('name' in member) yield member;
    if (ast.isFramework(member)) yield* member.stages;
    if (ast.isStep(member)) yield* member.items.filter((item) => ast.isOffer(item) || ast.isCommitment(item));
  }
}

/** What a file declares. */
export function declarationsIn(file: ast.PlaybookFile): Declarations {
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
export function isDeclared(node: AstNode): node is Declared {
  return 'name' in node && typeof node.name === 'string' && node.name !== '';
}
