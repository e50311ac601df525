import type { Change, Outcome, Place, Situation } from '@poise/analysis/diff';
import type { Condition, Exit, Fact, Playbook } from '@poise/runtime';
import jsonLogic from 'json-logic-js';

type Value = boolean | number | string | null;

/** What a situation comes to in one version, by an engine that isn't ours: whether the rule holds there, and which way out of a step is taken. */
export function replayed(
  change: Change,
  situation: Situation,
  of: string,
  version: 'before' | 'after',
  playbook: Playbook,
) {
  const side = change[version];
  if (!side) return { holds: false };
  const outcome: Outcome = situation[version];
  const values = valuesIn(playbook, outcome.facts);
  const isCertain = ({ certain }: Condition) => jsonLogic.apply(certain, values) === true;
  if (change.kind === 'exit') {
    const taken = exitsAround(playbook, side.at).find(({ when }) => when === undefined || isCertain(when));
    const target = taken && [taken.kind, taken.kind === 'goTo' ? taken.step : taken.playbook].join(' ');
    const own = [side.form, ...side.names].join(' ');
    return { holds: target === own, ...(target !== undefined && target !== own && { instead: target }) };
  }
  const condition = conditionAt(playbook, side.at, of);
  const isJudged = change.kind === 'boundary' && side.form !== 'eachTime';
  if (!condition) return { holds: of === 'when' };
  return { holds: isJudged ? jsonLogic.apply(condition.possible, values) === true : isCertain(condition) };
}

/** Every fact with a value: as the situation says; of all others, which make no difference, what a conversation begins with. */
function valuesIn({ facts, teams }: Playbook, known: Outcome['facts']): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const fact of facts)
    values[fact.id] = known[fact.id] ?? (fact.id in known ? null : atFirst(fact, values, teams));
  return values;
}

function atFirst(fact: Fact, values: Record<string, Value>, teams: Playbook['teams']): Value {
  switch (fact.kind) {
    case 'builtin':
      return 0;
    case 'situation': {
      if (jsonLogic.apply(fact.when.certain, values) === true) return true;
      return jsonLogic.apply(fact.when.possible, values) === true ? null : false;
    }
    case 'derived':
      if (fact.derive.kind === 'countWithin') return 0;
      if (fact.derive.kind === 'isOpen') return isAlwaysOpen(fact.derive.team, teams) || null;
      return ['says', 'hasSaid', 'hasHappened'].includes(fact.derive.kind) ? false : null;
    default:
      return null;
  }
}

function isAlwaysOpen(id: string, teams: Playbook['teams']): boolean {
  return teams.some((team) => team.id === id && team.hours.length === 0);
}

interface WithConditions {
  readonly at: Playbook['steps'][number]['at'];
  readonly when?: Condition;
  readonly skip?: Condition;
  readonly done?: Condition;
  readonly repeat?: { readonly until?: Condition };
}

function conditionAt(playbook: Playbook, at: Place, of: string): Condition | undefined {
  const { triggers, steps, boundaries, escalations, followUps, agentCare } = playbook;
  const all: readonly WithConditions[] = [
    ...triggers,
    ...steps,
    ...steps.flatMap(({ lines, never }) => [...lines, ...never]),
    ...boundaries.flatMap(({ rules }) => rules),
    ...[...escalations, ...followUps, ...agentCare].flatMap((rule) => [rule, ...rule.lines]),
  ];
  const found = all.filter((one) => isAt(one.at, at, playbook));
  const conditions = found.map((one) =>
    of === 'when' ? one.when : of === 'skip' ? one.skip : of === 'done' ? one.done : one.repeat?.until,
  );
  return conditions.find((condition) => condition !== undefined);
}

function exitsAround({ steps, escalations, ...playbook }: Playbook, at: Place): readonly Exit[] {
  const escalation = escalations.find((one) => isAt(one.at, at, playbook));
  if (escalation)
    return escalation.continueWith.map((other) => ({ ...other, id: '', kind: 'continueWith', at: escalation.at }));
  return steps.find(({ exits }) => exits.some((exit) => isAt(exit.at, at, playbook)))?.exits ?? [];
}

function isAt(at: WithConditions['at'], place: Place, { files }: Pick<Playbook, 'files'>): boolean {
  return files[at.file]?.path === place.file && at.line === place.line && at.column === place.column;
}
