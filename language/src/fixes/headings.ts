import { UriUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { nameProblem, proposalFor } from '../structure/names.ts';
import type { Fixer } from './fix.ts';
import { atTheTop, below } from './lines.ts';

/** Makes a playbook of a library that has steps: called like its file, by nobody yet. */
export const addHeading: Fixer<unknown> = ({ document }) => {
  const { members } = document.parseResult.value;
  // A library with a scenario only: that belongs to a playbook which is there already.
  if (!members.some(ast.isStep)) return [];
  const file = UriUtils.basename(document.uri).replace(/\.playbook$/, '');
  const proposal = nameProblem(file, true) ? proposalFor(file) : file;
  if (proposal === undefined || nameProblem(proposal, true)) return [];
  const title = proposal.charAt(0).toUpperCase() + proposal.slice(1).replaceAll('_', ' ');
  const lines = [`playbook ${proposal} "${title}"`, '  owner   "Who answers for it"', '  version 1.0.0'].join('\n');
  const last = members.findLast(ast.isUse);
  const change = last ? below(document, last, `\n${lines}`) : atTheTop(document, `${lines}\n`);
  return [{ title: `Add the heading ${code(`playbook ${proposal}`)}`, changes: [change] }];
};
