import type { Act, Line, NeverRule } from '../generated/format.ts';
import { checkCondition, checkConditionOfNever, valuesOf } from './conditions.ts';
import { type Checking, checkId } from './known.ts';
import { checkText, identified, placed } from './parts.ts';
import type { Path } from './path.ts';
import { checkAmount, factOf, refer, referFact } from './references.ts';

/** The lines of guidance of a part. */
export function checkLines(checking: Checking, lines: readonly Line[], path: Path): void {
  for (const [index, line] of lines.entries()) {
    const place = path.at(index);
    identified(checking, line, place);
    checkCondition(checking, line.when, place.at('when'));
    if ('channels' in line) checkChannels(checking, line.channels ?? [], place.at('channels'));
    checkLine(checking, line, place);
  }
}

function checkLine(checking: Checking, line: Line, path: Path): void {
  const { report } = checking;
  switch (line.kind) {
    case 'do':
      if (line.action !== undefined) refer(checking, 'action', line.action, path.at('action'));
      else if (line.text === undefined) report('needs-part', { of: 'a `do`', part: 'a `text` or an `action`' }, path);
      break;
    case 'say':
      if ((line.wording === undefined) === (line.alternatives === undefined))
        report('missing-part', { of: 'a `say`', parts: ['alternatives', 'wording'] }, path);
      if (line.wording !== undefined) refer(checking, 'wording', line.wording, path.at('wording'));
      for (const [index, alternative] of (line.alternatives ?? []).entries()) {
        placed(checking, alternative, path.at('alternatives', index));
        checkText(checking, alternative.parts, path.at('alternatives', index, 'parts'));
      }
      break;
    case 'ask':
      referFact(checking, line.field, 'field', path.at('field'));
      if (line.question) {
        placed(checking, line.question, path.at('question'));
        checkText(checking, line.question.parts, path.at('question', 'parts'));
      }
      break;
    case 'offer':
      checkId('offer', line.offer, () => path.at('offer'), report);
      checkAmount(checking, line.worth, path.at('worth'));
      break;
    case 'record':
      checkFields(checking, line.fields, path.at('fields'));
      break;
    case 'promise':
      checkId('promise', line.promise, () => path.at('promise'), report);
      break;
    case 'consult':
    case 'escalate':
      refer(checking, 'team', line.team, path.at('team'));
      break;
    case 'complete':
      // The other playbook may be absent from the set.
      break;
  }
}

function checkChannels(checking: Checking, channels: readonly string[], path: Path): void {
  const fact = factOf(checking, 'channel');
  if (channels.length > 0 && !fact) refer(checking, 'fact', 'channel', path);
  const choices = fact && valuesOf(fact);
  for (const [index, channel] of channels.entries()) {
    if (fact && !(Array.isArray(choices) && choices.includes(channel)))
      checking.report('unknown-channel', { channel }, path.at(index));
  }
}

/** Fields that are asked for or recorded. */
export function checkFields(checking: Checking, fields: readonly string[], path: Path): void {
  for (const [index, field] of fields.entries()) referFact(checking, field, 'field', path.at(index));
}

/** What may not be done, in a step or under a boundary. */
export function checkNever(checking: Checking, rule: NeverRule, path: Path): void {
  checkConditionOfNever(checking, rule.when, path.at('when'));
  for (const [index, act] of rule.acts.entries()) checkAct(checking, act, path.at('acts', index));
}

function checkAct(checking: Checking, act: Act, path: Path): void {
  switch (act.act) {
    case 'say':
      for (const [index, list] of act.phrases.entries())
        refer(checking, 'phrase list', list, path.at('phrases', index));
      break;
    case 'mention':
      for (const [index, fact] of act.facts.entries()) referFact(checking, fact, 'value', path.at('facts', index));
      break;
    case 'ask':
      checkFields(checking, act.fields, path.at('fields'));
      break;
    case 'offer':
      checkAmount(checking, act.over, path.at('over'));
      break;
    case 'do':
      refer(checking, 'action', act.action, path.at('action'));
      break;
    case 'warn':
    case 'reply':
    case 'escalate':
    case 'endConversation':
      break;
  }
}
