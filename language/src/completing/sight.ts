import { type AstNode, type LangiumDocument, type URI, UriUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { type Declarations, type Declared, declarationsIn, usesIn } from '../linking/workspace.ts';
import type { PlaybookServices } from '../services.ts';
import { compareTexts } from '../structure/order.ts';
import { linesOf } from '../structure/placement.ts';
import { type Reading, readNow } from './reading.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A declaration that a file sees. */
export interface Seen {
  readonly node: Declared;
  /** The file it stands in; nothing for the one that sees it. */
  readonly uri: URI | undefined;
}

/** A declaration that a file would see if it used the one that it stands in. */
export interface Unseen {
  readonly name: string;
  readonly type: string;
  readonly node: AstNode | undefined;
  readonly uri: URI;
}

/**
 * What a file sees as its text is now, before the workspace has been built for it. Nothing is asked of the workspace's caches, which may be about to be
 * thrown away: of the other files what was read last counts.
 */
export class Sight {
  readonly document: Source;
  private readonly reading: Reading;
  private readonly services: PlaybookServices;
  private others: readonly Seen[] | undefined;
  private readonly sources: readonly { readonly uri: URI; readonly declarations: Declarations }[];

  constructor(document: Source, services: PlaybookServices) {
    this.document = document;
    this.services = services;
    this.reading = readNow(document, services);
    this.sources = this.closure();
  }

  /** The file as it is now. */
  get file(): ast.PlaybookFile {
    return this.reading.file;
  }

  /** Where a node of the file stands in its text as it is now; UTF-16 offsets. */
  placeOf(node: AstNode): { readonly start: number; readonly end: number } | undefined {
    return this.reading.placeOf(node);
  }

  /** The declarations of these kinds that the file sees: its own first, then those of the nearest file that it uses. */
  *visible(kinds: readonly string[]): Generator<Seen> {
    for (const { uri, declarations } of this.sources) {
      const from = uri === this.document.uri ? undefined : uri;
      for (const kind of kinds)
        for (const nodes of declarations.get(kind)?.values() ?? []) for (const node of nodes) yield { node, uri: from };
    }
  }

  /** The declarations of a name among these kinds: those of the nearest file. */
  named(name: string, kinds: readonly string[]): readonly Declared[] {
    for (const { declarations } of this.sources) {
      const found = kinds.flatMap((kind) => declarations.get(kind)?.get(name) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Only what the file itself declares. */
  own(kind: string): readonly Declared[] {
    return [...(this.sources[0]?.declarations.get(kind)?.values() ?? [])].flat();
  }

  /** Every playbook of the workspace but the file's own, by the paths of their files. */
  get playbooks(): readonly Seen[] {
    this.others ??= this.services.shared.workspace.IndexManager.allElements(ast.Heading.$type)
      .filter(({ documentUri }) => documentUri.path !== this.document.uri.path)
      .flatMap(({ node, documentUri: uri }) => (ast.isHeading(node) && node.name ? [{ node, uri }] : []))
      .toArray()
      .sort(byPath);
    return this.others;
  }

  /** The declarations of these kinds in libraries that the file doesn't use, by the paths of these. */
  unseen(kinds: readonly string[]): Unseen[] {
    const { IndexManager } = this.services.shared.workspace;
    const left = this.unusedLibraries();
    return kinds.flatMap((kind) =>
      IndexManager.allElements(kind, left)
        .map(({ name, type, node, documentUri: uri }) => ({ name, type, node, uri }))
        .toArray()
        .sort(byPath),
    );
  }

  /** Every other file of the workspace, by its path: as the file would name it in a `use` line, and whether it does so already. */
  otherFiles(): readonly { readonly path: string; readonly isLibrary: boolean; readonly isUsed: boolean }[] {
    const used = new Set(
      usesIn(this.file, this.document.uri, this.services.shared.workspace.LangiumDocuments).map(({ uri }) =>
        uri.toString(),
      ),
    );
    const playbooks = this.urisOfPlaybooks();
    return this.services.shared.workspace.LangiumDocuments.all
      .filter(({ uri }) => !UriUtils.equals(uri, this.document.uri))
      .map(({ uri }) => ({
        path: this.pathTo(uri),
        isLibrary: !playbooks.has(uri.toString()),
        isUsed: used.has(uri.toString()),
      }))
      .toArray()
      .sort((a, b) => compareTexts(a.path, b.path));
  }

  /** The stages that a step of this file may be for, in order, and whether it has a step for them already. */
  stages(): readonly { readonly stage: ast.Stage; readonly isTaken: boolean }[] {
    const heading = headingOf(this.file);
    // No link is followed: the tree may be that of a text of which nobody has built a document.
    const name = heading && linesOf(heading, ast.isFollows)[0]?.framework?.$refText;
    const frameworks = name === undefined ? [] : this.named(name, [ast.Framework.$type]);
    const stages = frameworks.filter(ast.isFramework).flatMap((framework) => framework.stages);
    const taken = new Set(
      this.file.members
        .filter(ast.isStep)
        .flatMap((step) => linesOf(step, ast.isStageReference).map(({ stage }) => stage?.$refText)),
    );
    const all = heading
      ? stages
      : [...this.visible([ast.Stage.$type])].flatMap(({ node }) => (ast.isStage(node) ? node : []));
    return all.filter(({ name }) => name).map((stage) => ({ stage, isTaken: taken.has(stage.name) }));
  }

  /** The kinds of declarations that a reference of a (union) type can name. */
  kindsOf(type: string): readonly string[] {
    return this.services.shared.AstReflection.getAllSubTypes(type);
  }

  private closure(): { uri: URI; declarations: Declarations }[] {
    const { LangiumDocuments } = this.services.shared.workspace;
    const known = new Map([[this.document.uri.toString(), { uri: this.document.uri, file: this.file }]]);
    for (const { uri, file } of known.values()) {
      for (const { document } of usesIn(file, uri, LangiumDocuments)) {
        const key = document?.uri.toString();
        if (document && key !== undefined && !known.has(key))
          known.set(key, { uri: document.uri, file: document.parseResult.value });
      }
    }
    return [...known.values()].map(({ uri, file }) => ({ uri, declarations: declarationsIn(file) }));
  }

  private unusedLibraries(): Set<string> {
    const playbooks = this.urisOfPlaybooks();
    const seen = new Set(this.sources.map(({ uri }) => uri.toString()));
    return new Set(
      this.services.shared.workspace.LangiumDocuments.all
        .map(({ uri }) => uri.toString())
        .filter((uri) => !seen.has(uri) && !playbooks.has(uri)),
    );
  }

  private urisOfPlaybooks(): ReadonlySet<string> {
    const headings = this.services.shared.workspace.IndexManager.allElements(ast.Heading.$type);
    return new Set(headings.map(({ documentUri }) => documentUri.toString()));
  }

  /** How a file would be named in a `use` line. */
  pathTo(uri: URI): string {
    return UriUtils.relative(UriUtils.dirname(this.document.uri), uri);
  }
}

/** Files come in the order in which they happened to be read, which nobody should see. */
function byPath(a: { readonly uri: URI }, b: { readonly uri: URI }): number {
  return compareTexts(a.uri.path, b.uri.path);
}
