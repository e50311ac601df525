import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { fileOf, headingOf } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { occurrencesOf } from '../names/named.ts';

/** What a conversation can be at, or what brings it somewhere. */
export type Waypoint = ast.Heading | ast.Trigger | ast.Step | ast.Escalation;

/** One way on from somewhere. */
export interface Way {
  readonly from: Waypoint;
  readonly to: Waypoint;
  /** The line that says so; where it goes without saying, none. */
  readonly line?: WayLine;
}

type WayLine = ast.GoTo | ast.ContinueWith | ast.Complete;

export function isWaypoint(node: AstNode): node is Waypoint {
  return ast.isHeading(node) || ast.isTrigger(node) || ast.isStep(node) || ast.isEscalation(node);
}

/**
 * Where a conversation can go from here: a trigger starts the playbook, a playbook begins with its first step, and a step leads to what its lines
 * name and to the step after it.
 */
export function waysFrom(from: Waypoint): readonly Way[] {
  const file = fileOf(from);
  const steps = file.members.filter(ast.isStep);
  if (ast.isTrigger(from)) return unsaid(from, headingOf(file));
  if (ast.isHeading(from)) return unsaid(from, steps[0]);
  const named = from.items.flatMap((line): Way[] => {
    if (!isWay(line)) return [];
    const to = (ast.isGoTo(line) ? line.step : line.playbook)?.ref;
    return to ? [{ from, to, line }] : [];
  });
  return ast.isStep(from) ? [...named, ...unsaid(from, stepAfter(from))] : named;
}

/** How a conversation can have come here, wherever in the workspace that is. */
export function waysTo(to: Waypoint, workspace: Workspace): readonly Way[] {
  const nearby: readonly ast.Member[] = fileOf(to).members;
  const elsewhere = ast.isHeading(to) ? occurrencesOf(to, workspace).map(({ node }) => node.$container) : [];
  const candidates = new Set([...nearby, ...elsewhere].filter((node): node is Waypoint => !!node && isWaypoint(node)));
  return [...candidates].flatMap(waysFrom).filter((way) => way.to === to);
}

/** The step that follows when one is finished: none after a step that always goes elsewhere. */
export function stepAfter(step: ast.Step): ast.Step | undefined {
  const leaves = step.items.some(
    (line) => (ast.isGoTo(line) || ast.isContinueWith(line)) && !line.when && !line.unless,
  );
  if (leaves) return undefined;
  const steps = fileOf(step).members.filter(ast.isStep);
  return steps[steps.indexOf(step) + 1];
}

function isWay(line: AstNode): line is WayLine {
  return ast.isGoTo(line) || ast.isContinueWith(line) || ast.isComplete(line);
}

function unsaid(from: Waypoint, to: Waypoint | undefined): readonly Way[] {
  return to ? [{ from, to }] : [];
}
