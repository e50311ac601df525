import type { From, Line, Playbook, Segment, Text } from '@poise/runtime';
import type { Reason } from './failure.ts';
import { evened, wordsOf } from './meet.ts';
import { blockedBy, conditionOf, didIt, knownFact, reason } from './reasons.ts';
import type { Moment } from './run.ts';
import type { Expectation } from './scenario.ts';
import { isHappening, present, type Story } from './story.ts';

/** A line of a document, and what it stands in. */
interface OwnedLine {
  readonly line: Line;
  readonly of: From;
  readonly document: Playbook;
}

type Expected<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

/** Why words are suggested, or aren't. */
export function explainLine(expected: Expected<'say'>, story: Story): readonly Reason[] {
  const shown = present(story).guidance.lines.filter((line) =>
    'wording' in expected
      ? line.kind === 'say' && line.wording === expected.wording
      : wordsOf(line).some(({ text }) => evened(text) === evened(expected.text)),
  );
  if (shown.length > 0) return shown.map((line) => didIt(line, story.documents, conditionBehind(line.rule, story)));
  return linesOf(story)
    .filter(({ line }) => couldSay(line, expected))
    .flatMap((line) => hindrances(line, story));
}

/** Why an offer is open, or isn't. */
export function explainOffer({ offer: expected }: Expected<'offer'>, story: Story): readonly Reason[] {
  const shown = present(story).guidance.offers.filter(({ offer }) => offer === expected);
  const open = shown.filter((offer) => offer.open);
  if (open.length > 0) return open.map((offer) => didIt(offer, story.documents, conditionBehind(offer.rule, story)));
  return linesOf(story)
    .filter(({ line }) => line.kind === 'offer' && line.offer === expected)
    .flatMap((line) => {
      const blocks = shown.find(({ rule }) => rule === line.line.id)?.blocks ?? [];
      return blocks.length > 0 ? blockedBy(blocks) : hindrances(line, story);
    });
}

/** Why a promise has been made, or hasn't: they are made by replies. */
export function explainPromise({ promise }: Expected<'promise'>, story: Story): readonly Reason[] {
  const made = [story.opening, ...story.turns].find(({ guidance }) =>
    guidance.happened.some(isHappening('promise', promise)),
  );
  return linesOf(story)
    .filter(({ line }) => line.kind === 'promise' && line.promise === promise)
    .flatMap((owned): readonly Reason[] => {
      const { line, document } = owned;
      if (made) return [reason(line, document, { kind: 'earlier', line: made.at })];
      const unmet = unmetCondition(owned, present(story));
      if (unmet.length > 0) return unmet;
      const reasons = hindrances(owned, story);
      return reasons.length > 0 ? reasons : [reason(line, document, { kind: 'reply' })];
    });
}

/** What keeps a line from being shown. */
function hindrances({ line, of, document }: OwnedLine, story: Story): readonly Reason[] {
  const moment = present(story);
  const { guidance } = moment;
  const held = guidance.heldBack.find(({ rule, playbook }) => rule === line.id && playbook === document.id);
  if (held) return blockedBy(held.blocks);
  if (!isPresent(of, document, story)) return [reason(line, document, { kind: 'elsewhere', of })];
  const channel = moment.facts[document.id]?.channel ?? null;
  const channels: readonly string[] | undefined = 'channels' in line ? line.channels : undefined;
  if (channels && !(typeof channel === 'string' && channels.includes(channel))) {
    return [reason(line, document, { kind: 'channel', channels, channel: knownFact('channel', channel, document) })];
  }
  return unmetCondition({ line, of, document }, moment);
}

function unmetCondition({ line, document }: OwnedLine, moment: Moment): readonly Reason[] {
  const reasons = conditionOf(line, line.when, document, moment);
  return reasons.filter((one) => one.kind !== 'condition' || one.answer !== 'yes');
}

/** Whether lines of this are shown now, if nothing else keeps them. */
function isPresent({ kind, id }: From, document: Playbook, story: Story): boolean {
  const { step, escalations, happened } = present(story).guidance;
  if (kind === 'step') return step?.id === id && step.playbook === document.id;
  if (kind === 'escalation') return escalations.some((running) => running.leads && running.id === id);
  return happened.some((one) => one.kind === kind && one.id === id);
}

function linesOf({ documents, scenario }: Story): readonly OwnedLine[] {
  return documents
    .filter(({ id }) => id === scenario.playbook)
    .flatMap((document) => {
      const owned = (kind: From['kind'], owners: readonly { readonly id: string; readonly lines: readonly Line[] }[]) =>
        owners.flatMap(({ id, lines }) => lines.map((line): OwnedLine => ({ line, of: { kind, id }, document })));
      const { steps, escalations, followUps, agentCare } = document;
      return [
        ...owned('step', steps),
        ...owned('escalation', escalations),
        ...owned('followUp', followUps),
        ...owned('agentCare', agentCare),
      ];
    });
}

function conditionBehind(rule: string, story: Story) {
  return linesOf(story).find(({ line }) => line.id === rule)?.line.when;
}

function couldSay(line: Line, expected: Expected<'say'>): boolean {
  if (line.kind !== 'say') return false;
  if ('wording' in expected) return line.wording === expected.wording;
  return line.alternatives?.some(({ parts }) => couldBe(evened(expected.text), parts)) ?? false;
}

/** Whether a text is this one with any values filled in. */
function couldBe(text: string, parts: Text): boolean {
  const words = parts.filter((part: Segment) => typeof part === 'string');
  if (words.length === parts.length) return text === evened(words.join(''));
  let from = 0;
  return words.every((piece) => {
    const found = text.indexOf(piece.replaceAll(/\s+/g, ' ').trim(), from);
    from = found + 1;
    return found >= 0;
  });
}
