import { createPlaybookLanguage } from '@poise/language';
import { AstUtils, type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode, type LeafCstNode, URI } from 'langium';
import { WORD_GROUPS } from '../../extension/grammar/words.ts';
import type { Scoped, ScopedLine } from './textmate.ts';

/** What a piece of a playbook is, for its reader. */
export type Kind = 'word of the language' | 'name' | 'text' | 'remark' | 'number';

/** A piece of a text as the language's own parser takes it. */
export interface Piece {
  readonly kind: Kind;
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const { shared } = createPlaybookLanguage({});
const WORD_SCOPES = new Set(WORD_GROUPS.map(({ scope }) => scope));
const WORDS = new Set(WORD_GROUPS.flatMap(({ always, unlessName }) => [...always, ...unlessName]));

/** The pieces of a text whose kind is plain. What the parser couldn't make sense of, or took for another word than is written, is left out. */
export function piecesOf(path: string, text: string): readonly Piece[] {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse(`memory:///${path}`));
  return [...leavesOf(document.parseResult.value.$cstNode)].flatMap((leaf) => {
    const kind = kindOf(leaf);
    const { start, end } = leaf.range;
    return kind === undefined
      ? []
      : [{ kind, text: leaf.text, line: start.line, start: start.character, end: end.character }];
  });
}

/** How the stretch of a piece is coloured: one kind, unless it is cut to pieces. */
export function shownAs({ line, start, end }: Piece, lines: readonly ScopedLine[]): readonly (Kind | 'nothing')[] {
  const tokens = lines[line]?.tokens.filter((token) => token.start < end && token.end > start) ?? [];
  return [...new Set(tokens.map((token) => kindOfScopes(token) ?? 'nothing'))];
}

function kindOf({ text, tokenType, grammarSource }: LeafCstNode): Kind | undefined {
  const rule = grammarSource && AstUtils.getContainerOfType(grammarSource, GrammarAST.isAbstractRule)?.name;
  switch (tokenType.name) {
    case 'COMMENT':
    case 'DOC_COMMENT':
      return 'remark';
    case 'STRING':
      return /^["“”„']/.test(text) ? 'text' : undefined;
    case 'NUMBER':
    case 'DATE':
    case 'TIME':
    case 'VERSION':
      return /^[-\d]/.test(text) ? 'number' : undefined;
    case 'CURRENCY':
      return undefined;
  }
  if (rule === 'Junk' || rule === 'Stray') return undefined;
  if (tokenType.name === 'ID' || rule === 'Name') return 'name';
  return WORDS.has(text) ? 'word of the language' : undefined;
}

function kindOfScopes({ scopes }: Scoped): Kind | undefined {
  if (scopes.some((scope) => scope.startsWith('comment.'))) return 'remark';
  if (scopes.some((scope) => scope.startsWith('string.'))) return 'text';
  const last = scopes.at(-1) ?? '';
  if (last.startsWith('constant.numeric.')) return 'number';
  if (WORD_SCOPES.has(last)) return 'word of the language';
  return last.startsWith('variable.') || last.startsWith('entity.') ? 'name' : undefined;
}

function* leavesOf(node: CstNode | undefined): Generator<LeafCstNode> {
  if (isLeafCstNode(node)) yield node;
  else if (isCompositeCstNode(node)) for (const part of node.content) yield* leavesOf(part);
}
