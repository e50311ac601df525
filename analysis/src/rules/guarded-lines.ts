import type { Line, Origin } from '@poise/runtime';
import type { Scope } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { type Prohibition, prohibitionsIn, prohibitionsOf } from './prohibitions.ts';

/** A line of guidance, and every rule that is in force wherever it is shown. */
export interface GuardedLine {
  readonly line: Line;
  readonly prohibitions: readonly Prohibition[];
}

/** Every line of a playbook with what may forbid it. A house rule may be there before the playbook starts, and the playbook's own boundaries. */
export function guardedLines(subject: Subject, scope: Scope): readonly GuardedLine[] {
  const all = prohibitionsOf(subject, scope);
  const house = all.filter(({ origin }) => origin === 'house');
  const guarded = (lines: readonly Line[], prohibitions: readonly Prohibition[]) =>
    lines.map((line) => ({ line, prohibitions }));
  const of = (rule: { readonly lines: readonly Line[]; readonly origin: Origin }) =>
    guarded(rule.lines, rule.origin === 'house' ? house : all);
  return [
    ...subject.steps.flatMap((step) => guarded(step.lines, [...all, ...prohibitionsIn(step, scope)])),
    ...subject.escalations.flatMap(of),
    ...subject.followUps.flatMap(({ lines }) => guarded(lines, all)),
    ...subject.agentCare.flatMap(of),
  ];
}
