import type { Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { subjectType } from '../linking/scope.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check, CheckContext, Place } from './check.ts';
import { relatedPlace } from './places.ts';

const HAPPENINGS: readonly string[] = [
  ...[ast.Heading.$type, ast.Step.$type, ast.Offer.$type, ast.Commitment.$type, ast.Action.$type],
  ...[ast.Boundary.$type, ast.Escalation.$type, ast.FollowUp.$type, ast.AgentCare.$type],
];
const SAYABLES: readonly string[] = [ast.Wording.$type, ast.PhraseList.$type];

/** In `refund has happened`, only one thing is called `refund`. (Facts share one name space, and only a team is open.) */
export const happeningMustBeOneThing: Check<ast.Comparison> = (comparison, context) => {
  if (subjectType(comparison, '') === 'Happening')
    mustBeOneThing(comparison.subject, HAPPENINGS, { node: comparison, property: 'subject' }, context);
};

/** What a trend counts is one thing. */
export const countedMustBeOneThing: Check<ast.Trend> = (trend, context) =>
  mustBeOneThing(trend.subject, HAPPENINGS, { node: trend, property: 'subject' }, context);

/** What must always be said is one thing. */
export const saidMustBeOneThing: Check<ast.AlwaysSay> = (line, context) =>
  mustBeOneThing(line.said, SAYABLES, { node: line, property: 'said' }, context);

function mustBeOneThing(
  reference: Reference | undefined,
  kinds: readonly string[],
  place: Place,
  { report, workspace }: CheckContext,
): void {
  if (!reference?.ref) return;
  const name = reference.$refText;
  const candidates = kinds.flatMap((kind) => workspace.visible(documentOf(place.node), [kind], name).slice(0, 1));
  if (candidates.length < 2) return;
  report(
    'ambiguous-name',
    { name, kinds: candidates.map(({ $type }) => nounOf($type)) },
    {
      ...place,
      related: candidates.map((node) => relatedPlace({ node, property: 'name' }, `the ${nounOf(node.$type)}`)),
    },
  );
}
