import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';

/** The playbook that a file holds, if it isn't a library. */
export function headingOf(file: ast.PlaybookFile): ast.Heading | undefined {
  return file.members.find(ast.isHeading);
}

/** The file that a node stands in. */
export function fileOf(node: AstNode): ast.PlaybookFile {
  return AstUtils.findRootNode(node) as ast.PlaybookFile;
}

/** The document that a node stands in. */
export function documentOf(node: AstNode): LangiumDocument<ast.PlaybookFile> {
  return AstUtils.getDocument<ast.PlaybookFile>(node);
}

/** Whether a document's tree is that of its text. In an editor the text changes as it is typed, and is read a moment later: until then nobody knows what is where. */
export function isRead({ parseResult, textDocument }: LangiumDocument): boolean {
  return parseResult.value.$cstNode?.root.fullText === textDocument.getText();
}
