/** Boundaries that are crossed, and the graded reactions to it. */
import type { Block, Crossing } from '../generated/conversation.ts';
import type { Boundary, Response } from '../generated/format.ts';
import type { EachTime, Ruled } from '../prepared/rules.ts';
import type { Value } from '../prepared/values.ts';
import { isInForce } from './demands.ts';
import { beginHandover } from './escalations.ts';
import { blocksOfRuleActing } from './judge.ts';
import { entryOf, putEntry } from './records.ts';
import { happen, holdBack, type Session } from './session.ts';
import { fill } from './texts.ts';

/** The phase of boundaries: each that is crossed now, once a turn. */
export function crossBoundaries(session: Session): void {
  const { memory, moment, playbooks } = session;
  for (const rule of playbooks.rules.eachTime) {
    if (!isInForce(rule, session) || !moment.certain(rule.when)) continue;
    const before = entryOf(memory.crossed, rule.number);
    if (before?.messages === memory.messages) continue;
    const times = (before?.times ?? 0) + 1;
    putEntry(memory.crossed, { number: rule.number, times, messages: memory.messages });
    const response = rule.source.reactions.findLast(({ from }) => from <= times)?.response;
    const crossing: Crossing = crossingOf(rule, rule.boundary, moment.because(rule.when));
    crossing.times = times;
    cross(crossing, rule, rule.boundary, session);
    if (response) react(response, rule, crossing, session);
  }
}

/** The boundaries that an act crosses that is out already, or a start that they would hold back: each once. */
export function crossByBlocks(blocks: readonly Block[], session: Session): void {
  if (blocks.length === 0) return;
  const prohibitions = Object.values(session.playbooks.rules.prohibitions).flat();
  const crossed = new Set<Boundary>();
  for (const block of blocks) {
    const rule = prohibitions.find(({ rule: id, playbook }) => id === block.rule && playbook.id === block.playbook);
    if (rule?.boundary === undefined || block.by !== 'boundary' || crossed.has(rule.boundary)) continue;
    crossed.add(rule.boundary);
    cross(crossingOf(rule, rule.boundary, block.because), rule, rule.boundary, session);
  }
}

function crossingOf(rule: Ruled, boundary: Boundary, because: Record<string, Value>): Crossing {
  return {
    boundary: boundary.id,
    ...(boundary.title !== undefined && { title: boundary.title }),
    rule: rule.rule,
    playbook: rule.playbook.id,
    at: rule.at,
    because,
  };
}

function cross(
  crossing: Crossing,
  rule: Ruled & { readonly own: boolean },
  boundary: Boundary,
  session: Session,
): void {
  session.call.crossings.push(crossing);
  happen(session, 'boundary', boundary.id, rule.own ? rule.playbook.id : undefined);
}

function react(response: Response, rule: EachTime, crossing: Crossing, session: Session): void {
  const { memory, moment, call } = session;
  const { playbook, at, boundary } = rule;
  const type = ({ warn: 'agentWarns', escalate: 'agentEscalates', endConversation: 'agentCloses' } as const)[
    response.kind
  ];
  const blocks = blocksOfRuleActing({ type }, session);
  if (blocks.length > 0) {
    holdBack(session, { what: 'reaction', rule: rule.rule, playbook: playbook.id, at, blocks });
    return;
  }
  switch (response.kind) {
    case 'warn': {
      const words = fill(response.parts, playbook, moment);
      memory.warnings++;
      moment.touchKind('builtin');
      crossing.reaction = { kind: 'warn', words };
      const from = { kind: 'boundary' as const, id: boundary.id };
      const { because } = crossing;
      call.warnings.push({ kind: 'warn', from, rule: rule.rule, playbook: playbook.id, at, words, because });
      break;
    }
    case 'escalate':
      crossing.reaction = { kind: 'escalate', team: response.team };
      beginHandover(
        { kind: 'boundary', id: rule.rule, team: response.team, playbook, at, because: crossing.because },
        session,
      );
      break;
    case 'endConversation':
      crossing.reaction = { kind: 'endConversation' };
      memory.state = 'ending';
      break;
  }
}
