import type { ast } from '@poise/language';
import { condition, optionalGuard } from './conditions.ts';
import type { Plain, PlainOf, Ref } from './plain.ts';
import type { Pen } from './scope.ts';
import { fields, type LineWriters, values } from './step-lines.ts';
import { spoken, text } from './texts.ts';
import { duration } from './values.ts';
import { DATES, TIMES, WEEKDAYS } from './words.ts';

/** The lines of boundaries. Reactions are written all together: `rules.ts`. */
export const boundaryLines: LineWriters<ast.BoundaryItem['$type']> = {
  SayInstead: (pen) => ({ $type: 'SayInstead', text: spoken(pen) }),
  AlwaysBefore: (pen) => {
    const milestones = pen.choices.some(startedMilestones(pen), 2);
    const [first, later] = milestones;
    return first && { $type: 'AlwaysBefore', first, later: later ?? CLOSE };
  },
  AlwaysRecord: (pen) => {
    const recorded = pen.choices.some(fields(pen), 2);
    if (recorded.length === 0) return undefined;
    return { $type: 'AlwaysRecord', fields: recorded, ...before(pen), ...optionalGuard(pen) };
  },
  AlwaysSay: (pen) => {
    const said = pen.choices.oneOf<Ref<'Wording' | 'PhraseList'>>([...pen.scope.wordings, ...pen.scope.lists]);
    return said && { $type: 'AlwaysSay', said, ...before(pen), ...optionalGuard(pen) };
  },
  AlwaysOffer: (pen) => {
    const offer = pen.choices.oneOf(pen.own.offers);
    return offer && { $type: 'AlwaysOffer', offer, ...before(pen), ...optionalGuard(pen) };
  },
  EachTime: (pen) => {
    const unless = pen.choices.chance(30) && { unless: condition(pen, 1) };
    return { $type: 'EachTime', condition: condition(pen), ...unless };
  },
  Reaction: () => undefined,
};

const CLOSE = { $type: 'CloseMilestone', close: true } as const satisfies PlainOf<'CloseMilestone'>;

function startedMilestones({ own }: Pen): (PlainOf<'StepMilestone'> | PlainOf<'StageMilestone'>)[] {
  return [
    ...own.steps.map((step) => ({ $type: 'StepMilestone' as const, step })),
    ...own.stages.map((stage) => ({ $type: 'StageMilestone' as const, stage })),
  ];
}

function before(pen: Pen): { readonly before?: Plain<ast.Milestone> } {
  if (!pen.choices.chance(60)) return {};
  return { before: pen.choices.oneOf<Plain<ast.Milestone>>([...startedMilestones(pen), CLOSE]) ?? CLOSE };
}

/** What follows from `each time …`: in order, and `then` for all later times. */
export function reactions(pen: Pen): PlainOf<'Reaction'>[] {
  const turns = (['first', 'second', 'third'] as const).slice(0, pen.choices.between(1, 3));
  const all = pen.choices.chance(40) ? [...turns, 'then' as const] : turns;
  return all.map((turn) => ({ $type: 'Reaction', turn, response: response(pen) }));
}

const RESPONSES: { readonly [Type in ast.Response['$type']]: (pen: Pen) => PlainOf<Type> | undefined } = {
  Warn: (pen) => ({ $type: 'Warn', text: spoken(pen) }),
  EscalateTo: (pen) => {
    const team = pen.choices.oneOf(pen.scope.teams);
    return team && { $type: 'EscalateTo', team };
  },
  EndConversation: () => ({ $type: 'EndConversation', end: true }),
};

function response(pen: Pen): Plain<ast.Response> {
  const writers = Object.values(RESPONSES);
  return writers[pen.choices.below(writers.length)]?.(pen) ?? { $type: 'EndConversation', end: true };
}

/** The lines of escalations, of follow ups and trends beside those that steps have, too. */
export const escalationLines: LineWriters<
  'Ladder' | 'Tell' | 'StayUntilAnswered' | 'HandOver' | 'ResolveWithin' | 'Repeat' | 'Within'
