import { guard } from './conditions.ts';
import { declarations, framework, note, situation } from './declarations.ts';
import { beginning } from './event-lines.ts';
import { finished } from './finish.ts';
import { line, linesFor, withOneOf } from './lines.ts';
import type { PlainItem, PlainMember, PlainOf, Ref } from './plain.ts';
import { followUp, planRules, rules } from './rules.ts';
import { type OwnScope, type Pen, refTo } from './scope.ts';
import { text, title } from './texts.ts';

/** A step that is going to be, and the stage it is for. */
interface PlannedStep {
  readonly step: Ref<'Step'>;
  readonly stage: PlainOf<'Stage'> | undefined;
}

/** The members of a playbook's file below its `use` lines. */
export function playbookMembers(heading: Ref<'Heading'>, pen: Pen): PlainMember[] {
  const { choices, commons, scope, own } = pen;
  const declared = declarations(pen);
  const newFramework = choices.maybe(25, () => framework(pen));
  const followed = newFramework ?? (choices.chance(60) ? choices.oneOf(scope.frameworks) : undefined);
  const planned = planSteps(followed, pen);
  const happening = <Kind extends string>(kind: Kind) =>
    choices.times(0, 2, () => refTo(kind, commons.name('happening')));
  const whole: OwnScope = {
    ...own,
    steps: planned.map(({ step }) => step),
    offers: happening('Offer'),
    commitments: happening('Commitment'),
    followUps: happening('FollowUp'),
    stages: followed?.stages.map(({ name }) => refTo('Stage', name)) ?? [],
  };
  const ownPen: Pen = { ...pen, own: whole };
  const plannedRules = planRules(ownPen);
  const situations = choices.times(0, 2, () => situation(ownPen));
  const steps = planned.map((one, index) => step(one, planned[index + 1], ownPen));
  const others: PlainMember[] = [
    ...declared,
    ...(newFramework ? [newFramework] : []),
    ...situations,
    ...choices.times(0, 2, () => trigger(ownPen)),
    ...rules(plannedRules, ownPen),
    ...whole.followUps.map(({ name }) => followUp(name, ownPen)),
    ...choices.times(0, 2, () => scenario(ownPen)),
  ];
  const members = choices.interleaved<PlainMember>(withPromisedOffers(steps, ownPen), choices.shuffled(others));
  return [headingOf(heading, followed, ownPen), ...finished(members, ownPen)];
}

function headingOf({ name }: Ref<'Heading'>, followed: PlainOf<'Framework'> | undefined, pen: Pen): PlainOf<'Heading'> {
  const lines = withOneOf(['Version'], withOneOf(['Owner'], linesFor('Heading', pen), pen), pen);
  const follows: PlainItem[] = followed ? [{ $type: 'Follows', framework: refTo('Framework', followed.name) }] : [];
  const items = pen.choices.shuffled([...lines, ...follows]);
  return { $type: 'Heading', ...note(pen), name, ...title(pen.choices), items };
}

/** Steps for the stages of the framework, in its order; and steps without a stage, anywhere. */
function planSteps(followed: PlainOf<'Framework'> | undefined, { choices, commons }: Pen): PlannedStep[] {
  const newStep = (stage?: PlainOf<'Stage'>): PlannedStep => ({
    step: refTo('Step', commons.name('happening')),
    stage,
  });
  const staged = (followed?.stages ?? []).flatMap((stage) =>
    stage.optional && choices.chance(40) ? [] : choices.times(1, 2, () => newStep(stage)),
  );
  const free = choices.times(staged.length === 0 ? 1 : 0, 3, () => newStep());
  return choices.interleaved(staged, free);
}

/** A step. It leads to the next one, or out: its exits have conditions, but for one that leads where it would go anyway. */
function step({ step: { name }, stage }: PlannedStep, next: PlannedStep | undefined, pen: Pen): PlainOf<'Step'> {
  const { choices, own } = pen;
  const lines = linesFor('Step', pen, ['StageReference']);
  const staged: PlainItem[] = stage ? [{ $type: 'StageReference', stage: refTo('Stage', stage.name) }] : [];
  const callable = choices.oneOf(own.callable);
  const onward: PlainItem[] = !choices.chance(15)
    ? []
    : next
      ? [{ $type: 'GoTo', step: next.step }]
      : callable
        ? [{ $type: 'ContinueWith', playbook: callable }]
        : [];
  const items = [...choices.interleaved(staged, lines), ...onward];
  return { $type: 'Step', ...note(pen), name, ...title(choices), items };
}

/** The steps with a line for each planned offer and promise that none of them has made. */
function withPromisedOffers(steps: readonly PlainOf<'Step'>[], pen: Pen): PlainOf<'Step'>[] {
  const made = new Set(
    steps.flatMap(({ items }) =>
      items.flatMap((item) => (item.$type === 'Offer' || item.$type === 'Commitment' ? [item.name] : [])),
    ),
  );
  const missing = [...pen.own.offers, ...pen.own.commitments].filter(({ name }) => !made.has(name));
  return steps.map((written, index) => {
    if (index > 0) return written;
    const added = missing.flatMap((one) => {
      const single: Pen = { ...pen, own: { ...pen.own, offers: [], commitments: [], ...madeOnly(one) } };
      return line(one.to, single) ?? [];
    });
    return { ...written, items: [...added, ...written.items] };
  });
}

function madeOnly(one: Ref<'Offer' | 'Commitment'>): Partial<OwnScope> {
  return one.to === 'Offer' ? { offers: [refTo('Offer', one.name)] } : { commitments: [refTo('Commitment', one.name)] };
}

/** What starts a playbook. */
export function trigger(pen: Pen): PlainOf<'Trigger'> {
  const name = pen.commons.name('trigger');
  return { $type: 'Trigger', ...note(pen), name, ...title(pen.choices), ...guard(pen), items: [] };
}

function scenario(pen: Pen): PlainOf<'Scenario'> {
  const { choices } = pen;
  const begins = choices.maybe(50, () => beginning(pen)) ?? [];
  const expected = choices.times(1, 4, () => line('Expect', pen)).filter((one) => one !== undefined);
  const items = [...begins, ...choices.shuffled([...linesFor('Scenario', pen), ...expected])];
  return { $type: 'Scenario', ...note(pen), title: text(choices), items };
}
