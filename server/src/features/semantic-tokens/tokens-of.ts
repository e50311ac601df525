import {
  ast,
  factFor,
  nameOf,
  parsePattern,
  readString,
  visitNodes,
  visitWords,
  type Workspace,
} from '@poise/language';
import { type AstNode, AstUtils, GrammarAST, isReference, type LangiumDocument, type LeafCstNode } from 'langium';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { shownAs, type TokenModifier, type TokenType, UNIT } from './token-types.ts';

/** A word, or a part of one, that is shown as something. Offsets are UTF-16 units of the text. */
export interface Token {
  readonly offset: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * All in a file that only its reader's knowledge can tell, in order: which kind of thing each name names, and what stands in texts. What a word is by
 * its spelling alone (words of the language, texts, remarks) is left to the editor's own grammar, which has finer colours for it.
 */
export function tokensOf(document: LangiumDocument<ast.PlaybookFile>, workspace: Workspace): readonly Token[] {
  const names = namesIn(document);
  const tokens: Token[] = [];
  visitWords(document.parseResult.value.$cstNode, (word) => {
    if (word.hidden) return;
    const name = names.get(word.offset);
    if (name) tokens.push({ offset: word.offset, length: word.length, ...name });
    else if (word.tokenType.name === 'STRING') tokens.push(...inText(word, workspace));
    else tokens.push(...bySpelling(word));
  });
  return tokens;
}

type Look = Pick<Token, 'type' | 'modifiers'>;

/** How each name of a file is shown, by where it begins. A name that names nothing isn't there. */
function namesIn(document: LangiumDocument<ast.PlaybookFile>): ReadonlyMap<number, Look> {
  const names = new Map<number, Look>();
  const add = (offset: number | undefined, declaration: AstNode, role: readonly TokenModifier[]): void => {
    const { type, modifiers } = shownAs(declaration);
    if (offset !== undefined && type) names.set(offset, { type, modifiers: [...role, ...modifiers] });
  };
  visitNodes(document.parseResult.value, (node) => {
    if ('name' in node) add(nameOf(node)?.offset, node, [SemanticTokenModifiers.declaration]);
  });
  for (const reference of document.references) {
    if (isReference(reference) && reference.ref) add(reference.$refNode?.offset, reference.ref, []);
  }
  return names;
}

const NUMBERS: ReadonlySet<string> = new Set(['NUMBER', 'DATE', 'TIME', 'VERSION']);

/** What a word is without anybody having declared it. */
function bySpelling({ offset, length, tokenType, grammarSource }: LeafCstNode): Token[] {
  if (NUMBERS.has(tokenType.name)) return [{ offset, length, type: SemanticTokenTypes.number, modifiers: [] }];
  const rule = grammarSource && AstUtils.getContainerOfType(grammarSource, GrammarAST.isParserRule)?.name;
  if (rule === 'BuiltinFact') {
    const modifiers = [SemanticTokenModifiers.defaultLibrary] as const;
    return [{ offset, length, type: SemanticTokenTypes.variable, modifiers }];
  }
  const isUnit = rule === 'TimeUnit' || (tokenType.name === 'CURRENCY' && (rule === 'Unit' || rule === 'Money'));
  return isUnit ? [{ offset, length, type: UNIT, modifiers: [] }] : [];
}

/** What is filled into a text, or the signs of a phrase. */
function inText({ offset, text: raw, astNode }: LeafCstNode, workspace: Workspace): Token[] {
  if (ast.isPhrase(astNode)) return inPhrase(raw, offset);
  if (!ast.isText(astNode) || !raw.includes('{')) return [];
  return readString(raw).segments.flatMap((segment): Token[] => {
    const fact = typeof segment === 'string' ? undefined : factFor(segment.name, astNode, workspace);
    const { type, modifiers } = fact ? shownAs(fact) : { type: undefined, modifiers: [] };
    if (typeof segment === 'string' || !type) return [];
    return [{ offset: offset + segment.start + '{'.length, length: segment.name.length, type, modifiers }];
  });
}

/** `...`, `/` and `*` of a phrase, and its kinds of text: `<time>`. */
function inPhrase(raw: string, offset: number): Token[] {
  if (!/[./*<…]/.test(raw)) return [];
  const { text, offsets } = readString(raw);
  const token = (start: number, end: number, type: TokenType): Token => {
    const [from = 0, last = 0] = [offsets[start], offsets[end - 1]];
    return { offset: offset + from, length: last + 1 - from, type, modifiers: [] };
  };
  return parsePattern(text).elements.flatMap((element): Token[] => {
    const { type, start, end } = element;
    if (type === 'gap') return [token(start, end, SemanticTokenTypes.operator)];
    if (type === 'kind') return [token(start, end, SemanticTokenTypes.type)];
    return [...text.slice(start, end).matchAll(/[/*]/g)].map(({ index }) =>
      token(start + index, start + index + 1, SemanticTokenTypes.operator),
    );
  });
}