> = {
  Ladder: (pen) => {
    const rungs = ladder(pen);
    return rungs.length > 0 ? { $type: 'Ladder', rungs } : undefined;
  },
  Tell: (pen) => {
    const rungs = ladder(pen);
    const words = pen.choices.chance(60) && { text: text(pen.choices) };
    return rungs.length > 0 ? { $type: 'Tell', rungs, ...words } : undefined;
  },
  StayUntilAnswered: () => ({ $type: 'StayUntilAnswered', stay: true }),
  HandOver: (pen) => {
    const facts = pen.choices.some(values(pen), 3);
    return facts.length > 0 ? { $type: 'HandOver', facts } : undefined;
  },
  ResolveWithin: ({ choices }) => ({ $type: 'ResolveWithin', within: duration(choices) }),
  Repeat: (pen) => ({
    $type: 'Repeat',
    every: duration(pen.choices),
    ...(pen.choices.chance(50) && { until: condition(pen, 1) }),
    ...(pen.choices.chance(50) && { times: pen.choices.between(1, 9) }),
  }),
  Within: ({ choices }) => ({ $type: 'Within', within: duration(choices) }),
};

/** Who is asked, then who next. */
function ladder({ choices, scope }: Pen): PlainOf<'Rung'>[] {
  return choices.some(scope.teams, 3).map((team, index) => ({
    $type: 'Rung',
    team,
    ...(index > 0 && { after: duration(choices) }),
  }));
}

/** The lines of teams. Their hours are written all together, in one time zone: `declarations.ts`. */
export const teamLines: LineWriters<ast.TeamItem['$type']> = {
  Answers: ({ choices }) => ({ $type: 'Answers', within: duration(choices) }),
  OpeningHours: ({ choices }) => {
    const [opens, closes] = choices.some(TIMES, 2);
    return {
      $type: 'OpeningHours',
      days: choices.times(1, 2, () => dayRange(choices.some(WEEKDAYS, 2), choices.chance(30))),
      opens: opens ?? '08:00',
      closes: closes ?? '24:00',
    };
  },
  ClosedDays: ({ choices }) => ({ $type: 'ClosedDays', dates: choices.some(DATES, 2) }),
  Otherwise: ({ choices, scope }) => {
    const team = choices.oneOf(scope.teams);
    return team && { $type: 'Otherwise', team };
  },
};

function dayRange([first, last]: readonly string[], daily: boolean): PlainOf<'DayRange'> {
  if (daily || first === undefined) return { $type: 'DayRange', daily: true };
  return { $type: 'DayRange', daily: false, first, ...(last !== undefined && { last }) };
}

/** The lines of a playbook's heading. */
export const headingLines: LineWriters<ast.HeadingItem['$type']> = {
  About: ({ choices }) => ({ $type: 'About', text: text(choices) }),
  Owner: ({ choices }) => ({ $type: 'Owner', text: text(choices) }),
  Version: ({ choices }) => ({ $type: 'Version', value: choices.one(['1.0.0', '12.3.40']) }),
  Status: ({ choices }) => ({ $type: 'Status', value: choices.one(['draft', 'active', 'retired']) }),
  ReviewBy: ({ choices }) => ({ $type: 'ReviewBy', date: choices.one(DATES) }),
  Validity: ({ choices }) => ({
    $type: 'Validity',
    from: '2026-11-01',
    ...(choices.chance(60) && { until: choices.one(DATES) }),
  }),
  Follows: () => undefined, // Which framework a playbook follows is decided with its steps.
  Beats: ({ choices, own }) => {
    const others = choices.chance(70) ? choices.some(own.beatable, 2) : [];
    return { $type: 'Beats', everything: others.length === 0, others };
  },
  Source: ({ choices }) => ({ $type: 'Source', text: text(choices) }),
};

/** `beats`, as escalations say it. */
export function escalationBeats({ choices }: Pen, others: readonly Ref<'Escalation'>[]): PlainOf<'Beats'> {
  const beaten = choices.chance(70) ? choices.some(others, 2) : [];
  return { $type: 'Beats', everything: beaten.length === 0, others: beaten };
}
