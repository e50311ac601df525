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
