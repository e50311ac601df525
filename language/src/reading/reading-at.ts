import { type AstNode, AstUtils, CstUtils, GrammarAST, type LangiumDocument, type LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { code } from '../findings/words.ts';
import { LINE_FORMS } from '../forms/line-forms.ts';
import { MEMBER_FORMS } from '../forms/member-forms.ts';
import * as ast from '../generated/ast.ts';
import { isRead } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { namedAt } from '../names/named.ts';
import { stringValue } from '../parsing/strings.ts';
import type { ItemType } from '../structure/placement.ts';
import { BUILTIN_FACTS, type BuiltinFactName } from '../structure/words.ts';
import { descriptionOf } from './descriptions.ts';
import { lineReading } from './lines.ts';
import { ruleReading } from './members.ts';
import { signsOf } from './phrases.ts';

/** What can be said of a place in a file: paragraphs of Markdown, and the words that they are about. */
export interface Reading {
  readonly range: Range;
  readonly paragraphs: readonly string[];
}

/** What a name stands for, what a line is for and what it asks of a conversation, how a phrase is read. Nothing where there is nothing to say. */
export function readingAt(
  document: LangiumDocument<ast.PlaybookFile>,
  offset: number,
  workspace: Workspace,
): Reading | undefined {
  const name = namedAt(document, offset, workspace);
  if (name) return { range: name.range, paragraphs: descriptionOf(name.declaration, workspace, document) };
  const root = document.parseResult.value.$cstNode;
  const word = root && isRead(document) ? CstUtils.findLeafNodeAtOffset(root, offset) : undefined;
  const paragraphs = word ? wordReading(word) : [];
  return word && paragraphs.length > 0 ? { range: word.range, paragraphs } : undefined;
}

function wordReading(word: LeafCstNode): readonly string[] {
  const node = word.astNode;
  if (ast.isPhrase(node)) {
    const signs = signsOf(stringValue(node.text));
    return signs.length > 0 ? [signs.map((sign) => `- ${sign}`).join('\n')] : [];
  }
  if (ast.isComparison(node) && isBuiltin(word.text)) {
    return [`${code(word.text)}: ${BUILTIN_FACTS[word.text].meaning}.`];
  }
  const owner = GrammarAST.isKeyword(word.grammarSource) ? AstUtils.getContainerOfType(node, isPart) : undefined;
  return owner ? partReading(owner, word) : [];
}

function isBuiltin(word: string): word is BuiltinFactName {
  return Object.hasOwn(BUILTIN_FACTS, word);
}

type Part = ast.Member | Exclude<ast.Item, ast.Stray> | ast.Ladder;

function isPart(node: AstNode): node is Part {
  return Object.hasOwn(LINE_FORMS, node.$type) || ast.isMember(node);
}

/** A part's first words say what it is for; the words that join what follows, what it comes to. */
function partReading(part: Part, word: LeafCstNode): readonly string[] {
  if (!ast.isMember(part)) {
    const reading = lineReading(part);
    return [LINE_FORMS[part.$type as ItemType].says, ...(reading === undefined ? [] : [reading])];
  }
  if (word.offset === part.$cstNode?.offset) return [MEMBER_FORMS[part.$type].says];
  return ruleReading(part).slice(0, 1);
}
