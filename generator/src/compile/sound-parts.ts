import { ast, documentOf, type Finding, type Workspace, writtenWords } from '@poise/language';
import type { Position } from '@poise/runtime';
import { type AstNode, AstUtils, isReference, type LangiumDocument } from 'langium';
import { CompileContext, type SourceParts } from './context.ts';
import { compileMember } from './playbook.ts';

type Source = LangiumDocument<ast.PlaybookFile>;
type Error = Pick<Finding, 'message' | 'range'>;

/** A mistake in the sources of a playbook that was compiled all the same, and what was left out for it. */
export interface Mistake {
  /** What is wrong, as the finding says it; nothing where it is wrong only because of something else that is. */
  readonly message?: string;
  readonly leftOut: 'line' | 'member' | 'nothing';
  /** The declaration or rule in which it is: its kind as in the syntax tree, and its name if it has one. */
  readonly member: { readonly kind: string; readonly name?: string; readonly at: Position };
  /** Where what is left out begins, else where the mistake is. */
  readonly at: Position;
  /** What is written on a line that is left out. */
  readonly text?: string;
}

/**
 * Of each declaration and rule, what has no error: a line with one is left out, and so is whatever has one in its condition, or can't be compiled without
 * what is missing.
 */
export class SoundParts implements SourceParts {
  readonly mistakes: Mistake[] = [];
  private readonly heading: ast.Heading;
  private readonly workspace: Workspace;
  private readonly errorsOf: (document: Source) => readonly Error[];
  /** Those of a file, by declaration and rule. */
  private readonly errors = new Map<Source, ByPiece>();
  /** Asked only for where things are. */
  private readonly places: CompileContext;
  private readonly parts = new Map<AstNode, AstNode | undefined>();

  constructor(heading: ast.Heading, workspace: Workspace, errorsOf: (document: Source) => readonly Error[]) {
    this.heading = heading;
    this.workspace = workspace;
    this.errorsOf = errorsOf;
    this.places = new CompileContext(heading, workspace);
  }

  of<Node extends AstNode>(node: Node): Node | undefined {
    if (this.parts.has(node)) return this.parts.get(node) as Node | undefined;
    // Whatever rests on itself rests on nothing.
    this.parts.set(node, undefined);
    const part = this.find(node);
    this.parts.set(node, part);
    return part;
  }

  private find<Node extends AstNode>(node: Node): Node | undefined {
    const errors = this.errorsAt(node);
    const { name, items = [], when, unless } = linesAndGuards(node);
    const guards = [when, unless].filter((guard) => guard !== undefined);
    const errorsBy = byPiece(errors, [...guards, ...items]);
    const isNameless = !ast.isUse(node) && !name;
    const isGuarded = guards.some((guard) => errorsBy.has(guard));
    const without = (broken: readonly AstNode[]): Node =>
      broken.length === 0 ? node : { ...node, items: items.filter((item) => !broken.includes(item)) };
    let broken = items.filter((item) => errorsBy.has(item));
    // Of names from a file that can't be read nothing is said where they stand.
    if (!isNameless && !isGuarded && !this.canBeCompiled(without(broken)))
      broken = items.filter((item) => broken.includes(item) || !isResolved(item));
    const part = without(broken);
    if (isNameless || isGuarded || !this.canBeCompiled(part)) {
      this.tell('member', node, node, errors[0]);
      return undefined;
    }
    for (const item of broken) this.tell('line', node, item, errorsBy.get(item)?.[0]);
    for (const error of errorsBy.get(undefined) ?? []) this.tell('nothing', node, node, error);
    return part;
  }

  private errorsAt(member: AstNode): readonly Error[] {
    const document = documentOf(member);
    const known = this.errors.get(document) ?? byPiece(this.errorsOf(document), document.parseResult.value.members);
    this.errors.set(document, known);
    return known.get(member) ?? [];
  }

  /** Tries it for itself: what it would need is forgotten. */
  private canBeCompiled(part: AstNode): boolean {
    try {
      compileMember(part, new CompileContext(this.heading, this.workspace, this));
      return true;
    } catch {
      return false;
    }
  }

  private tell(leftOut: Mistake['leftOut'], member: AstNode, node: AstNode, error: Error | undefined): void {
    const place = this.places.position(node);
    const { start } = error?.range ?? {};
    const name = 'name' in member && typeof member.name === 'string' ? { name: member.name } : {};
    this.mistakes.push({
      ...(error && { message: error.message }),
      leftOut,
      member: { kind: member.$type, ...name, at: this.places.position(member) },
      at: leftOut === 'nothing' && start ? { ...place, line: start.line + 1, column: start.character + 1 } : place,
      ...(leftOut === 'line' && { text: writtenWords(node.$cstNode) }),
    });
  }
}

/** What most members have, whatever their kind. */
function linesAndGuards(node: AstNode): Partial<ast.Titled & ast.Guarded> {
  return node as AstNode & Partial<ast.Titled & ast.Guarded>;
}

/** Whether all that a line names is there. */
function isResolved(line: AstNode): boolean {
  return AstUtils.streamAst(line)
    .flatMap((node) => AstUtils.streamReferences(node))
    .every(({ reference }) => isReference(reference) && reference.ref !== undefined);
}

type ByPiece = ReadonlyMap<AstNode | undefined, readonly Error[]>;

/**
 * Errors by the piece of the source, of several in a row, that they belong to: the last that begins before them, if there is one. What the parser skips
 * is in no piece at all.
 */
function byPiece(errors: readonly Error[], pieces: readonly AstNode[]): ByPiece {
  const found = new Map<AstNode | undefined, Error[]>();
  for (const error of errors) {
    const { start } = error.range;
    const piece = pieces.findLast(({ $cstNode }) => $cstNode && !isBefore(start, $cstNode.range.start));
    const known = found.get(piece);
    if (known) known.push(error);
    else found.set(piece, [error]);
  }
  return found;
}

type Place = Finding['range']['start'];

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
