import type { CompiledPlaybook } from '../compile/playbook.ts';
import type { Mistake } from '../compile/sound-parts.ts';
import type { PartialPlaybook } from '../compile-partial.ts';
import { listed } from '../words/quoted.ts';
import { flowOf } from './flow.ts';
import type { Guide, GuideFact, GuidePart, GuideSection, SectionKind } from './guide.ts';
import { mistakeElsewhere, mistakeLine, mistakenPart } from './mistakes.ts';
import * as parts from './parts.ts';

/** What a section is called, and which members of the syntax tree belong there: by the noun that they go by. */
const SECTIONS: Readonly<
  Record<SectionKind, { readonly heading: string; readonly nouns: Readonly<Record<string, string>> }>
> = {
  starts: { heading: 'When it starts', nouns: { Trigger: 'trigger' } },
  steps: { heading: 'Steps', nouns: { Step: 'step' } },
  boundaries: { heading: 'Boundaries', nouns: { Boundary: 'boundary' } },
  escalations: { heading: 'Bringing people in', nouns: { Escalation: 'escalation' } },
  followUps: { heading: 'Afterwards', nouns: { FollowUp: 'follow up' } },
  care: { heading: 'Looking after the agent', nouns: { AgentCare: 'agent care' } },
  trends: { heading: 'Over many conversations', nouns: { Trend: 'trend' } },
  teams: { heading: 'Teams', nouns: { Team: 'team' } },
  terms: {
    heading: 'Names in the rules',
    nouns: {
      Signal: 'signal',
      Field: 'field',
      Situation: 'situation',
      Action: 'action',
      PhraseList: 'phrase list',
      Wording: 'wording',
    },
  },
};

/** The card of a playbook. What has a mistake is said to, where it would stand. */
export function guideOf({ playbook, mistakes }: PartialPlaybook): Guide {
  const shown: Readonly<Record<SectionKind, readonly GuidePart[]>> = {
    starts: playbook.triggers.map((trigger) => parts.triggerPart(trigger, playbook)),
    steps: playbook.steps.map((step) => parts.stepPart(step, playbook)),
    boundaries: playbook.boundaries.map((boundary) => parts.boundaryPart(boundary, playbook)),
    escalations: playbook.escalations.map((escalation) => parts.escalationPart(escalation, playbook)),
    followUps: playbook.followUps.map((followUp) => parts.followUpPart(followUp, playbook)),
    care: playbook.agentCare.map((care) => parts.carePart(care, playbook)),
    trends: playbook.trends.map((trend) => parts.trendPart(trend, playbook)),
    teams: playbook.teams.map((team) => parts.teamPart(team, playbook)),
    terms: parts.termParts(playbook),
  };
  const sections = (Object.keys(SECTIONS) as SectionKind[])
    .map((kind) => sectionOf(kind, shown[kind], mistakes))
    .filter((section) => section.parts.length > 0);
  const { id, title, about, note } = playbook;
  return {
    id,
    title,
    ...(about !== undefined && { about }),
    ...(note !== undefined && { note }),
    heading: headingOf(playbook),
    sections,
    flow: flowOf(playbook, sections.find(({ kind }) => kind === 'steps')?.parts.filter(({ mistake }) => mistake) ?? []),
    mistakes: mistakes.filter((mistake) => !isTold(mistake, sections)).map(mistakeElsewhere),
    files: playbook.files.map(({ path }) => path),
  };
}

/** A section, with its mistakes among what is shown. */
function sectionOf(kind: SectionKind, shown: readonly GuidePart[], mistakes: readonly Mistake[]): GuideSection {
  const { heading, nouns } = SECTIONS[kind];
  const own = mistakes.filter(({ member }) => member.kind in nouns);
  const marked = shown.map((part): GuidePart => {
    const lines = own.filter(({ member, leftOut }) => leftOut !== 'member' && isSamePlace(member.at, part.at));
    return lines.length === 0 ? part : { ...part, lines: inOrder([...part.lines, ...lines.map(mistakeLine)]) };
  });
  const hidden = own
    .filter(({ leftOut }) => leftOut === 'member')
    .map((mistake) => mistakenPart(nouns[mistake.member.kind] ?? '', mistake));
  return { kind, heading, parts: hidden.length === 0 ? marked : inOrder([...marked, ...hidden]) };
}

/** Whether a section has it: one that is in something sound is told with that, if the card shows it at all. */
function isTold({ member, leftOut }: Mistake, sections: readonly GuideSection[]): boolean {
  return sections.some(
    ({ kind, parts: shown }) =>
      member.kind in SECTIONS[kind].nouns &&
      (leftOut === 'member' || shown.some((part) => isSamePlace(part.at, member.at))),
  );
}

type Placed = Pick<GuidePart, 'at'>;

/** By place; files stay in the order in which they come up. */
function inOrder<One extends Placed>(all: readonly One[]): readonly One[] {
  const files = [...new Set(all.map(({ at }) => at.file))];
  return files.flatMap((file) =>
    all.filter(({ at }) => at.file === file).sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column),
  );
}

function isSamePlace(a: Placed['at'], b: Placed['at']): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function headingOf(playbook: CompiledPlaybook): readonly GuideFact[] {
  const { owner, version, status, reviewBy, validFrom, validUntil, basis = [], beats, framework } = playbook;
  const channel = playbook.facts.find(({ id }) => id === 'channel');
  const channels = channel && 'type' in channel && channel.type.type === 'choice' ? channel.type.choices : undefined;
  const valid = [validFrom && `from ${validFrom}`, validUntil && `until ${validUntil}`].filter(Boolean).join(' ');
  const leads = beats.everything ? 'everything else' : listed(beats.playbooks);
  const facts: GuideFact[] = [
    { label: 'Owner', text: owner },
    { label: 'Version', text: version },
    { label: 'Status', text: status },
    { label: 'Channels', text: channels ? listed(channels) : 'any' },
    { label: 'Follows', text: framework ? (framework.title ?? framework.id) : '' },
    { label: 'Leads before', text: leads },
    { label: 'Valid', text: valid },
    { label: 'Review by', text: reviewBy ?? '' },
    { label: 'Rests on', text: basis.join('; ') },
  ];
  return facts.filter(({ text }) => text !== '');
}
