import { lengthOfTime } from '@poise/language/words';
import type { Condition, Rung, Step, Tell } from '@poise/runtime';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { counted, isNamed, listed, openWords } from '../words/index.ts';
import { boundaryLines } from './boundaries.ts';
import type { GuideFact, GuideLine, GuidePart, GuidePhrases, GuideRung } from './guide.ts';
import { guideLine, neverLine, textAt } from './lines.ts';
import { titleIn, whenWords, withinWords } from './words.ts';

type Titled = Pick<GuidePart, 'id' | 'at'> & { readonly title?: string; readonly note?: string };

/** What all parts have; what they haven't is empty. */
function part(of: Titled, more: Partial<GuidePart> = {}): GuidePart {
  const { id, title = id, note, at } = of;
  return {
    id,
    title,
    ...(note !== undefined && { note }),
    phrases: [],
    lines: [],
    ladder: [],
    closing: [],
    ...more,
    at,
  };
}

export function triggerPart(trigger: CompiledPlaybook['triggers'][number], playbook: CompiledPlaybook): GuidePart {
  return part(trigger, { ...whenWords(trigger.when), phrases: phrasesIn([trigger.when], playbook) });
}

export function stepPart(step: Step, playbook: CompiledPlaybook): GuidePart {
  const { stage, goal, lines, never } = step;
  return part(step, {
    ...(stage !== undefined && { kicker: titleIn(playbook.framework?.stages ?? [], stage) }),
    ...(goal !== undefined && { goal }),
    lines: byLine([
      ...lines.map((line) => guideLine(line, playbook)),
      ...never.map((line) => neverLine(line, playbook)),
    ]),
    phrases: forbiddenIn(never, playbook),
    closing: endingOf(step, playbook),
  });
}

/** How a step is passed over, left and finished. */
function endingOf({ skip, exits, done, next }: Step, playbook: CompiledPlaybook): readonly GuideFact[] {
  const onwards = next === undefined ? 'the playbook is complete' : `on to “${titleIn(playbook.steps, next)}”`;
  return [
    ...(skip ? [{ label: 'Skip', text: whenWords(skip).when ?? '' }] : []),
    ...exits.map((exit) => {
      const where = exit.kind === 'goTo' ? titleIn(playbook.steps, exit.step) : exit.playbook;
      const label = exit.kind === 'goTo' ? 'Go to' : 'Continue with';
      return { label, text: [`“${where}”`, whenWords(exit.when).when].filter(Boolean).join(' ') };
    }),
    done ? { label: 'Done', text: `${whenWords(done).when}: ${onwards}` } : { label: 'Then', text: onwards },
  ];
}

export function boundaryPart(boundary: CompiledPlaybook['boundaries'][number], playbook: CompiledPlaybook): GuidePart {
  const { rules } = boundary;
  const crossings = rules.flatMap((rule) => (rule.kind === 'eachTime' ? [rule.when] : []));
  return part(boundary, {
    ...houseRule(boundary.origin),
    lines: boundaryLines(boundary, playbook),
    phrases: [
      ...forbiddenIn(
        rules.flatMap((rule) => (rule.kind === 'never' ? [rule] : [])),
        playbook,
      ),
      ...phrasesIn(crossings, playbook),
    ],
  });
}

export function escalationPart(
  escalation: CompiledPlaybook['escalations'][number],
  playbook: CompiledPlaybook,
): GuidePart {
  const { when, ladder, tell, lines, handOver, resolveWithin, stayUntilAnswered, continueWith, beats, at } = escalation;
  const leads = beats.everything ? ['everything'] : beats.escalations.map((id) => titleIn(playbook.escalations, id));
  const closing: GuideFact[] = [
    ...(stayUntilAnswered ? [{ label: 'Stay', text: 'with the customer until somebody has taken over' }] : []),
    ...(handOver.length > 0 ? [{ label: 'Pass on', text: listed(handOver) }] : []),
    ...(resolveWithin === undefined ? [] : [{ label: 'Settled', text: withinWords(resolveWithin) }]),
    ...continueWith.map(({ playbook: other, when: only }) => ({
      label: 'Continue with',
      text: [`“${other}”`, whenWords(only).when].filter(Boolean).join(' '),
    })),
    ...(leads.length > 0 ? [{ label: 'Leads before', text: listed(leads) }] : []),
  ];
  return part(escalation, {
    ...houseRule(escalation.origin),
    ...whenWords(when),
    phrases: phrasesIn([when], playbook),
    ladder: rungs(ladder, playbook, at),
    lines: byLine([...lines.map((line) => guideLine(line, playbook)), ...tell.map((one) => tellLine(one, playbook))]),
    closing,
  });
}

export function followUpPart(followUp: CompiledPlaybook['followUps'][number], playbook: CompiledPlaybook): GuidePart {
  const { when, within, repeat, lines } = followUp;
  const until = repeat?.until ? ` until ${repeat.until.text}` : '';
  const times = repeat?.times === undefined ? '' : `, at most ${counted(repeat.times, 'time')}`;
  return part(followUp, {
    ...whenWords(when),
    phrases: phrasesIn([when], playbook),
    lines: lines.map((line) => guideLine(line, playbook)),
    closing: [
      ...(within === undefined ? [] : [{ label: 'Due', text: withinWords(within) }]),
      ...(repeat ? [{ label: 'Again', text: `every ${lengthOfTime(repeat.every)}${until}${times}` }] : []),
    ],
  });
}

