import type {
  Amount,
  BoundaryRule,
  Condition,
  Fact,
  Id,
  NeverRule,
  OfferAct,
  Origin,
  Playbook,
  Position,
  Worth,
} from '@poise/runtime';
import { isCounted, timesOf } from './counts.ts';
import { type Cut, cutsIn } from './logic.ts';
import type { Look } from './look.ts';
import { MESSAGES, type Measure, measureOf, moneyMeasure, shareMeasure, TIMES } from './measures.ts';
import { ownerOf, placeOf, type Side } from './point.ts';
import { isInForce } from './rule-points.ts';
import { numbersOf, sidesOf } from './sides.ts';

/** Where and when numbers are compared. */
interface Scope {
  readonly rule: string;
  readonly at: Position;
  /** In words: `escalation long_overdue`. */
  readonly name: string;
  /** Whether the rule is there to decide anything. */
  readonly isOn: (look: Look) => boolean;
}

/** Both sides of every number that a document's conditions and limits compare with. */
export function thresholdPoints(document: Playbook): readonly Side[] {
  const facts = new Map(document.facts.map((fact) => [fact.id, fact]));
  return [
    ...conditionsOf(document).flatMap(({ condition, ...scope }) => conditionSides(document, facts, condition, scope)),
    ...limitsOf(document).flatMap(({ act, ...scope }) => limitSides(document, act, scope)),
  ];
}

type Conditional = Scope & { readonly condition: Condition };

function conditionsOf(document: Playbook): Conditional[] {
  const always = () => true;
  const inForce = (origin: Origin) => (look: Look) => isInForce(origin, look);
  return [
    ...document.triggers.map(({ id, at, when }) => ({
      rule: id,
      at,
      condition: when,
      name: `trigger ${id}`,
      isOn: always,
    })),
    ...document.facts.flatMap((fact) =>
      fact.kind === 'situation'
        ? [{ rule: fact.id, at: fact.at, condition: fact.when, name: `situation ${fact.id}`, isOn: always }]
        : [],
    ),
    ...stepConditions(document),
    ...document.boundaries.flatMap(({ id, origin, rules }) =>
      rules.flatMap((rule) => {
        const condition = whenOf(rule);
        return condition
          ? [{ rule: rule.id, at: rule.at, condition, name: `boundary ${id}`, isOn: inForce(origin) }]
          : [];
      }),
    ),
    ...document.escalations.flatMap(({ id, at, origin, when, lines, continueWith }) => {
      const name = `escalation ${id}`;
      const scope = { rule: id, at, name, isOn: inForce(origin) };
      return [
        { ...scope, condition: when },
        ...continueWith.flatMap((each) => (each.when ? [{ ...scope, condition: each.when }] : [])),
        ...lineConditions(lines, name, inForce(origin)),
      ];
    }),
    ...document.followUps.flatMap(({ id, at, when, repeat, lines }) => {
      const name = `follow up ${id}`;
      const scope = { rule: id, at, name, isOn: inForce('playbook') };
      return [
        { ...scope, condition: when },
        ...(repeat?.until ? [{ ...scope, condition: repeat.until }] : []),
        ...lineConditions(lines, name, inForce('playbook')),
      ];
    }),
    ...document.agentCare.flatMap(({ id, at, origin, when, lines }) => {
      const name = `agent care ${id}`;
      return [
        { rule: id, at, name, condition: when, isOn: inForce(origin) },
        ...lineConditions(lines, name, inForce(origin)),
      ];
    }),
  ];
}

function whenOf(rule: BoundaryRule): Condition | undefined {
  return rule.kind === 'order' ? undefined : rule.when;
}

function stepConditions({ steps }: Playbook): Conditional[] {
  return steps.flatMap(({ id, at, lines, never, skip, exits, done }) => {
    const name = `step ${id}`;
    const isOn = isIn(id);
    return [
      ...lineConditions([...lines, ...never, ...exits], name, isOn),
      ...[skip, done].flatMap((condition) => (condition ? [{ rule: id, at, name, isOn, condition }] : [])),
    ];
  });
}

function isIn(step: Id): Scope['isOn'] {
  return ({ steps }) => steps.has(step);
}

function lineConditions(
  lines: readonly { readonly id: string; readonly at: Position; readonly when?: Condition }[],
  name: string,
  isOn: Scope['isOn'],
): Conditional[] {
  return lines.flatMap(({ id, at, when }) => (when ? [{ rule: id, at, name, isOn, condition: when }] : []));
}

