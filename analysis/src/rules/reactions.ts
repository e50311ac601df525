import type { EachTimeRule, Position, Reaction } from '@poise/runtime';
import type { Diagram } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding, Mark, RuleName } from '../finding.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { forbiddenBy, isAlwaysForbidden, type Prohibition, prohibitionsOf } from './prohibitions.ts';

/** Something that a rule does by itself when its condition comes to a yes. */
interface Deed {
  readonly by: RuleName;
  readonly kind: 'warn' | 'escalate' | 'endConversation';
  /** The condition is a yes. */
  readonly comes: Diagram;
  readonly isOfHouse: boolean;
  readonly at: Position;
  readonly mark?: Mark;
}

/** Reactions and handovers that a `never` forbids whenever they come. */
export function checkShutOut(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  const prohibitions = prohibitionsOf(subject, scope);
  return deedsOf(subject, scope).flatMap(({ by, kind, comes, isOfHouse, at, mark }) =>
    prohibitions
      .filter((prohibition) => prohibition.rule.acts.some(({ act }) => act === kind))
      // House rules are in force before a playbook's own are.
      .filter(({ origin }) => !isOfHouse || origin === 'house')
      .filter((prohibition) => isAlwaysForbidden(comes, prohibition, false, space))
      .map((prohibition): Finding => {
        const data = { deed: kind, rule: by, by: prohibition.by, situation: situationOf(comes, prohibition, space) };
        return { code: 'shut-out-reaction', at, ...(mark && { mark }), related: forbiddenBy(prohibition), data };
      }),
  );
}

function deedsOf(subject: Subject, scope: Scope): readonly Deed[] {
  const ofBoundaries = eachTimeRules(subject, scope).flatMap(({ rule, ...shared }) =>
    rule.reactions.map(({ response, at }): Deed => ({ ...shared, kind: response.kind, at, mark: 'line' })),
  );
  const ofEscalations = subject.escalations.flatMap(({ id, when, ladder, origin, at }): Deed[] => {
    const comes = unlessTooLarge(() => scope.decide(when).certain);
    if (comes === undefined || ladder.length === 0) return [];
    return [{ by: { kind: 'escalation', name: id }, kind: 'escalate', comes, isOfHouse: origin === 'house', at }];
  });
  return [...ofBoundaries, ...ofEscalations];
}

/** One situation in which it comes, for people; empty where the rule that forbids it asks for nothing. */
function situationOf(comes: Diagram, { rule }: Prohibition, space: StateSpace) {
  const witness = rule.when && unlessTooLarge(() => space.witness(comes));
  return witness ? space.circumstances(witness) : [];
}

/** Boundaries of which one warns whenever another one ends the conversation. */
export function checkWarningsInVain(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  const rules = eachTimeRules(subject, scope);
  const prohibitions = prohibitionsOf(subject, scope);
  return rules.flatMap((one) => {
    const warning = one.rule.reactions.find(({ response }) => response.kind === 'warn');
    if (!warning || !unlessTooLarge(() => endsUnlessSilent(one, prohibitions, space))) return [];
    return rules
      .filter((other) => other.rule.reactions.every(isEnd) && (other.isOfHouse || !one.isOfHouse))
      .filter((other) => unlessTooLarge(() => space.canHold(one.comes) && space.includes(other.comes, one.comes)))
      .map((other): Finding => {
        const witness = unlessTooLarge(() => space.witness(one.comes)) ?? [];
        const data = { what: 'warn', rule: one.by, by: other.by, situation: space.circumstances(witness) } as const;
        const related = [{ at: other.rule.at, role: 'other' }] as const;
        return { code: 'contradicting-rules', at: warning.at, mark: 'line', related, data };
      });
  });
}

/** Whether nothing forbids an end where a rule comes to its warning, but what forbids the warning, too. @throws TooLarge */
function endsUnlessSilent(rule: Graded, prohibitions: readonly Prohibition[], space: StateSpace): boolean {
  const { diagrams } = space;
  const forbids = (kind: Deed['kind'], isInForce: (prohibition: Prohibition) => boolean) =>
    diagrams.any(
      prohibitions
        .filter((one) => isInForce(one) && one.rule.acts.some(({ act }) => act === kind))
        .map(({ blocks }) => blocks),
    );
  const noEnd = forbids('endConversation', () => true);
  const noWarning = forbids('warn', ({ origin }) => !rule.isOfHouse || origin === 'house');
  return space.includes(noWarning, diagrams.and(rule.comes, noEnd));
}

function isEnd({ response }: Reaction): boolean {
  return response.kind === 'endConversation';
}

interface Graded extends Pick<Deed, 'by' | 'comes' | 'isOfHouse'> {
  readonly rule: EachTimeRule;
}

function eachTimeRules(subject: Subject, scope: Scope): readonly Graded[] {
  return subject.boundaries.flatMap(({ id, rules, origin }) =>
    rules.flatMap((rule): Graded[] => {
      if (rule.kind !== 'eachTime') return [];
      const comes = unlessTooLarge(() => scope.decide(rule.when).certain);
      if (comes === undefined) return [];
      return [{ by: { kind: 'boundary', name: id }, comes, isOfHouse: origin === 'house', rule }];
    }),
  );
}
