import type { AstNode } from 'langium';
import { isSharedKind } from '../../checks/duplicates.ts';
import { describeType, factInQuestion } from '../../checks/fact-types.ts';
import * as ast from '../../generated/ast.ts';
import { nounOf } from '../../structure/nouns.ts';
import type { Seen } from '../sight.ts';
import { type Expectation, frameOf, wordsOf } from '../walk.ts';
import { choicesAt } from './facts.ts';
import { type Circumstances, type Offer, RANK } from './offer.ts';

/** Where a name is to stand. */
type Asked = Pick<Expectation, 'frame' | 'property'>;

/** The names that may stand at a place, with those that other files would bring. */
export function namesFor(asked: Asked, type: string, circumstances: Circumstances): Offer[] {
  const { frame, property } = asked;
  const { sight, place } = circumstances;
  const pick = (all: readonly Seen[]): readonly Seen[] => circumstances.pick(all, ({ node }) => node.name);
  const listed = new Set(property === undefined ? [] : wordsOf(frame, property));
  const isNew = ({ label }: Offer): boolean => !listed.has(label);
  switch (type) {
    case ast.Choice.$type:
      return choicesAt(frame, property, sight)
        .map(({ name }): Offer => ({ label: name, kind: type, detail: 'choice', rank: RANK.best }))
        .filter(isNew);
    case ast.Stage.$type:
      return stages(circumstances);
    case ast.Step.$type:
      return sight.own(type).map((node) => offerOf({ node, uri: undefined }, circumstances));
    case ast.Heading.$type:
      // A scenario may expect its own playbook; nothing goes over to itself.
      return [
        ...(frame.rule === 'ExpectPlaybook' ? sight.own(type).map((node) => ({ node, uri: undefined })) : []),
        ...pick(sight.playbooks),
      ].map((seen) => offerOf(seen, circumstances));
    case 'Beatable': {
      const others = place.member === 'Heading' ? pick(sight.playbooks) : [...sight.visible([ast.Escalation.$type])];
      return others.map((seen) => offerOf(seen, circumstances)).filter(isNew);
    }
    default: {
      const fitting = fittingNodes(asked);
      const kinds = sight.kindsOf(type);
      const seen = [...sight.visible(kinds)].filter(({ node }) => fitting(node));
      const offers = seen.map((one) => offerOf(one, circumstances, rankIn(type, one)));
      const playbooks = kinds.includes(ast.Heading.$type)
        ? pick(sight.playbooks).map((one) => offerOf(one, circumstances, RANK.possible))
        : [];
      return [...offers, ...playbooks, ...unseen(kinds, offers, fitting, circumstances)].filter(isNew);
    }
  }
}

function stages({ sight, noteOf }: Circumstances): Offer[] {
  return sight.stages().map(({ stage, isTaken }) => ({
    label: stage.name,
    kind: ast.Stage.$type,
    detail: isTaken ? 'stage' : 'stage without a step so far',
    says: noteOf(stage),
    rank: isTaken ? RANK.other : RANK.best,
  }));
}

/** Questions are mostly asked of facts. */
function rankIn(type: string, { node, uri }: Seen): number {
  if (type === 'Subject' && !ast.isFact(node)) return RANK.other;
  return uri === undefined ? RANK.own : RANK.used;
}

/** Which declarations make sense here, of those that the grammar takes. */
function fittingNodes({ frame }: Asked): (node: AstNode | undefined) => boolean {
  if (frameOf(frame, 'FactAmount')) {
    return (node) => ast.isFact(node) && factInQuestion(node)?.type.kind === 'money';
  }
  // What follows from others isn't reported.
  if (frame.rule === 'FactValue') return (node) => !ast.isSituation(node);
  return () => true;
}

function offerOf({ node, uri }: Seen, { noteOf, sight }: Circumstances, rank?: number): Offer {
  return {
    label: node.name,
    kind: node.$type,
    detail: describe(node),
    says: noteOf(node),
    path: uri && sight.pathTo(uri),
    rank: rank ?? (uri === undefined ? RANK.own : RANK.used),
  };
}

function unseen(
  kinds: readonly string[],
  seen: readonly Offer[],
  fits: (node: AstNode | undefined) => boolean,
  { sight, noteOf, pick }: Circumstances,
): Offer[] {
  const known = new Set(seen.map(({ label }) => label));
  const unknown = sight.unseen(kinds.filter(isSharedKind)).filter(({ name, node }) => !known.has(name) && fits(node));
  return pick(unknown, ({ name }) => name).map(({ name, type, node, uri }) => ({
    label: name,
    kind: type,
    detail: node ? describe(node) : nounOf(type),
    says: node && noteOf(node),
    path: sight.pathTo(uri),
    needsUse: true,
    rank: RANK.unseen,
  }));
}

/** What a declaration is, in a few words. */
function describe(node: AstNode): string {
  const fact = ast.isValue(node) ? factInQuestion(node) : undefined;
  return fact ? `${nounOf(node.$type)}: ${describeType(fact.type).replaceAll('`', '')}` : nounOf(node.$type);
}
