import type { RelevantGuidance, ScenarioExpectation } from '../scenarios/index.ts';
import { listed, quoted } from './quoted.ts';

type Guidance = Required<RelevantGuidance>;

/** Of much that is to be said, the first is enough to see what it is. */
const MOST_WORDS = 3;

/** What came instead of what a line expects, in words that follow `but`. */
export function wasWords(line: ScenarioExpectation, was: RelevantGuidance, playbook: string): string {
  const { expectation: expected, negated } = line;
  switch (expected.kind) {
    case 'step':
      return stepWords(was.playbooks ?? [], playbook);
    case 'say':
      return negated ? 'they are' : linesWords(was.lines ?? []);
    case 'offer':
      return negated ? 'it is' : offersWords(was.offers ?? [], expected.offer);
    case 'verdict':
      return was.verdict ? verdictWords(was.verdict) : `there has been no ${expected.act} yet`;
    case 'warning':
    case 'boundary':
      return crossingsWords(was.crossings ?? []);
    case 'escalation':
      return escalationsWords(was.escalations ?? []);
    case 'handover': {
      const handed = (was.handovers ?? []).flatMap(({ values }) => values.map(({ fact }) => quoted(fact)));
      if (handed.length > 0) return `${listed(handed)} ${handed.length === 1 ? 'has' : 'have'} been handed over`;
      return 'nobody has taken over yet';
    }
    case 'playbook': {
      if (negated) return 'it has started';
      const started = (was.happened ?? []).map(({ id }) => quoted(id));
      if (started.length === 0) return 'no playbook has started';
      return `only ${listed(started)} ${started.length === 1 ? 'has' : 'have'} started`;
    }
    case 'followUp':
      return negated ? 'it does, here' : 'it does not, here';
    case 'agentCare':
      return negated ? 'it has' : 'it has not';
    case 'promise':
      return negated ? 'it has been made' : 'it has not been made';
    case 'end':
      return negated ? 'it has ended' : 'it goes on';
  }
}

function stepWords(playbooks: Guidance['playbooks'], playbook: string): string {
  const atWork = playbooks.find(({ id }) => id === playbook);
  if (!atWork) return `${quoted(playbook)} is at no step`;
  const leader = playbooks.find(({ state }) => state === 'leads');
  const while_ = leader && leader.id !== playbook ? `, and ${quoted(leader.id)} leads` : '';
  return `${quoted(playbook)} is at the step ${quoted(atWork.step)}${while_}`;
}

function linesWords(lines: Guidance['lines']): string {
  const words = lines.flatMap((line) => {
    if (line.kind === 'warn') return [line.words.text];
    return line.kind === 'say' ? line.words.map(({ text }) => text) : [];
  });
  if (words.length === 0) return 'nothing is';
  const shown = words.slice(0, MOST_WORDS).map((text) => `“${text}”`);
  const more = words.length > shown.length ? `, and ${words.length - shown.length} more` : '';
  return `only these are: ${shown.join(', ')}${more}`;
}

function offersWords(offers: Guidance['offers'], expected: string): string {
  if (offers.some(({ offer }) => offer === expected)) return 'it is closed';
  const open = offers.filter((offer) => offer.open).map(({ offer }) => quoted(offer));
  return open.length > 0 ? `only ${listed(open)} ${open.length === 1 ? 'is' : 'are'} open` : 'no offer is open';
}

function verdictWords({ allowed, blocks, worth, total }: Guidance['verdict']): string {
  const sum = worth && `, being worth ${worth.amount} ${worth.currency}`;
  const inTotal = total && total.amount !== worth?.amount && `, ${total.amount} ${total.currency} in total`;
  return [allowed ? 'it is allowed' : blockedWords(blocks), sum || '', inTotal || ''].join('');
}

function blockedWords(blocks: Guidance['verdict']['blocks']): string {
  const by = [
    ...new Set(blocks.map(({ by: kind, id }) => `${kind === 'boundary' ? '' : `the ${kind} `}${quoted(id)}`)),
  ];
  return `it is blocked by ${listed(by)}`;
}

function crossingsWords(crossings: Guidance['crossings']): string {
  if (crossings.length === 0) return 'no boundary is crossed';
  return listed(
    crossings.map(({ boundary, times, reaction }) => {
      const often = times !== undefined && times > 1 ? ` (${times} times now)` : '';
      return `${quoted(boundary)} is crossed${often}, ${reaction ? REACTIONS[reaction.kind] : 'without a reaction'}`;
    }),
  );
}

const REACTIONS = {
  warn: 'with a warning',
  escalate: 'with an escalation',
  endConversation: 'which ends the conversation',
} as const;

function escalationsWords(escalations: Guidance['escalations']): string {
  if (escalations.length === 0) return 'no escalation runs';
  return listed(
    escalations.map(({ id, asked, told }) => {
      const teams = [...asked, ...told.flatMap((ladder) => ladder.asked)];
      const there = teams.flatMap((one) => (one.asked === null ? [] : [quoted(one.asked)]));
      const who = there.length > 0 ? `has asked ${listed(there)}` : 'has reached nobody';
      return `${quoted(id)} runs, and ${teams.length > 0 ? who : 'asks nobody'}`;
    }),
  );
}
