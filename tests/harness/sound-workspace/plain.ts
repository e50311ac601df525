import { type ast, noteOf } from '@poise/language';
import { type AstNode, isAstNode, isReference, type Reference } from 'langium';

/** A name that stands for something declared elsewhere, and for what kind of thing. */
export interface Ref<Kind extends string = string> {
  readonly to: Kind;
  readonly name: string;
}

/**
 * Part of a syntax tree as plain data: names in the place of references, nothing of where it stands in a text. `$note` is what `///` lines above it
 * say.
 */
export type Plain<Part> =
  Part extends Reference<infer Target extends AstNode>
    ? Ref<Target['$type']>
    : Part extends AstNode
      ? PlainNode<Part>
      : Part extends readonly (infer Element)[]
        ? readonly Plain<Element>[]
        : Part;

type PlainNode<Node extends AstNode> = {
  readonly [Property in keyof Node as Property extends '$type'
    ? Property
    : Property extends `$${string}`
      ? never
      : Property]: Plain<Node[Property]>;
} & { readonly $note?: string };

/** The kinds of nodes that stand in a tree: all but those which only say what others have in common. */
export type NodeType = {
  [Type in keyof ast.PlaybookAstType]: [ast.PlaybookAstType[Type]['$type']] extends [Type] ? Type : never;
}[keyof ast.PlaybookAstType];

/** A node of a kind, as plain data. */
export type PlainOf<Type extends NodeType> = Type extends NodeType ? Plain<ast.PlaybookAstType[Type]> : never;

/** Any node, as plain data. */
export type AnyPlain = PlainOf<NodeType>;

export type PlainFile = PlainOf<'PlaybookFile'>;
export type PlainMember = Plain<ast.Member>;
export type PlainItem = Plain<ast.Item>;

/** A workspace as plain data: its files by their paths from the workspace's root. */
export type PlainWorkspace = ReadonlyMap<string, PlainFile>;

/** What a syntax tree says, as plain data. Its references have to be linked. */
export function plainOf(tree: ast.PlaybookFile): PlainFile {
  return plainNode(tree) as unknown as PlainFile;
}

function plainNode(node: AstNode): Record<string, unknown> {
  const note = HAS_NOTE.has(node.$type) ? noteOf(node) : undefined;
  const properties = Object.entries(node).filter(([key, value]) => !key.startsWith('$') && value !== undefined);
  return {
    $type: node.$type,
    ...(note !== undefined && { $note: note }),
    ...Object.fromEntries(properties.map(([key, value]) => [key, plainValue(value)])),
  };
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (isReference(value)) return { to: value.ref?.$type, name: value.$refText };
  return isAstNode(value) ? plainNode(value) : value;
}

/** What may have `///` lines above it. */
const HAS_NOTE: ReadonlySet<string> = new Set([
  ...['Heading', 'Signal', 'Field', 'Action', 'Situation', 'Wording', 'PhraseList', 'Team', 'Framework', 'Stage'],
  ...['Trigger', 'Step', 'Boundary', 'Escalation', 'FollowUp', 'AgentCare', 'Trend', 'Scenario', 'Offer', 'Commitment'],
]);

/** Every node in some plain data, the outer ones first. */
export function* nodesIn(part: unknown): Generator<AnyPlain> {
  if (typeof part !== 'object' || part === null) return;
  if ('$type' in part) yield part as AnyPlain;
  for (const value of Object.values(part)) yield* nodesIn(value);
}

/** Every reference in some plain data. */
export function* refsIn(part: unknown): Generator<Ref> {
  if (typeof part !== 'object' || part === null) return;
  if ('to' in part) yield part as Ref;
  for (const value of Object.values(part)) yield* refsIn(value);
}

/** The nodes of one kind. */
export function nodesOf<Type extends NodeType>(part: unknown, type: Type): PlainOf<Type>[] {
  return [...nodesIn(part)].filter((node): node is AnyPlain & PlainOf<Type> => node.$type === type);
}

/**
 * The same data with something else in the place of one of its parts; with nothing there, where that is undefined. What doesn't hold the part stays
 * the very same, so that parts can be replaced one after the other.
 */
export function replaced<Whole>(whole: Whole, part: unknown, by: unknown): Whole {
  const replace = (at: unknown): unknown => {
    if (at === part) return by;
    if (typeof at !== 'object' || at === null) return at;
    if (at instanceof Map) return new Map([...at].map(([key, value]) => [key, replace(value)]));
    const entries = Object.entries(at).map(([key, value]) => [key, value, replace(value)] as const);
    if (entries.every(([, before, now]) => before === now)) return at;
    const kept = entries.filter(([, , now]) => now !== undefined);
    return Array.isArray(at)
      ? kept.map(([, , now]) => now)
      : Object.fromEntries(kept.map(([key, , now]) => [key, now]));
  };
  return replace(whole) as Whole;
}
