import type { Crossing, Handover, Move, RunningEscalation } from '@poise/runtime';
import { listed, quoted } from '../words/index.ts';
import { askedWords } from './asked.ts';
import { type CardItem, documentOf, type Label, named, said, type View } from './card-item.ts';
import { happens, type Suggestion } from './suggestion.ts';
import { teamDoes } from './team-does.ts';
import { blockInWords, whyBlocked, whyOf, whyStarted } from './whys.ts';

/** What the last line has brought about: playbooks that started, steps left, boundaries crossed, what was handed over. */
export function eventItems({ run, lately }: View): readonly CardItem[] {
  const titles = new Map(run.documents.map(({ id, title }) => [id, title]));
  const happened = lately.flatMap((guidance) => guidance.happened);
  const started = happened.filter(({ kind }) => kind === 'playbook');
  const moves = lately.flatMap((guidance) => guidance.moves);
  const cameUp = happened.filter(({ kind }) => kind === 'followUp' || kind === 'agentCare');
  return [
    ...started.map(({ id }): CardItem => {
      return { label: 'starts', text: named(id, titles.get(id)), tone: 'good', why: whyStarted(id, run) };
    }),
    ...moves.map((move): CardItem => ({ label: 'left', text: moveWords(move), tone: 'plain', why: whyOf(move, run) })),
    ...lately
      .flatMap(({ crossings }) => crossings)
      .map((crossing): CardItem => {
        return { label: 'crossed', text: crossingWords(crossing), tone: 'bad', why: whyOf(crossing, run) };
      }),
    ...lately
      .flatMap(({ handovers }) => handovers)
      .map((handover): CardItem => ({ label: 'handed', text: handoverWords(handover), tone: 'good' })),
    ...cameUp.map(({ kind, id }): CardItem => {
      return { label: kind === 'followUp' ? 'follow up' : 'care', text: `${id} comes up`, tone: 'good' };
    }),
  ];
}

const MOVES: Readonly<Record<Move['how'], string>> = {
  goTo: 'by `go to`',
  continueWith: 'by `continue with`',
  done: 'done',
  reply: 'done with this reply',
  completed: 'the agent says it is done',
  skip: 'passed over',
};

function moveWords({ from, how, to, continues }: Move): string {
  const where = continues ?? to;
  return `${from}${where === undefined ? '' : `, for ${where}`} (${MOVES[how]})`;
}

function crossingWords({ boundary, title, times, reaction }: Crossing): string {
  const often = times === undefined ? '' : `, ${times === 1 ? 'once' : `${times} times`} now`;
  return `${named(boundary, title)}${often}${reactionWords(reaction)}`;
}

function reactionWords(reaction: Crossing['reaction']): string {
  switch (reaction?.kind) {
    case 'warn':
      return ': warn the customer';
    case 'escalate':
      return `: ${reaction.team ?? 'somebody'} is brought in`;
    case 'endConversation':
      return ': end the conversation';
    case undefined:
      return '';
  }
}

function handoverWords({ team, values }: Handover): string {
  const known = values.filter(({ value }) => value !== null).map(({ fact, text }) => `${fact} ${said(text)}`);
  const unknown = values.filter(({ value }) => value === null).map(({ fact }) => fact);
  const what = known.length > 0 ? `: ${known.join(', ')}` : '';
  return `to ${team}${what}${unknown.length > 0 ? `; not known: ${unknown.join(', ')}` : ''}`;
}

/** Who was brought in, and who is next. */
export function escalationItems({ guidance, run, clock }: View): readonly CardItem[] {
  return guidance.escalations.map((running) => {
    const text = `${named(running.id, running.title)}${running.leads ? '' : ' (another one leads)'}`;
    const more = ladderOf(running, guidance.time, clock).map((words) => ({ text: words, tone: 'plain' as const }));
    const suggestions = answersTo(running, run);
    return { label: 'escalates', text, tone: 'bad', more, why: whyOf(running, run), suggestions };
  });
}

