import type { GuidanceLine, OfferGuidance, RunningEscalation, Verdict, Words } from '@poise/runtime';
import type { Expectation, ExpectedVerdict } from './scenario.ts';
import { isHappening, lastVerdict, lately, present, type Story, soFar } from './story.ts';

/** Whether it is now as expected. What is negated is for the caller to turn round. */
export function isMet(expected: Expectation, story: Story): boolean {
  const { guidance } = present(story);
  switch (expected.kind) {
    case 'step': {
      const { playbook } = story.scenario;
      return guidance.playbooks.some(({ id, step }) => id === playbook && step === expected.step);
    }
    case 'say':
      return guidance.lines.some((line) => says(line, expected));
    case 'offer':
      return guidance.offers.some((offer) => offer.offer === expected.offer && isSuggested(offer));
    case 'verdict': {
      const verdict = lastVerdict(story, expected.act);
      if (!verdict) return false;
      return isBlocked(verdict, expected) === (expected.verdict === 'blocked');
    }
    case 'warning':
      return lately(story, 'lines').some(({ kind }) => kind === 'warn');
    case 'boundary':
      return lately(story, 'crossings').some(
        ({ boundary, playbook }) => boundary === expected.boundary && isOf(expected, playbook),
      );
    case 'escalation':
      return guidance.escalations.some((running) => runs(running, expected) && hasAsked(running, expected.team));
    case 'handover': {
      const handed = soFar(story, 'handovers').flatMap(({ values }) => values.map(({ fact }) => fact));
      return expected.facts.every((fact) => handed.includes(fact));
    }
    case 'playbook':
      return soFar(story, 'happened').some(isHappening('playbook', expected.playbook));
    case 'followUp':
      return lately(story, 'happened').some(isHappening('followUp', expected.followUp, story.scenario.playbook));
    case 'agentCare':
      return soFar(story, 'happened').some(isHappening('agentCare', expected.agentCare, expected.playbook));
    case 'promise':
      return soFar(story, 'happened').some(isHappening('promise', expected.promise));
    case 'end':
      return guidance.state !== 'open';
  }
}

/** Whether it is blocked, by the boundary that is named, or by any. */
function isBlocked({ allowed, blocks }: Verdict, expected: ExpectedVerdict): boolean {
  if (expected.by === undefined) return !allowed;
  return blocks.some(({ by, id, playbook }) => by === 'boundary' && id === expected.by && isOf(expected, playbook));
}

/** Where a rule is the playbook's own, one of the same name in another playbook isn't meant. */
function isOf(expected: { readonly playbook?: string }, playbook: string | undefined): boolean {
  return expected.playbook === undefined || expected.playbook === playbook;
}

type ExpectedEscalation = Extract<Expectation, { kind: 'escalation' }>;

/** Without a name, any will do: also a handover that a boundary or a step began. */
export function runs({ kind, id, playbook }: RunningEscalation, expected: ExpectedEscalation): boolean {
  if (expected.escalation === undefined) return true;
  return kind === 'escalation' && id === expected.escalation && isOf(expected, playbook);
}

function hasAsked({ asked, told }: RunningEscalation, team: string | undefined): boolean {
  return team === undefined || [...asked, ...told.flatMap((ladder) => ladder.asked)].some((one) => one.asked === team);
}

function says(line: GuidanceLine, expected: Extract<Expectation, { kind: 'say' }>): boolean {
  if ('wording' in expected) return line.kind === 'say' && line.wording === expected.wording;
  return wordsOf(line).some(({ text }) => evened(text) === evened(expected.text));
}

/** What a line suggests to say, filled in. */
export function wordsOf(line: GuidanceLine): readonly Words[] {
  if (!('words' in line) || line.words === undefined) return [];
  return Array.isArray(line.words) ? line.words : [line.words];
}

/** Whether an offer may be made, if only once a team has approved it. */
export function isSuggested({ open, closedBy }: OfferGuidance): boolean {
  return open || closedBy === 'approval';
}

/** With white space evened out: how a text was broken into lines makes no difference. */
export function evened(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
