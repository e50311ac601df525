import type {
  Boundary,
  BoundaryRule,
  Guidance,
  Id,
  Milestone,
  NeverRule,
  Origin,
  Place,
  Playbook,
} from '@poise/runtime';
import { holds } from './logic.ts';
import { hasHappened, isAbout, type Look } from './look.ts';
import { type Occurrence, partOf, placeOf } from './point.ts';

/** The rules of a document: what begins, forbids, demands and comes up. Trends are none: they are told over many conversations. */
export function rulePoints(document: Playbook): readonly Occurrence[] {
  return [
    ...triggerPoints(document),
    ...situationPoints(document),
    ...document.steps.flatMap(({ id, never }) => never.map((rule) => neverPoint(document, id, rule))),
    ...document.boundaries.flatMap((boundary) => boundary.rules.map((rule) => boundaryPoint(document, boundary, rule))),
    ...document.escalations.map((rule) =>
      happeningPoint(document, rule, 'escalation', rule.origin, `escalation ${rule.id}`, 'never started'),
    ),
    ...document.followUps.map((rule) =>
      happeningPoint(document, rule, 'followUp', 'playbook', `follow up ${rule.id}`, 'never came up'),
    ),
    ...document.agentCare.map((rule) =>
      happeningPoint(document, rule, 'agentCare', rule.origin, `agent care ${rule.id}`, 'never came up'),
    ),
  ];
}

/** Of several that hold at once, the guidance names the first; each whose condition is certain in the turn in which the playbook starts counts. */
function triggerPoints(document: Playbook): Occurrence[] {
  const { triggers } = document;
  return triggers.map(({ id, when, at }) => ({
    kind: 'rules',
    ...partOf(document, { id, at }),
    name: `trigger ${id}`,
    missing: 'never started the playbook',
    // What the start itself has changed can have made the condition untrue again. With only one trigger there is no doubt.
    seenIn: (look) => wasTriggered(look) && (triggers.length === 1 || holds(when.certain, look.facts)),
  }));
}

/** Started, and neither called nor continued with. */
function wasTriggered({ document: { id }, documents, guidance }: Look): boolean {
  if (!hasHappened(guidance, 'playbook', id)) return false;
  const place = guidance.playbooks.findIndex((each) => each.id === id);
  const isCalled = guidance.playbooks[place + 1]?.state === 'calls';
  const isContinued =
    guidance.moves.some(({ continues }) => continues === id) ||
    guidance.happened.some(
      (each) =>
        each.kind === 'escalation' &&
        documents.some(({ escalations }) =>
          escalations.some((rule) => rule.id === each.id && rule.continueWith.some(({ playbook }) => playbook === id)),
        ),
    );
  return !isCalled && !isContinued;
}

function situationPoints(document: Playbook): Occurrence[] {
  return document.facts.flatMap((fact): Occurrence[] => {
    if (fact.kind !== 'situation') return [];
    return [
      {
        kind: 'rules',
        ...partOf(document, fact),
        name: `situation ${fact.id}`,
        missing: 'never came about',
        seenIn: (look) => look.valuesOf(fact.id).includes(true),
      },
    ];
  });
}

function happeningPoint(
  document: Playbook,
  { id, at }: Pick<Boundary, 'id' | 'at'>,
  kind: 'escalation' | 'followUp' | 'agentCare',
  origin: Origin,
  name: string,
  missing: string,
): Occurrence {
  const owner = origin === 'playbook' ? document.id : undefined;
  return {
    kind: 'rules',
    ...partOf(document, { id, at }),
    name,
    missing,
    seenIn: ({ guidance }) => hasHappened(guidance, kind, id, owner),
  };
}

const MISSING: Readonly<Record<BoundaryRule['kind'], string>> = {
  never: 'never held anything back',
  order: 'never put to the test',
  mustRecord: 'never put to the test',
  mustSay: 'never put to the test',
  mustOffer: 'never put to the test',
  eachTime: 'never crossed',
};

/** The words that a line of a boundary begins with. */
function ruleWords(rule: BoundaryRule): string {
  switch (rule.kind) {
    case 'never':
      return `never ${rule.acts[0].act.replace('endConversation', 'end conversation')}`;
    case 'order':
      return `always ${rule.first.kind}`;
    case 'mustRecord':
      return `always record ${rule.fields[0]}`;
    case 'mustSay':
      return `always say ${rule.wording ?? rule.phrases}`;
    case 'mustOffer':
      return `always offer ${rule.offer}`;
    case 'eachTime':
      return 'each time';
  }
}

function boundaryPoint(document: Playbook, boundary: Boundary, rule: BoundaryRule): Occurrence {
  const at = placeOf(document, rule.at);
  return {
    kind: 'rules',
    ...partOf(document, rule),
    name: `boundary ${boundary.id}: \`${ruleWords(rule)}\``,
    missing: MISSING[rule.kind],
    seenIn: (look) =>
      crossedOrBlocked(look.guidance, rule.id, at) || (isInForce(boundary.origin, look) && wasKept(rule, look)),
  };
}

/** House rules are in force from the opening, a playbook's own from its start. */
export function isInForce(origin: Origin, look: Look): boolean {
  return origin === 'house' || look.begun;
}

function neverPoint(document: Playbook, step: Id, rule: NeverRule): Occurrence {
  const at = placeOf(document, rule.at);
  return {
    kind: 'rules',
    ...partOf(document, rule),
    name: `step ${step}: \`${ruleWords(rule)}\``,
    missing: MISSING.never,
    seenIn: ({ guidance }) => crossedOrBlocked(guidance, rule.id, at),
  };
}

/** Whether a rule was crossed, or held back an act, an offer, or what another rule would have done. */
function crossedOrBlocked(guidance: Guidance, rule: Id, at: Place): boolean {
  const { crossings, verdict, offers, heldBack } = guidance;
  if (crossings.some((part) => isAbout(part, rule, at))) return true;
  return [verdict, ...offers, ...heldBack].some((part) => part?.blocks?.some((block) => isAbout(block, rule, at)));
}

/** Whether what a rule wants to have something before it was reached, so that it was there. */
function wasKept(rule: BoundaryRule, look: Look): boolean {
  switch (rule.kind) {
    case 'never':
    case 'eachTime':
      return false;
    case 'order':
      return look.begun && exists(rule.first, look.document) && isReached(rule.later, look);
    case 'mustRecord':
    case 'mustSay':
    case 'mustOffer':
      return isReached(rule.before ?? { kind: 'close' }, look) && isAsked(rule, look);
  }
}

/** Acts are judged by how it was before, moves by how it is. */
function isAsked(
  { when }: Extract<BoundaryRule, { readonly kind: 'mustRecord' | 'mustSay' | 'mustOffer' }>,
  look: Look,
): boolean {
  return !when || [look.before, look.facts].some((facts) => facts && holds(when.possible, facts));
}

function exists({ kind, id }: Milestone, { steps }: Playbook): boolean {
  return kind === 'close' || steps.some((step) => (kind === 'step' ? step.id : step.stage) === id);
}

/** A stage is reached at the latest when one of its steps is entered. */
function isReached({ kind, id }: Milestone, { document, guidance, event }: Look): boolean {
  if (kind === 'close') return event?.type === 'agentCloses' && (event.done || guidance.verdict?.allowed === true);
  return document.steps.some(
    (step) => (kind === 'step' ? step.id : step.stage) === id && hasHappened(guidance, 'step', step.id, document.id),
  );
}