/** The teams that may answer, and the agent who settles it: of what no escalation began, no line of a scenario can tell that. */
function answersTo({ kind, id, asked, told }: RunningEscalation, run: View['run']): readonly Suggestion[] {
  const there = [...asked, ...told.flatMap((ladder) => ladder.asked)].flatMap((one) =>
    one.asked === null ? [] : [one.asked],
  );
  const answers = [...new Set(there)].map((team) =>
    happens(teamDoes(quoted(team), 'answer'), { type: 'teamAnswers', team }),
  );
  const isOwn = documentOf(run).escalations.some((escalation) => escalation.id === id);
  return kind === 'escalation' && isOwn
    ? [...answers, happens('It is settled', { type: 'agentEnds', escalation: id })]
    : answers;
}

function ladderOf(running: RunningEscalation, now: number, clock: View['clock']): readonly string[] {
  const { asked, told, next, resolveBy, overdue, stayUntilAnswered } = running;
  const who = (one: RunningEscalation['asked'][number]): string =>
    `${askedWords(one)}${one.asked === null ? ',' : ''} ${clock.due(one.time, one.time)}`;
  const after = (rung: RunningEscalation['next']): string =>
    rung ? `; next ${rung.team} ${clock.due(rung.time, now)}` : '';
  return [
    ...(asked.length > 0 ? [`asked ${listed(asked.map(who))}${after(next)}`] : []),
    ...told.map((ladder) => {
      const words = ladder.text === undefined ? '' : `: ${said(ladder.text)}`;
      return `told ${listed(ladder.asked.map(who))}${after(ladder.next)}${words}`;
    }),
    ...(resolveBy === undefined ? [] : [`${overdue ? 'overdue: ' : ''}to be settled ${clock.due(resolveBy, now)}`]),
    ...(stayUntilAnswered ? ['stay with the customer until somebody answers'] : []),
  ];
}

/** Which playbooks are at work, the present step, and what it is for. */
export function stepItems({ guidance, run }: View): readonly CardItem[] {
  const { playbooks, step, state } = guidance;
  const items: CardItem[] = [];
  const leader = playbooks.find((playbook) => playbook.state === 'leads');
  if (state === 'ending') {
    const suggestions = [happens('Close it', { type: 'agentCloses' })];
    items.push({ label: 'end', text: 'the conversation is to be closed now', tone: 'bad', suggestions });
  }
  if (state === 'closed') items.push({ label: 'end', text: 'the conversation is over', tone: 'plain' });
  if (!leader && state === 'open') items.push({ label: 'playbook', text: 'none at work', tone: 'plain' });
  if (leader) items.push({ label: 'playbook', text: named(leader.id, leader.title), tone: 'plain' });
  for (const other of playbooks.filter((playbook) => playbook !== leader)) {
    items.push({ label: STATES[other.state], text: `${other.id}, at the step ${other.step}`, tone: 'plain' });
  }
  if (step) {
    const why = [{ at: step.at, words: '' }];
    // Of a step of another playbook no line of a scenario can tell that it is done.
    const isOwn = step.playbook === run.scenario.playbook;
    const done = happens('It is done', { type: 'agentCompletes', step: step.id, playbook: step.playbook });
    const suggestions = isOwn ? [done] : [];
    items.push({ label: 'step', text: named(step.id, step.title), tone: 'plain', why, suggestions });
    if (step.goal !== undefined) items.push({ label: 'goal', text: step.goal, tone: 'plain' });
  } else if (leader) {
    items.push({ label: 'step', text: `${leader.step}, which waits while somebody is brought in`, tone: 'plain' });
  }
  return items;
}

const STATES: Readonly<Record<View['guidance']['playbooks'][number]['state'], Label>> = {
  leads: 'playbook',
  calls: 'called by',
  waits: 'waits',
  suspended: 'suspended',
};

/** What a rule would do and another forbids. */
export function heldBackItems({ guidance, lately }: View): readonly CardItem[] {
  const before = lately.filter((one) => one !== guidance).flatMap(({ heldBack }) => heldBack);
  return [...before, ...guidance.heldBack].map(({ what, rule, words, step, blocks, at }) => {
    const whole = {
      line: rule,
      words: said(words ?? ''),
      move: `the move to ${step ?? rule}`,
      reaction: rule,
      escalation: rule,
    };
    const why = [{ at, words: '' }, ...whyBlocked(blocks)];
    const more = blocks.map((block) => ({ text: blockInWords(block), tone: 'plain' as const }));
    return { label: 'held back', text: whole[what], tone: 'careful', more, why };
  });
}
