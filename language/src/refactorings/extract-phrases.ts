import { AstUtils } from 'langium';
import { declared } from '../fixes/missing-declarations.ts';
import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { nameProblem, proposalFor } from '../structure/names.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import type { Refactorer, RefactoringPlace } from './refactoring.ts';

/** Makes a list of the phrases that stand where they are used, so that other rules can listen for them, too. */
export const extractPhrases: Refactorer = (place) => {
  const { node, document } = place;
  const user = AstUtils.getContainerOfType(node, (one) => ast.isSpeech(one) || ast.isSayAct(one));
  const phrases = user?.phrases.filter(ast.isPhrase) ?? [];
  const [first, last] = [user?.phrases[0]?.$cstNode, user?.phrases.at(-1)?.$cstNode];
  const [phrase] = phrases;
  if (!user || !first || !last || phrase?.text === undefined) return [];
  const text = document.textDocument.getText();
  // Which phrase a remark among them is for, nobody knows.
  if (/\/\//.test(withoutStrings(text.slice(first.offset, last.end)))) return [];
  const name = freeName(stringValue(phrase.text), place);
  const lists = user.phrases.filter(ast.isPhraseListReference).map(({ list }) => list.$refText);
  const lines = `phrases ${name}: ${phrases.map((one) => one.text).join(', ')}`;
  return [
    {
      kind: 'extract',
      title: phrases.length === 1 ? 'Make a phrase list of this phrase' : 'Make a phrase list of these phrases',
      changes: [
        declared(ast.PhraseList.$type, lines, node, document),
        { document, start: first.offset, end: last.end, text: [name, ...lists].join(', ') },
      ],
    },
  ];
};

function withoutStrings(text: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"/g, '');
}

/** A name after the first words of a phrase that nothing else has: easily changed, for it stands in two places. */
function freeName(phrase: string, { document, services }: RefactoringPlace): string {
  const words = phrase
    .replaceAll(/[*<>]|\.\.\./g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 3);
  const proposal = proposalFor(words.map((word) => word.split('/')[0]).join('_'));
  const isName = proposal !== undefined && !nameProblem(proposal, false) && !RESERVED_WORDS.has(proposal);
  const wanted = isName ? proposal : 'these_words';
  const isTaken = (name: string): boolean =>
    services.Workspace.visible(document, [ast.PhraseList.$type, ast.Wording.$type], name).length > 0;
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}_${count}`;
  return name;
}
