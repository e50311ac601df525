import type { Boundary, BoundaryRule, Milestone, Reaction } from '../generated/format.ts';
import { checkCondition } from './conditions.ts';
import type { Checking } from './known.ts';
import { checkFields, checkNever } from './lines.ts';
import { checkText, identified, placed } from './parts.ts';
import { Path } from './path.ts';
import { refer } from './references.ts';

/** What the rules of boundaries speak of is there. */
export function checkBoundaries(checking: Checking): void {
  for (const [index, boundary] of checking.playbook.boundaries.entries()) {
    const path = Path.ROOT.at('boundaries', index);
    placed(checking, boundary, path);
    for (const [place, rule] of boundary.rules.entries()) {
      identified(checking, rule, path.at('rules', place));
      checkRule(checking, rule, boundary, path.at('rules', place));
    }
    checkText(checking, boundary.sayInstead, path.at('sayInstead'));
  }
}

function checkRule(checking: Checking, rule: BoundaryRule, boundary: Boundary, path: Path): void {
  if (rule.kind === 'never') {
    checkNever(checking, rule, path);
    return;
  }
  if ('when' in rule) checkCondition(checking, rule.when, path.at('when'));
  if ('before' in rule) checkMilestone(checking, rule.before, boundary, path.at('before'));
  switch (rule.kind) {
    case 'order':
      if (rule.first.kind === 'close')
        checking.report('needs-part', { of: 'the `first` of an `order`', part: 'a step or a stage' }, path.at('first'));
      checkMilestone(checking, rule.first, boundary, path.at('first'));
      checkMilestone(checking, rule.later, boundary, path.at('later'));
      break;
    case 'mustRecord':
      checkFields(checking, rule.fields, path.at('fields'));
      break;
    case 'mustSay':
      if ((rule.wording === undefined) === (rule.phrases === undefined))
        checking.report('missing-part', { of: 'what must be said', parts: ['wording', 'phrases'] }, path);
      if (rule.wording !== undefined) refer(checking, 'wording', rule.wording, path.at('wording'));
      if (rule.phrases !== undefined) refer(checking, 'phrase list', rule.phrases, path.at('phrases'));
      break;
    case 'mustOffer':
      // The offer may be one that this playbook never makes.
      break;
    case 'eachTime':
      checkReactions(checking, rule.reactions, path.at('reactions'));
      break;
  }
}

/** A step or stage has a name. A playbook's own rules name its own; house rules may name what isn't here, and ask nothing then. */
function checkMilestone(checking: Checking, milestone: Milestone | undefined, { origin }: Boundary, path: Path): void {
  if (!milestone || milestone.kind === 'close') return;
  if (milestone.id === undefined) checking.report('needs-part', { of: `a ${milestone.kind}`, part: 'an `id`' }, path);
  else if (origin === 'playbook') refer(checking, milestone.kind, milestone.id, path.at('id'));
}

function checkReactions(checking: Checking, reactions: readonly Reaction[], path: Path): void {
  let last = 0;
  for (const [index, reaction] of reactions.entries()) {
    const { from, response } = reaction;
    placed(checking, reaction, path.at(index));
    if (index === 0 && from !== 1)
      checking.report('wrong-first', { what: 'the reactions', property: 'from', first: 1 }, path.at(index, 'from'));
    else if (from <= last) checking.report('wrong-order', { what: 'reactions', by: '`from`' }, path.at(index, 'from'));
    last = from;
    if (response.kind === 'warn') checkText(checking, response.parts, path.at(index, 'response', 'parts'));
    if (response.kind === 'escalate') refer(checking, 'team', response.team, path.at(index, 'response', 'team'));
  }
}
