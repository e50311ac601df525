import { guard, happenings } from './conditions.ts';
import { note } from './declarations.ts';
import { line, linesFor, withOneOf } from './lines.ts';
import type { PlainItem, PlainMember, PlainOf, Ref } from './plain.ts';
import { escalationBeats, reactions } from './rule-lines.ts';
import { type Pen, refTo } from './scope.ts';
import { title } from './texts.ts';
import { duration } from './values.ts';

/** The rules that a file is going to have, named before any of them is written, since each may name the others. */
export interface PlannedRules {
  readonly boundaries: readonly Ref<'Boundary'>[];
  readonly escalations: readonly Ref<'Escalation'>[];
  readonly cares: readonly Ref<'AgentCare'>[];
}

/** Plans some rules, one in any case: a file that has rules is worth using for them alone. */
export function planRules({ choices, commons, scope }: Pen): PlannedRules {
  const named = <Kind extends 'Boundary' | 'Escalation' | 'AgentCare'>(kind: Kind, least: number) => {
    const refs = choices.times(least, 2, () => refTo(kind, commons.name('happening')));
    scope.happenings.push(...(refs as Ref<'Boundary' | 'Escalation' | 'AgentCare'>[]));
    return refs;
  };
  return {
    boundaries: named('Boundary', 1),
    escalations: named('Escalation', 0),
    cares: named('AgentCare', 0),
  };
}

/** The planned rules, and trends, which nothing names. */
export function rules({ boundaries, escalations, cares }: PlannedRules, pen: Pen): PlainMember[] {
  return [
    ...boundaries.map(({ name }) => boundary(name, pen)),
    ...escalations.map(({ name }, index) => escalation(name, escalations.slice(0, index), pen)),
    ...cares.map(({ name }) => agentCare(name, pen)),
    ...(pen.choices.maybe(40, () => trend(pen)) ?? []),
  ];
}

function boundary(name: string, pen: Pen): PlainOf<'Boundary'> {
  const { choices } = pen;
  const plain = linesFor('Boundary', pen, ['SayInstead', 'EachTime', 'Reaction']);
  const graded = choices.chance(40)
    ? [line('EachTime', pen), ...reactions(pen)].filter((one) => one !== undefined)
    : [];
  const lines = graded.length > 0 ? plain : withOneOf(['Never'], plain, pen);
  const acts = lines.flatMap((one) => (one.$type === 'Never' ? one.acts : []));
  const mayReplace = acts.some(({ $type }) => $type === 'SayAct' || $type === 'MentionAct') && choices.chance(60);
  const instead = mayReplace ? [line('SayInstead', pen)].filter((one) => one !== undefined) : [];
  const items = choices.interleaved(graded, [...lines, ...instead]);
  return { $type: 'Boundary', ...note(pen), name, ...title(choices), items: items };
}

/** An escalation, which may beat those before it. */
function escalation(name: string, earlier: readonly Ref<'Escalation'>[], pen: Pen): PlainOf<'Escalation'> {
  const { choices } = pen;
  const lines = withOneOf(['Ladder', 'Tell'], linesFor('Escalation', pen, ['Beats']), pen);
  const beats = choices.maybe(40, () => escalationBeats(pen, earlier));
  const items = choices.shuffled<PlainItem>([...lines, ...(beats ? [beats] : [])]);
  return {
    $type: 'Escalation',
    ...note(pen),
    name,
    ...title(choices),
    ...guard(pen),
    items: items,
  };
}

function agentCare(name: string, pen: Pen): PlainOf<'AgentCare'> {
  const items = withOneOf(['Do'], linesFor('AgentCare', pen), pen);
  return {
    $type: 'AgentCare',
    ...note(pen),
    name,
    ...title(pen.choices),
    ...guard(pen),
    items: items,
  };
}

function trend(pen: Pen): PlainOf<'Trend'>[] {
  const { choices, commons } = pen;
  const subject = choices.oneOf(happenings(pen));
  if (!subject) return [];
  const items = withOneOf(['Tell'], linesFor('Trend', pen), pen);
  return [
    {
      $type: 'Trend',
      ...note(pen),
      name: commons.name('trend'),
      ...title(choices),
      subject,
      times: choices.between(1, 60),
      window: duration(choices),
      items: items,
    },
  ];
}

export function followUp(name: string, pen: Pen): PlainOf<'FollowUp'> {
  const { choices } = pen;
  const lines = withOneOf(['Within', 'Repeat'], withOneOf(['Say', 'Do'], linesFor('FollowUp', pen), pen), pen);
  const items = choices.shuffled(lines);
  return { $type: 'FollowUp', ...note(pen), name, ...title(choices), ...guard(pen), items };
}