export function carePart(care: CompiledPlaybook['agentCare'][number], playbook: CompiledPlaybook): GuidePart {
  return part(care, {
    ...houseRule(care.origin),
    ...whenWords(care.when),
    phrases: phrasesIn([care.when], playbook),
    lines: care.lines.map((line) => guideLine(line, playbook)),
  });
}

export function trendPart(trend: CompiledPlaybook['trends'][number], playbook: CompiledPlaybook): GuidePart {
  const { of, times, within, tell } = trend;
  return part(trend, {
    ...houseRule(trend.origin),
    when: `when ${of.id} happens at least ${counted(times, 'time')} in the last ${lengthOfTime(within)}`,
    lines: tell.map((one) => tellLine(one, playbook)),
  });
}

export function teamPart(team: CompiledPlaybook['teams'][number], playbook: CompiledPlaybook): GuidePart {
  const { answersWithin, hours, closed, otherwise, zone } = team;
  return part(team, {
    closing: [
      { label: 'Answers', text: withinWords(answersWithin) },
      ...(hours.length > 0
        ? [{ label: 'Open', text: `${hours.map(openWords).join('; ')}${zone === undefined ? '' : ` (${zone})`}` }]
        : []),
      ...(closed.length > 0 ? [{ label: 'Closed', text: closed.join(', ') }] : []),
      ...(otherwise === undefined ? [] : [{ label: 'Otherwise', text: titleIn(playbook.teams, otherwise) }]),
    ],
  });
}

/** What the rules ask about, by the names that stand in them. */
export function termParts({ facts, phrases, actions }: CompiledPlaybook): readonly GuidePart[] {
  return [
    ...facts.flatMap((fact) => {
      if (!('at' in fact)) return [];
      const { id, title, at } = fact;
      const more = fact.kind === 'situation' ? whenWords(fact.when) : {};
      return [
        part({ ...fact, title: id, at }, { kicker: fact.kind, ...more, ...(title !== undefined && { goal: title }) }),
      ];
    }),
    ...actions.map((action) => {
      const { id, title, at } = action;
      return part({ id, at, title: id }, { kicker: 'action', ...(title !== undefined && { goal: title }) });
    }),
    ...phrases
      .filter(({ id }) => isNamed(id))
      .map((list) => {
        const { id, title, at } = list;
        const named = {
          kicker: 'phrase list',
          phrases: [phraseList(list)],
          ...(title !== undefined && { goal: title }),
        };
        return part({ id, at, title: id }, named);
      }),
  ];
}

function houseRule(origin: 'house' | 'playbook'): { isHouseRule?: true } {
  return origin === 'house' ? { isHouseRule: true } : {};
}

function rungs(ladder: readonly Rung[], playbook: CompiledPlaybook, at: GuideRung['at']): readonly GuideRung[] {
  return ladder.map(({ team: id, after }, index): GuideRung => {
    const team = playbook.teams.find((one) => one.id === id);
    const stands = team?.otherwise === undefined ? undefined : titleIn(playbook.teams, team.otherwise);
    return {
      team: team?.title ?? id,
      after: index === 0 ? 'at once' : `${lengthOfTime(after)} later`,
      ...(team && { answers: `answers ${withinWords(team.answersWithin)}` }),
      ...(stands !== undefined && { otherwise: `while they are closed: ${stands}` }),
      at: team?.at ?? at,
    };
  });
}

/** `Supervisors, then Duty manager after 5 minutes`: teams that hear of it. */
function tellLine({ ladder, text, at }: Tell, playbook: CompiledPlaybook): GuideLine {
  const teams = ladder.map(({ team, after }, index) => {
    const title = titleIn(playbook.teams, team);
    return index === 0 ? title : `then ${title} after ${lengthOfTime(after)}`;
  });
  const detail = teams.join(', ');
  return text === undefined
    ? { label: 'Tell', isSaid: false, texts: [textAt(detail, at)], at }
    : { label: 'Tell', isSaid: true, texts: [textAt(text, at)], detail: `to ${detail}`, at };
}

function forbiddenIn(never: Step['never'], { phrases }: CompiledPlaybook): readonly GuidePhrases[] {
  const ids = never.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'say' ? act.phrases : [])));
  return phrases.filter(({ id }) => isNamed(id) && ids.includes(id)).map(phraseList);
}

/** The phrase lists that conditions ask for, also through what has been so. */
function phrasesIn(conditions: readonly Condition[], { facts, phrases }: CompiledPlaybook): readonly GuidePhrases[] {
  const asked = new Set(conditions.flatMap((condition) => condition.facts));
  const lists = new Set<string>();
  for (const id of asked) {
    const fact = facts.find((one) => one.id === id);
    if (fact?.kind !== 'derived') continue;
    if ('phrases' in fact.derive) for (const list of fact.derive.phrases) lists.add(list);
    if ('when' in fact.derive) for (const more of fact.derive.when.facts) asked.add(more);
  }
  return phrases.filter(({ id }) => isNamed(id) && lists.has(id)).map(phraseList);
}

function phraseList({ id, title = id, phrases, except, at }: CompiledPlaybook['phrases'][number]): GuidePhrases {
  const texts = (list: typeof phrases) => [...new Set(list.map(({ text }) => text))];
  return { title, phrases: texts(phrases), except: texts(except), at };
}

/** As they are written. */
function byLine(lines: readonly GuideLine[]): readonly GuideLine[] {
  return [...lines].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
