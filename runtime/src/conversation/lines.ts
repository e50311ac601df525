/** Lines of guidance: which ones fit now, and what they say. */
import type {
  Block,
  From,
  GuidanceLine,
  HeldBack,
  OfferGuidance,
  WarnGuidance,
  Words,
} from '../generated/conversation.ts';
import type { OfferLine, Segment } from '../generated/format.ts';
import type { PreparedLine } from '../prepared/rules.ts';
import { amountOf } from './amounts.ts';
import { whoIsThere } from './escalations.ts';
import { blocksOfOffer, blocksOfRuleActing, blocksOfWords } from './judge.ts';
import type { Session } from './session.ts';
import { fill, wordingText } from './texts.ts';

/** Whether a line is shown: on its channels, where its condition is certain. */
export function fits(line: PreparedLine, session: Session): boolean {
  return isOnChannel(line, session) && session.moment.certain(line.when);
}

function isOnChannel({ source, playbook }: PreparedLine, { moment }: Session): boolean {
  if (!('channels' in source) || source.channels === undefined) return true;
  const channel = playbook.channel === undefined ? null : moment.value(playbook.channel);
  return (source.channels as readonly (typeof channel)[]).includes(channel);
}

/** Warnings, but for those whose words are forbidden. */
export function allowedWarnings(
  warnings: readonly WarnGuidance[],
  session: Session,
  heldBack: HeldBack[],
): readonly WarnGuidance[] {
  return warnings.filter(({ rule, playbook, at, words }) => {
    const blocks = blocksOfWords(words.text, false, session);
    if (blocks.length > 0) heldBack.push({ what: 'words', rule, playbook, at, words: words.text, blocks });
    return blocks.length === 0;
  });
}

/** The lines that fit, as guidance; what is forbidden is left out, and added to `heldBack`. */
export function guidanceOf(
  lines: readonly PreparedLine[],
  from: From,
  session: Session,
  heldBack: HeldBack[],
): readonly GuidanceLine[] {
  return lines.flatMap((line) => (fits(line, session) ? (guidanceOfLine(line, from, session, heldBack) ?? []) : []));
}

function guidanceOfLine(
  line: PreparedLine,
  from: From,
  session: Session,
  heldBack: HeldBack[],
): GuidanceLine | undefined {
  const { source, playbook, rule, at } = line;
  const { moment, memory } = session;
  const shared = { from, rule, playbook: playbook.id, at, because: moment.because(line.when) };
  const isAllowed = (blocks: Block[]): boolean => {
    if (blocks.length > 0) heldBack.push({ what: 'line', rule, playbook: playbook.id, at, blocks });
    return blocks.length === 0;
  };
  const wordsIfAllowed = (words: Words, isFixed: boolean): readonly Words[] => {
    const blocks = blocksOfWords(words.text, isFixed, session);
    if (blocks.length === 0) return [words];
    heldBack.push({ what: 'words', rule, playbook: playbook.id, at, words: words.text, blocks });
    return [];
  };
  const filled = (parts: readonly Segment[]) =>
    wordsIfAllowed(
      fill(parts, playbook, moment),
      parts.every((part) => typeof part === 'string'),
    );
  switch (source.kind) {
    case 'say': {
      const words =
        source.wording === undefined
          ? (source.alternatives ?? []).flatMap(({ parts }) => filled(parts))
          : wordsIfAllowed({ text: wordingText(playbook.source, source.wording, memory.language), missing: [] }, true);
      if (words.length === 0) return undefined;
      return {
        kind: 'say',
        ...shared,
        words: [...words],
        ...(source.wording !== undefined && { wording: source.wording }),
      };
    }
    case 'ask': {
      if (!isAllowed(blocksOfRuleActing({ type: 'agentAsks', field: source.field }, session))) return undefined;
      const [words] = source.question ? filled(source.question.parts) : [];
      return { kind: 'ask', ...shared, field: source.field, ...(words && { words }) };
    }
    case 'do': {
      const { text, action } = source;
      const act = action === undefined ? undefined : ({ type: 'agentDoes', action } as const);
      if (act && !isAllowed(blocksOfRuleActing(act, session))) return undefined;
      return { kind: 'do', ...shared, ...(text !== undefined && { text }), ...(action !== undefined && { action }) };
    }
    case 'record': {
      const open = source.fields.filter((field) => moment.value(playbook.facts.get(field) ?? -1) === null);
      return { kind: 'record', ...shared, fields: [...source.fields], open };
    }
    case 'promise':
      return { kind: 'promise', ...shared, promise: source.promise, within: source.within };
    case 'consult': {
      const asked = whoIsThere(source.team, playbook.source, memory.now);
      return { kind: 'consult', ...shared, team: source.team, asked };
    }
    // Offers are shown apart, open or closed; the others act by themselves.
    case 'offer':
    case 'escalate':
    case 'complete':
      return undefined;
  }
}

/** The offers among lines, open or closed, and why. */
export function offersOf(lines: readonly PreparedLine[], from: From, session: Session): readonly OfferGuidance[] {
  return lines.flatMap((line) => (line.source.kind === 'offer' ? [offerOf(line, line.source, from, session)] : []));
}

function offerOf(line: PreparedLine, source: OfferLine, from: From, session: Session): OfferGuidance {
  const { moment } = session;
  const { playbook, rule, at } = line;
  const worth = source.worth ? amountOf(source.worth, playbook, moment) : null;
  const shared = {
    from,
    rule,
    playbook: playbook.id,
    at,
    offer: source.offer,
    because: moment.because(line.when),
    ...(source.title !== undefined && { title: source.title }),
    ...(worth && { worth }),
    ...(source.upTo === true && { upTo: true as const }),
  };
  if (!isOnChannel(line, session)) return { ...shared, open: false, closedBy: 'channel' };
  if (!moment.certain(line.when)) {
    const missing = moment.possible(line.when) ? { missing: moment.missing(line.when) } : {};
    return { ...shared, open: false, closedBy: 'condition', ...missing };
  }
  // Of what is the most, less may be offered.
  const least = worth && source.upTo === true ? { ...worth, amount: 0 } : worth;
  const blocks = blocksOfOffer(source.offer, least, session);
  if (blocks.length > 0) {
    const isUpToTeams = blocks.every(({ approvals = [] }) => approvals.length > 0);
    return { ...shared, open: false, closedBy: isUpToTeams ? 'approval' : 'blocks', blocks };
  }
  return { ...shared, open: true };
}
