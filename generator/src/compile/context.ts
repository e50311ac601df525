import { ast, documentOf, fileOf, headingOf, noteOf, readString, type Workspace, writtenWords } from '@poise/language';
import type { KnownCapability, Position, Text } from '@poise/runtime';
import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { pathOf } from '../load-sources.ts';
import { FactTable } from './facts.ts';

/** Something declared under a name that parts of a playbook refer to, so that the document has to hold it. */
type Referable = ast.PhraseList | ast.Wording | ast.Action | ast.Team;

/** Which parts of the sources a compilation takes: a declaration or rule as it is, without some of its lines, or not at all. */
export interface SourceParts {
  of<Node extends AstNode>(node: Node): Node | undefined;
}

/** What has no errors is taken as it is. */
const EVERYTHING: SourceParts = { of: (node) => node };

/** What the compilation of one playbook gathers on its way: which facts, lists, teams and abilities its rules turn out to need. */
export class CompileContext {
  readonly heading: ast.Heading;
  readonly file: ast.PlaybookFile;
  /** The playbook's own file first, then those it uses. */
  readonly closure: readonly LangiumDocument<ast.PlaybookFile>[];
  /** The same files in the order of their paths. */
  readonly files: readonly LangiumDocument<ast.PlaybookFile>[];
  readonly facts: FactTable;
  readonly required = new Set<KnownCapability>();
  readonly used = new Set<KnownCapability>();
  readonly referred = new Set<Referable>();
  /** Phrase lists that are written where they are used, by the id they were given. */
  readonly inlineLists = new Map<string, { readonly phrases: readonly ast.Phrase[]; readonly node: AstNode }>();
  private readonly workspace: Workspace;
  private readonly taken: SourceParts;
  private readonly fileIndex: ReadonlyMap<string, number>;
  private readonly ordinals = new Map<string, number>();

  constructor(heading: ast.Heading, workspace: Workspace, taken: SourceParts = EVERYTHING) {
    this.heading = heading;
    this.workspace = workspace;
    this.taken = taken;
    this.file = fileOf(heading);
    this.closure = workspace.closureOf(documentOf(heading));
    this.files = [...this.closure].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
    this.fileIndex = new Map(this.files.map((document, index) => [document.uri.toString(), index]));
    this.facts = new FactTable(this);
  }

  /** What is taken of a declaration or rule; nothing where it is left out. */
  part<Node extends AstNode>(node: Node): Node | undefined {
    return this.taken.of(node);
  }

  /** The nearest signal or field of that name. */
  visibleFact(name: string): ast.Signal | ast.Field | undefined {
    const [fact] = this.workspace.visible(documentOf(this.heading), [ast.Signal.$type, ast.Field.$type], name);
    return ast.isSignal(fact) || ast.isField(fact) ? fact : undefined;
  }

  require(capability: KnownCapability): void {
    this.required.add(capability);
  }

  /** The name of something that is referred to, which is thereby part of the document. */
  refer(node: Referable): string {
    this.referred.add(node);
    return node.name;
  }

  position(node: AstNode): Position {
    const document = AstUtils.getDocument(node);
    const { start } = node.$cstNode?.range ?? { start: { line: 0, character: 0 } };
    return {
      file: this.fileIndex.get(document.uri.toString()) ?? 0,
      line: start.line + 1,
      column: start.character + 1,
    };
  }

  /** What the source says of a declaration in `///` lines right above it. */
  note(node: AstNode): { note?: string } {
    const note = noteOf(node);
    return note === undefined ? {} : { note };
  }

  /** A text in its parts, with the facts that go between them. */
  parts(text: ast.Text): Text {
    const parts: Text = [];
    for (const [index, part] of text.parts.entries()) {
      if (index > 0) append(parts, ' ');
      for (const segment of readString(part).segments) {
        if (typeof segment === 'string') {
          append(parts, segment);
        } else {
          this.require('placeholders');
          parts.push({ fact: this.facts.named(segment.name) });
        }
      }
    }
    return parts;
  }

  /** An id for something without a name, by its owner, kind and target, with an ordinal among identical ones. */
  lineId(...parts: readonly string[]): string {
    const base = parts.join('.');
    const ordinal = (this.ordinals.get(base) ?? 0) + 1;
    this.ordinals.set(base, ordinal);
    return `${base}.${ordinal}`;
  }

  /** The ids of phrase lists; phrases written in place become a list of their owner's. */
  phraseLists(sources: readonly ast.PhraseSource[], owner: string): [string, ...string[]] {
    this.require('phrases');
    const named = sources
      .filter(ast.isPhraseListReference)
      .flatMap(({ list }) => (list.ref ? [this.refer(list.ref)] : []));
    const inline = sources.filter(ast.isPhrase);
    const first = inline[0];
    if (first) {
      const id = this.lineId(owner, 'phrases').replaceAll('.', ' ');
      this.inlineLists.set(id, { phrases: inline, node: first });
      named.push(id);
    }
    const [head, ...tail] = named;
    if (head === undefined) throw new Error(`${owner} names no phrases`);
    return [head, ...tail];
  }

  /** What stands in the source for a node, on one line and without remarks. */
  sourceText(node: AstNode | undefined): string {
    return writtenWords(node?.$cstNode);
  }

  /** The playbook that a file holds, if any: what a rule belongs to. */
  originOf(node: AstNode): 'house' | 'playbook' {
    return headingOf(fileOf(node)) === this.heading ? 'playbook' : 'house';
  }
}

function append(parts: Text, text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}
