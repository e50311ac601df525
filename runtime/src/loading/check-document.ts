import type { Playbook } from '../generated/format.ts';
import { checkBoundaries } from './boundaries.ts';
import { checkFacts } from './facts.ts';
import { type Checking, checkId, knownIn } from './known.ts';
import { checkDay, placed } from './parts.ts';
import { Path } from './path.ts';
import { checkPhraseLists } from './phrase-lists.ts';
import type { Report } from './problems.ts';
import { refer } from './references.ts';
import { checkRules } from './rules.ts';
import { checkSteps } from './steps.ts';
import { checkTeams } from './teams.ts';

/**
 * What the schema can't say of a document: that ids are unique, that what is referred to is there, that things are in order. All of it in time that
 * is linear in the document.
 */
export function checkDocument(playbook: Playbook, report: Report): void {
  const checking: Checking = { playbook, known: knownIn(playbook, report), lines: new Set(), report };
  checkId('playbook', playbook.id, () => Path.ROOT.at('id'), report);
  checkPeriod(checking);
  checkDeclarations(checking);
  checkFacts(checking);
  checkPhraseLists(checking);
  checkTeams(checking);
  checkSteps(checking);
  checkBoundaries(checking);
  checkRules(checking);
}

function checkPeriod(checking: Checking): void {
  const { reviewBy, validFrom, validUntil } = checking.playbook;
  checkDay(checking, reviewBy, Path.ROOT.at('reviewBy'));
  checkDay(checking, validFrom, Path.ROOT.at('validFrom'));
  checkDay(checking, validUntil, Path.ROOT.at('validUntil'));
  // Days in this form are in the order of their texts.
  if (validFrom !== undefined && validUntil !== undefined && validFrom > validUntil)
    checking.report('empty-range', { from: validFrom, to: validUntil }, Path.ROOT.at('validUntil'));
}

function checkDeclarations(checking: Checking): void {
  const { framework, wordings, actions } = checking.playbook;
  if (framework) placed(checking, framework, Path.ROOT.at('framework'));
  for (const [index, stage] of (framework?.stages ?? []).entries())
    placed(checking, stage, Path.ROOT.at('framework', 'stages', index));
  for (const [index, action] of actions.entries()) placed(checking, action, Path.ROOT.at('actions', index));
  for (const [index, wording] of wordings.entries()) {
    const path = Path.ROOT.at('wordings', index);
    placed(checking, wording, path);
    if (wording.approvedBy !== undefined) refer(checking, 'team', wording.approvedBy, path.at('approvedBy'));
  }
}
