import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf, fileOf, headingOf } from '../linking/files.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';
import { shortestCircle } from './circles.ts';
import { relatedPlace } from './places.ts';

/** What a playbook's status can be. */
export const STATUSES = ['draft', 'active', 'retired'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A playbook says who answers for it. */
export const playbookMustHaveAnOwner: Check<ast.Heading> = (heading, { report }) => {
  if (heading.name && linesOf(heading, ast.isOwner).length === 0)
    report('missing-owner', { example: 'owner "Customer Operations"' }, { node: heading, property: 'name' });
};

/** A playbook has a version, so that a record can say which one was followed. */
export const playbookMustHaveAVersion: Check<ast.Heading> = (heading, { report }) => {
  if (!heading.name || linesOf(heading, ast.isVersion).length > 0) return;
  report(
    'missing-line',
    {
      member: 'this playbook',
      line: 'version',
      why: 'nobody can tell later which one was followed',
      example: 'version 1.0.0',
    },
    { node: heading, property: 'name' },
  );
};

/** A playbook's status is one of three. */
export const statusMustBeKnown: Check<ast.Status> = (line, { report }) => {
  const { value } = line;
  if (!value || STATUSES.some((status) => status === value)) return;
  const suggestion = nearest(value, STATUSES);
  report(
    'unknown-status',
    { written: value, statuses: STATUSES, ...(suggestion !== undefined && { suggestion }) },
    { node: line, property: 'value' },
  );
};

/** Whether a playbook isn't in use any more, by its heading. */
export function isRetired(heading: ast.Block): boolean {
  return linesOf(heading, ast.isStatus).some(({ value }) => value === 'retired');
}

/** Nobody is led to a playbook that isn't in use any more: the conversation would end there. */
export const playbookThatGoesOnShouldBeInUse: Check<ast.ContinueWith | ast.Complete> = (line, { report }) => {
  const next = line.playbook?.ref;
  const own = headingOf(fileOf(line));
  if (!next || !isRetired(next) || (own && isRetired(own))) return;
  const [status] = linesOf(next, ast.isStatus).filter(({ value }) => value === 'retired');
  report(
    'retired-playbook',
    { playbook: next.name },
    {
      ...{ node: line, property: 'playbook', deprecated: true },
      related: status ? [relatedPlace({ node: status, property: 'value' }, 'it is retired here')] : [],
    },
  );
};

/** A playbook in use is read again by the day its owner set. */
export const reviewShouldNotBeOverdue: Check<ast.ReviewBy> = (line, { report, today }) => {
  if (today && DAY.test(line.date ?? '') && line.date < today && !isRetired(line.$container as ast.Block))
    report('review-overdue', { date: line.date, today }, { node: line, property: 'date' });
};

/** A playbook has steps. */
export const playbookMustHaveSteps: Check<ast.Heading> = (heading, { report }) => {
  if (heading.name && !fileOf(heading).members.some(ast.isStep))
    report('no-steps', { playbook: heading.name }, { node: heading, property: 'name' });
};

/** Something starts a playbook: a trigger of its own, or another playbook that goes over to it. */
export const playbookShouldBeStarted: Check<ast.Heading> = (heading, { report, workspace }) => {
  if (!heading.name || fileOf(heading).members.some(ast.isTrigger)) return;
  const isContinued = workspace
    .referrersOf(heading)
    .some((node) => (ast.isContinueWith(node) || ast.isComplete(node)) && fileOf(node) !== fileOf(heading));
  if (!isContinued) report('no-trigger', { playbook: heading.name }, { node: heading, property: 'name' });
};

/** What beats others is beaten by none of them, directly or through others. Each circle is reported in one place, the first by name. */
export const nothingMustBeatItself: Check<ast.Heading | ast.Escalation> = (node, { report }) => {
  for (const line of linesOf(node, ast.isBeats)) {
    for (const [index, other] of line.others.entries()) {
      if (other.ref !== node) continue;
      report('beats-itself', { name: node.name }, { node: line, property: 'others', index });
      return;
    }
  }
  const circle = shortestCircle(node, beatenBy);
  if (!circle || circle.some((other) => keyOf(other) < keyOf(node))) return;
  for (const line of linesOf(node, ast.isBeats)) {
    const index = line.others.findIndex((other) => other.ref === circle[1]);
    if (index >= 0)
      report('beats-cycle', { path: circle.map(({ name }) => name) }, { node: line, property: 'others', index });
  }
};

type Beatable = ast.Heading | ast.Escalation;

function beatenBy(node: Beatable): Beatable[] {
  return linesOf(node, ast.isBeats).flatMap((line) => line.others.flatMap((other) => other.ref ?? []));
}

function keyOf(node: Beatable): string {
  return `${node.name} ${documentOf(node).uri.toString()}`;
}
