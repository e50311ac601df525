import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf, headingOf } from '../linking/files.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check } from './check.ts';

/**
 * What a playbook declares is used somewhere in the workspace. A library is there for others, so nothing is said of it. What is asked, offered or
 * done needs no other mention, and rules hold by themselves. Where a line names something very like it that isn't there, that is taken for its use.
 */
export const declarationShouldBeUsed: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  if (!headingOf(file)) return;
  const unknown = documentOf(file)
    .references.filter((reference) => reference.error)
    .map((reference) => reference.$refText);
  for (const member of file.members) {
    if (!mustBeNamedToMatter(member) || !member.name || workspace.referrersOf(member).length > 0) continue;
    if (nearest(member.name, unknown) !== undefined) continue;
    const words = { kind: nounOf(member.$type), name: member.name };
    report('unused-name', words, { node: member, property: 'name', unnecessary: true });
  }
};

type Passive =
  | (ast.Signal | ast.Field | ast.Action | ast.Situation)
  | (ast.Wording | ast.PhraseList | ast.Team | ast.Framework);

function mustBeNamedToMatter(member: ast.Member): member is Passive {
  switch (member.$type) {
    case ast.Signal.$type:
    case ast.Field.$type:
    case ast.Action.$type:
    case ast.Situation.$type:
    case ast.Wording.$type:
    case ast.PhraseList.$type:
    case ast.Team.$type:
    case ast.Framework.$type:
      return true;
    default:
      return false;
  }
}
