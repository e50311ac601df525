import type { Condition, Line, Position } from '@poise/runtime';
import type { Mark, RuleName } from '../finding.ts';
import type { Subject } from '../subject.ts';

/** A condition of a playbook, with the rule that it belongs to and its place. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly rule: RuleName;
  readonly at: Position;
  readonly mark: Mark;
  /** Whether the rule forbids or demands: then it holds unless its condition is a sure no. */
  readonly isJudged: boolean;
  /** The line of guidance that it is the condition of. */
  readonly line?: Line;
}

/** Every condition that an author has written, in the order of the document. */
export function placedConditions(subject: Subject): readonly PlacedCondition[] {
  const placed: PlacedCondition[] = [];
  const put = (
    rule: RuleName,
    condition: Condition | undefined,
    at: Position,
    mark: Mark = 'when',
    isJudged = false,
  ): void => {
    if (condition) placed.push({ condition, rule, at, mark, isJudged });
  };
  const putLines = (rule: RuleName, lines: readonly Line[]): void => {
    for (const line of lines)
      if (line.when) placed.push({ condition: line.when, rule, at: line.at, mark: 'when', isJudged: false, line });
  };
  for (const fact of subject.facts) {
    if (fact.kind === 'situation') put({ kind: 'situation', name: fact.id }, fact.when, fact.at);
  }
  for (const { id, when, at } of subject.triggers) put({ kind: 'trigger', name: id }, when, at);
  for (const step of subject.steps) {
    const rule = { kind: 'step', name: step.id } as const;
    putLines(rule, step.lines);
    for (const { when, at } of step.exits) put(rule, when, at);
    for (const { when, at } of step.never) put(rule, when, at, 'when', true);
    put(rule, step.skip, step.at, 'skip');
    put(rule, step.done, step.at, 'done');
  }
  for (const { id, rules } of subject.boundaries) {
    for (const rule of rules) {
      if ('when' in rule) put({ kind: 'boundary', name: id }, rule.when, rule.at, 'when', rule.kind !== 'eachTime');
    }
  }
  for (const { id, when, at, lines, continueWith } of subject.escalations) {
    const rule = { kind: 'escalation', name: id } as const;
    put(rule, when, at);
    for (const [continuation, line] of continueWith.entries()) put(rule, line.when, at, { continuation, part: 'when' });
    putLines(rule, lines);
  }
  for (const { id, when, at, lines, repeat } of subject.followUps) {
    const rule = { kind: 'follow up', name: id } as const;
    put(rule, when, at);
    put(rule, repeat?.until, at, 'until');
    putLines(rule, lines);
  }
  for (const { id, when, at, lines } of subject.agentCare) {
    const rule = { kind: 'agent care', name: id } as const;
    put(rule, when, at);
    putLines(rule, lines);
  }
  return placed;
}
