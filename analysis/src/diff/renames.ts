/** Names that authors have changed, and nothing else of what has the name. */
import type { Playbook } from '@poise/runtime';
import type { Rule, RuleKind } from './rule.ts';

/** For each kind, the earlier names by the present ones. */
export type Renames = ReadonlyMap<RuleKind, ReadonlyMap<string, string>>;

/** Of things whose names are only in one of the versions: those that do the very same. Where several do, they go in order. */
export function renamesBetween(before: readonly Rule[], after: readonly Rule[]): Renames {
  const renames = new Map<RuleKind, Map<string, string>>();
  const keyOf = ({ kind, names }: Rule) => `${kind} ${names[0]}`;
  const without = (rules: readonly Rule[], others: readonly Rule[]) => {
    const known = new Set(others.map(keyOf));
    return rules.filter((rule) => rule.shape !== undefined && !known.has(keyOf(rule)));
  };
  const lost = without(before, after);
  for (const { kind, shape, names } of without(after, before)) {
    const index = lost.findIndex((rule) => rule.kind === kind && rule.shape === shape);
    const [was] = index < 0 ? [] : lost.splice(index, 1);
    const [earlier, present] = [was?.names[0], names[0]];
    if (earlier === undefined || present === undefined) continue;
    const ofKind = renames.get(kind) ?? new Map<string, string>();
    renames.set(kind, ofKind.set(present, earlier));
  }
  return renames;
}

/** The kinds as happenings and milestones call them. */
const KIND_OF: Readonly<Record<string, RuleKind>> = {
  step: 'step',
  boundary: 'boundary',
  escalation: 'escalation',
  followUp: 'follow up',
  agentCare: 'agent care',
};

/** The playbook as it would be under the earlier names, wherever they stand. */
export function underEarlierNames(playbook: Playbook, renames: Renames): Playbook {
  if (renames.size === 0) return playbook;
  const earlier = (kind: RuleKind | undefined, name: string) =>
    (kind === undefined ? undefined : renames.get(kind)?.get(name)) ?? name;
  const rewritten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewritten);
    if (typeof value !== 'object' || value === null) return value;
    const part = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewritten(inner)]));
    const { kind, id, step, next, escalations } = part;
    if (typeof kind === 'string' && typeof id === 'string') part.id = earlier(KIND_OF[kind], id);
    if (typeof step === 'string') part.step = earlier('step', step);
    if (typeof next === 'string') part.next = earlier('step', next);
    // Of `beats`; the list of the playbook's escalations holds more than names.
    if (Array.isArray(escalations)) {
      part.escalations = escalations.map((one) => (typeof one === 'string' ? earlier('escalation', one) : one));
    }
    return part;
  };
  const named = <Part extends { readonly id: string }>(kind: RuleKind, parts: readonly Part[]): Part[] =>
    parts.map((part) => ({ ...part, id: earlier(kind, part.id) }));
  // The same shape: only names are others.
  const renamed = rewritten(playbook) as Playbook;
  return {
    ...renamed,
    triggers: named('trigger', renamed.triggers),
    steps: named('step', renamed.steps),
    boundaries: named('boundary', renamed.boundaries),
    escalations: named('escalation', renamed.escalations),
    followUps: named('follow up', renamed.followUps),
    agentCare: named('agent care', renamed.agentCare),
    trends: named('trend', renamed.trends),
  };
}
