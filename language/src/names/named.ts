import { type AstNode, type CstNode, CstUtils, GrammarUtils, isReference, type LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { rangeWithin } from '../checks/places.ts';
import * as ast from '../generated/ast.ts';
import { documentOf, isRead } from '../linking/files.ts';
import { factFor } from '../linking/usage.ts';
import { type Declared, isDeclared, type Workspace } from '../linking/workspace.ts';
import { placeholdersOf } from '../parsing/texts.ts';
import { referencesOf } from '../structure/tree.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A place where a name stands, and what it is the name of. */
export interface NamePlace {
  readonly document: Source;
  /** Of the name alone: of a `{placeholder}` without its braces. */
  readonly range: Range;
  readonly declaration: Declared;
  /** It is given here, a line refers to it, or a text has it filled in. */
  readonly role: 'declaration' | 'reference' | 'placeholder';
  /** What holds the name: the declaration itself, what refers to it, or the text. */
  readonly node: AstNode;
}

/**
 * The name at a place, an offset in UTF-16 units, or right before it: there the cursor is when a word has been written. Nothing where there is none,
 * where nobody knows what it stands for, and while the text is newer than the tree.
 */
export function namedAt(document: Source, offset: number, workspace: Workspace): NamePlace | undefined {
  if (!isRead(document)) return undefined;
  return namedInWordAt(document, offset, workspace) ?? namedInWordAt(document, offset - 1, workspace, offset);
}

function namedInWordAt(document: Source, at: number, workspace: Workspace, offset = at): NamePlace | undefined {
  const root = document.parseResult.value.$cstNode;
  const word = root && at >= 0 ? CstUtils.findLeafNodeAtOffset(root, at) : undefined;
  if (!word) return undefined;
  const node = word.astNode;
  for (const { $refNode: place, ref } of referencesOf(node)) {
    if (place && ref && isDeclared(ref) && touches(place, offset))
      return { document, range: place.range, declaration: ref, role: 'reference', node };
  }
  const name = nameOf(node);
  if (name && isDeclared(node) && touches(name, offset))
    return { document, range: name.range, declaration: node, role: 'declaration', node };
  const isHere = ({ range }: NamePlace): boolean =>
    document.textDocument.offsetAt(range.start) <= offset && offset <= document.textDocument.offsetAt(range.end);
  return ast.isText(node) ? filledIn(node, document, workspace).find(isHere) : undefined;
}

function touches({ offset, end }: CstNode, cursor: number): boolean {
  return offset <= cursor && cursor <= end;
}

/** What a text has filled in. */
function filledIn(text: ast.Text, document: Source, workspace: Workspace): readonly NamePlace[] {
  return placeholdersOf(text).flatMap(({ name, part, start, end }): NamePlace[] => {
    const declaration = factFor(name, text, workspace);
    const range = rangeWithin({ node: text, property: 'parts', index: part }, start + 1, end - 1);
    return declaration ? [{ document, range, declaration, role: 'placeholder', node: text }] : [];
  });
}

/**
 * Every place where something is named: where it is declared, first, then where lines refer to it and texts have it filled in, file by file. Files
 * whose text is newer than their tree are left out.
 *
 * @param documents the files to look in, if not all of the workspace
 */
export function occurrencesOf(
  declaration: Declared,
  workspace: Workspace,
  documents: readonly Source[] = workspace.documents(),
): readonly NamePlace[] {
  const same = new Set<AstNode>(sameAs(declaration, workspace));
  const declared = [...same].flatMap((node): NamePlace[] => {
    const document = documentOf(node);
    const name = nameOf(node);
    if (!name || !isDeclared(node) || !documents.includes(document) || !isRead(document)) return [];
    return [{ document, range: name.range, declaration: node, role: 'declaration', node }];
  });
  // Texts are looked through before trees are: few files name any one thing.
  const naming = documents.filter((document) => document.textDocument.getText().includes(declaration.name));
  return [
    ...declared,
    ...naming
      .filter(isRead)
      .flatMap((document) =>
        [...referencesTo(same, declaration.name, document), ...placeholdersFor(declaration, document, workspace)].sort(
          byPlace,
        ),
      ),
  ];
}

function referencesTo(same: ReadonlySet<AstNode>, name: string, document: Source): readonly NamePlace[] {
  const found: NamePlace[] = [];
  for (const reference of document.references) {
    if (reference.$refText !== name || !isReference(reference)) continue;
    const { ref, $refNode: place } = reference;
    if (place && ref && same.has(ref) && isDeclared(ref))
      found.push({ document, range: place.range, declaration: ref, role: 'reference', node: place.astNode });
  }
  return found;
}

function byPlace({ range: { start: a } }: NamePlace, { range: { start: b } }: NamePlace): number {
  return a.line - b.line || a.character - b.character;
}

/** Whatever is the same thing for its author: an offer or a promise may be made in several steps of a file. Else only the declaration itself. */
export function sameAs(declaration: Declared, workspace: Workspace): readonly Declared[] {
  if (!ast.isOffer(declaration) && !ast.isCommitment(declaration)) return [declaration];
  const declared = workspace.declarationsOf(documentOf(declaration)).get(declaration.$type)?.get(declaration.name);
  return declared ?? [declaration];
}

/** Where the name of a declaration is written. */
export function nameOf(node: AstNode): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
}

/** Where the texts of a file have a fact filled in: found by its name in braces, so that no tree need be gone through. */
function placeholdersFor(fact: Declared, document: Source, workspace: Workspace): readonly NamePlace[] {
  const root = document.parseResult.value.$cstNode;
  if (!root || !ast.isValue(fact)) return [];
  const source = root.root.fullText;
  const texts = new Set<ast.Text>();
  for (let at = source.indexOf(`{${fact.name}}`); at >= 0; at = source.indexOf(`{${fact.name}}`, at + 1)) {
    const node = CstUtils.findLeafNodeAtOffset(root, at)?.astNode;
    if (ast.isText(node)) texts.add(node);
  }
  return [...texts]
    .flatMap((text) => filledIn(text, document, workspace))
    .filter((place) => place.declaration === fact);
}
