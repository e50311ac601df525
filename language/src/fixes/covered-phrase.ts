import { AstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Fixer } from './fix.ts';

/** Leaves out a phrase of a list, with the comma that parts it from the others. */
export const leaveOutPhrase: Fixer<{ readonly phrase: string }> = ({ data, node, document }) => {
  const phrase = AstUtils.getContainerOfType(node, ast.isPhrase);
  const list = phrase && listWith(phrase);
  if (!phrase || !list) return [];
  const index = list.indexOf(phrase);
  const [previous, next] = [list[index - 1], list[index + 1]];
  const start = previous ? previous.$cstNode?.end : phrase.$cstNode?.offset;
  const end = previous ? phrase.$cstNode?.end : next?.$cstNode?.offset;
  if (start === undefined || end === undefined) return [];
  // A remark between the two is for one of them, and nobody knows which.
  const between = document.textDocument.getText().slice(start, end).replace(phrase.text, '');
  if (/[^\s,]/.test(between)) return [];
  return [{ title: `Remove ${code(data.phrase)}`, changes: [{ document, start, end, text: '' }] }];
};

function listWith(phrase: ast.Phrase): readonly ast.PhraseSource[] | undefined {
  const { $container: list } = phrase;
  if (!ast.isPhraseList(list)) return ast.isSpeech(list) || ast.isSayAct(list) ? list.phrases : undefined;
  return list.patterns.includes(phrase) ? list.patterns : list.exceptions;
}
