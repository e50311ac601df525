import type { Reason } from '../scenarios/index.ts';
import { listed, quoted } from './quoted.ts';

type BlockOf = Extract<Reason, { kind: 'blocked' }>['block'];
type KnownFact = Extract<Reason, { kind: 'condition' }>['facts'][number];

/** Why it came as it did, in words that follow `because`. */
export function becauseOf(reason: Reason): string {
  switch (reason.kind) {
    case 'did': {
      if (reason.condition !== undefined)
        return `${quoted(reason.condition)} holds${withFacts(reason.facts, reason.condition)}`;
      if (reason.by === 'agent') return `the agent completes ${ruleWords(reason.rule)}`;
      if (reason.by === 'reply') return `${ruleWords(reason.rule)} ends with this reply`;
      return `${ruleWords(reason.rule)} makes it so${withFacts(reason.facts)}`;
    }
    case 'condition':
      return `${quoted(reason.condition)} ${ANSWERS[reason.answer]}${withFacts(reason.facts, reason.condition)}`;
    case 'unmatched':
      return `${ruleWords(reason.rule)} doesn't forbid this`;
    case 'blocked':
      return blockWords(reason.block);
    case 'elsewhere':
      return `it belongs to the ${OWNERS[reason.of.kind]} ${quoted(reason.of.id)}`;
    case 'channel':
      return `it is for ${listed(reason.channels.map(quoted), 'or')} only, and ${factWords(reason.channel)}`;
    case 'open':
      return `the step waits for ${listed(reason.fields.map(quoted))}`;
    case 'reply':
      return 'it waits for the next reply of the agent';
    case 'paused':
      return `steps pause while the handover ${quoted(reason.by)} runs`;
    case 'inactive': {
      if (reason.status !== 'active')
        return `${quoted(reason.playbook)} is ${reason.status}, and only what is active starts`;
      const until = reason.validUntil === undefined ? '' : ` until ${reason.validUntil}`;
      return `${quoted(reason.playbook)} is valid from ${reason.validFrom ?? ''}${until}`;
    }
    case 'untriggered':
      return `${quoted(reason.playbook)} has no trigger: only other playbooks start it`;
    case 'earlier':
      return `that was in line ${reason.line.line}`;
    case 'closed':
      return `${quoted(reason.team)} is closed then, and ${reason.instead === null ? 'nobody stands in' : `${quoted(reason.instead)} stands in`}`;
    case 'due':
      return `${reason.team === undefined ? 'it is due' : `${quoted(reason.team)} is asked`} at ${inUtc(reason.due)}`;
  }
}

function inUtc(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A condition that holds has not always an effect: what it starts, it starts when it begins to hold. */
const ANSWERS = {
  yes: 'holds, but has not just begun to hold',
  no: 'does not hold',
  unknown: 'is not sure',
} as const;

const OWNERS = {
  step: 'step',
  escalation: 'escalation',
  boundary: 'boundary',
  followUp: 'follow up',
  agentCare: 'agent care',
} as const;

function blockWords(block: BlockOf): string {
  const by = `the ${block.by} ${quoted(block.id)}`;
  const why = [
    block.phrase === undefined ? '' : `it has the phrase ${quoted(block.phrase)} in it`,
    block.fact === undefined ? '' : `it is about ${quoted(block.fact)}`,
    block.needs ? `${listed(block.needs.ids.map(quoted))} must come first` : '',
    block.unknownWorth ? 'the worth, or the limit, is not known' : '',
    block.approvals && block.approvals.length > 0
      ? `${listed(block.approvals.map(quoted), 'or')} could approve it`
      : '',
    ...Object.entries(block.because)
      .filter(([, value]) => value !== null)
      .map(([fact, value]) => `${quoted(fact)} is ${valueWords(value)}`),
    ...(block.missing ?? []).map((fact) => `${quoted(fact)} is not known`),
  ].filter((part) => part !== '');
  return `${by} forbids it${why.length > 0 ? `: ${listed(why)}` : ''}`;
}

function valueWords(value: unknown): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

/** @param condition a fact that says the same in the same words adds nothing */
function withFacts(facts: readonly KnownFact[], condition = ''): string {
  const telling = facts.filter(({ fact }) => fact !== condition);
  return telling.length > 0 ? `: ${listed(telling.map(factWords))}` : '';
}

export function factWords({ fact, value, text }: KnownFact): string {
  const inPlace = WORDS_IN_PLACE.exec(fact)?.[1];
  if (inPlace !== undefined) return `the ${inPlace} ${value === true ? 'says' : "doesn't say"} these words`;
  if (value === null) return `${quoted(fact)} is not known`;
  return `${quoted(fact)} is ${typeof value === 'string' ? `“${text}”` : text}`;
}

/** A fact about phrases that are written in the condition itself: the name that they are given tells nothing. */
const WORDS_IN_PLACE = /^(customer|agent) (?:says|has said) .* phrases \d+/;

/** A rule without a name goes by what it stands in: `boundary.limits.never.1` is that of the boundary `limits`. */
function ruleWords(rule: string): string {
  const [kind, name] = rule.split('.');
  return name === undefined ? quoted(rule) : `the ${kind} ${quoted(name)}`;
}
