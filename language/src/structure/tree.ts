import {
  type AstNode,
  type CstNode,
  isAstNode,
  isCompositeCstNode,
  isLeafCstNode,
  isReference,
  type LeafCstNode,
  type Reference,
} from 'langium';

/**
 * Visits a node and all nodes in it, each before what it holds, in the order of their properties. Langium's streams do the same at several times the cost,
 * which counts where it is done for every node of a thousand files.
 */
export function visitNodes(node: AstNode, visit: (node: AstNode) => void): void {
  visit(node);
  for (const key in node) {
    // What begins with a dollar leads out of the tree.
    if (key.charCodeAt(0) === DOLLAR) continue;
    const value: unknown = (node as unknown as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isAstNode(item)) visitNodes(item, visit);
    } else if (isAstNode(value)) {
      visitNodes(value, visit);
    }
  }
}

/** The references that a node itself holds. */
export function referencesOf(node: AstNode): readonly Reference[] {
  let references: Reference[] | undefined;
  for (const key in node) {
    if (key.charCodeAt(0) === DOLLAR) continue;
    const value: unknown = (node as unknown as Readonly<Record<string, unknown>>)[key];
    if (typeof value !== 'object') continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (!isReference(item)) continue;
      references ??= [];
      references.push(item);
    }
  }
  return references ?? NONE;
}

/** Visits the words of a piece of source in their order, remarks included. */
export function visitWords(node: CstNode | undefined, visit: (word: LeafCstNode) => void): void {
  if (isLeafCstNode(node)) visit(node);
  else if (isCompositeCstNode(node)) for (const part of node.content) visitWords(part, visit);
}

/** What is written in a piece of source, on one line and without remarks. */
export function writtenWords(node: CstNode | undefined): string {
  const words: string[] = [];
  visitWords(node, (word) => {
    if (!word.hidden) words.push(word.text);
  });
  return words
    .join(' ')
    .replace(/ ([,)])/g, '$1')
    .replace(/\( /g, '(');
}

const DOLLAR = '$'.charCodeAt(0);
const NONE: readonly Reference[] = [];