type Facts = ReadonlyMap<string, Fact>;

/** The numbers in a condition itself, in what it asks of earlier moments, and in how often. */
function conditionSides(document: Playbook, facts: Facts, condition: Condition, scope: Scope): readonly Side[] {
  return [
    ...cutsIn(condition).flatMap((cut) => cutSides(document, facts, cut, scope)),
    ...condition.facts.flatMap((id) => {
      const fact = facts.get(id);
      return fact?.kind === 'derived' ? derivedSides(document, facts, fact, scope) : [];
    }),
  ];
}

function cutSides(
  document: Playbook,
  facts: Facts,
  { fact: id, constant, itself }: Cut,
  scope: Scope,
): readonly Side[] {
  const fact = facts.get(id);
  if (!fact) return [];
  const subject = fact.kind === 'derived' && fact.derive.kind === 'countWithin' ? fact.derive.signal : id;
  return sides(document, scope, subject, constant, itself, measureOf(fact), (look) => numbersOf(look, id));
}

function derivedSides(
  document: Playbook,
  facts: Facts,
  fact: Fact & { readonly kind: 'derived' },
  scope: Scope,
): readonly Side[] {
  const { id, derive } = fact;
  // What was, and what goes on, is looked at all the time, whether the rule is there yet or not.
  const inner =
    derive.kind === 'streak' || derive.kind === 'hasBeen'
      ? conditionSides(document, facts, derive.when, { ...scope, isOn: () => true })
      : [];
  if (!isCounted(derive) || timesOf(derive) < 2) return inner;
  const measure = derive.kind === 'streak' ? MESSAGES : TIMES;
  const subject = derive.kind === 'streak' ? derive.when.text : id.replace(/ at least \d+ times.*$/, '');
  return [
    ...inner,
    ...sides(document, scope, subject, timesOf(derive), 'above', measure, (look) => [look.countOf(id)]),
  ];
}

interface Limit extends Scope {
  readonly act: OfferAct & { readonly over: Amount };
}

function limitsOf({ steps, boundaries }: Playbook): Limit[] {
  const limits = (rule: NeverRule, name: string, isOn: Scope['isOn']): Limit[] =>
    rule.acts.flatMap((act) =>
      act.act === 'offer' && act.over
        ? [{ rule: rule.id, at: rule.at, name, isOn, act: { ...act, over: act.over } }]
        : [],
    );
  return [
    ...steps.flatMap(({ id, never }) => never.flatMap((rule) => limits(rule, `step ${id}`, isIn(id)))),
    ...boundaries.flatMap(({ id, origin, rules }) =>
      rules.flatMap((rule) =>
        rule.kind === 'never' ? limits(rule, `boundary ${id}`, (look) => isInForce(origin, look)) : [],
      ),
    ),
  ];
}

/** The sides of what an offer may be worth, seen where one was judged. */
function limitSides(document: Playbook, { offer, over, inTotal }: Limit['act'], scope: Scope): readonly Side[] {
  const subject = `${offer ? `offer ${offer}` : 'offers'}${inTotal ? ' in total' : ''}`;
  const worthsIn = ({ event, guidance: { verdict } }: Look): readonly Worth[] => {
    if (event?.type !== 'agentOffers' || (offer !== undefined && event.offer !== offer)) return [];
    const worth = inTotal ? verdict?.total : verdict?.worth;
    return worth && worth.currency === over.currency ? [worth] : [];
  };
  if ('amount' in over) {
    const measure = moneyMeasure(over.currency);
    const amounts = (look: Look) => worthsIn(look).map(({ amount }) => amount);
    return sides(document, scope, subject, over.amount, 'below', measure, amounts);
  }
  const shares = (look: Look) => {
    const limit = look.before?.[over.fact];
    return typeof limit === 'number' && limit > 0 ? worthsIn(look).map(({ amount }) => amount / limit) : [];
  };
  return sides(document, scope, subject, 1, 'below', shareMeasure(over.fact), shares);
}

function sides(
  document: Playbook,
  { rule, at, name, isOn }: Scope,
  subject: string,
  constant: number,
  itself: Cut['itself'],
  measure: Measure,
  valuesIn: Side['valuesIn'],
): readonly Side[] {
  return sidesOf({
    rule,
    owner: ownerOf(document, at),
    at: placeOf(document, at),
    name,
    subject,
    constant,
    itself,
    measure,
    valuesIn: (look) => (isOn(look) ? valuesIn(look) : []),
  });
}
