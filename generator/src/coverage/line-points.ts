import type { Line, Playbook } from '@poise/runtime';
import { hasHappened, isAbout, type Look } from './look.ts';
import { type Occurrence, partOf, placeOf } from './point.ts';

/** The lines of guidance of a document, and the offers that it has. */
export function linePoints(document: Playbook): readonly Occurrence[] {
  const lines = linesOf(document);
  // Where an offer is in several steps, it stands at the first of its lines.
  const offers = new Map(
    lines.toReversed().flatMap(({ owner, line }) => (line.kind === 'offer' ? [[line.offer, { owner, line }]] : [])),
  );
  return [
    ...lines.map(({ owner, line }) => linePoint(document, owner, line)),
    ...[...offers].map(
      ([offer, { owner, line }]): Occurrence => ({
        kind: 'offers',
        ...partOf(document, line),
        name: `${owner}: offer ${offer}`,
        missing: 'never made',
        seenIn: (look) => hasHappened(look.guidance, 'offer', offer) && isAtWork(look),
      }),
    ),
  ];
}

/** Every line with what it belongs to, in words. */
function linesOf({ steps, escalations, followUps, agentCare }: Playbook) {
  return [
    ...steps.map(({ id, lines }) => ({ owner: `step ${id}`, lines })),
    ...escalations.map(({ id, lines }) => ({ owner: `escalation ${id}`, lines })),
    ...followUps.map(({ id, lines }) => ({ owner: `follow up ${id}`, lines })),
    ...agentCare.map(({ id, lines }) => ({ owner: `agent care ${id}`, lines })),
  ].flatMap(({ owner, lines }) => lines.map((line) => ({ owner, line })));
}

function linePoint(document: Playbook, owner: string, line: Line): Occurrence {
  const at = placeOf(document, line.at);
  return {
    kind: 'lines',
    ...partOf(document, line),
    name: `${owner}: \`${lineWords(line)}\``,
    missing: MISSING[line.kind],
    seenIn: (look) => {
      const { lines, offers, escalations } = look.guidance;
      switch (line.kind) {
        case 'offer':
          return offers.some((offer) => offer.open && isAbout(offer, line.id, at));
        case 'escalate':
          return escalations.some(
            ({ kind, id, playbook }) => kind === 'step' && id === line.id && playbook === document.id,
          );
        case 'complete':
          return hasHappened(look.guidance, 'playbook', line.playbook) && isCalling(look, line.playbook);
        default:
          return lines.some((shown) => isAbout(shown, line.id, at));
      }
    },
  };
}

const MISSING: Readonly<Record<Line['kind'], string>> = {
  do: 'never shown',
  say: 'never shown',
  ask: 'never shown',
  record: 'never shown',
  promise: 'never shown',
  consult: 'never shown',
  offer: 'never open',
  escalate: 'never brought anybody in',
  complete: 'never run',
};

function lineWords(line: Line): string {
  switch (line.kind) {
    case 'do':
      return line.action ? `do ${line.action}` : 'do';
    case 'say':
      return line.wording ? `say ${line.wording}` : 'say';
    case 'ask':
      return `ask ${line.field}`;
    case 'record':
      return `record ${line.fields[0]}`;
    case 'promise':
      return `promise ${line.promise}`;
    case 'offer':
      return `offer ${line.offer}`;
    case 'complete':
      return `complete ${line.playbook}`;
    case 'consult':
      return `consult ${line.team}`;
    case 'escalate':
      return `escalate to ${line.team}`;
  }
}

/** Runs are told from the top down: what a playbook has called stands right before it. */
function isCalling({ document, guidance: { playbooks } }: Look, called: string): boolean {
  return playbooks.some(
    ({ id }, index) =>
      id === called && playbooks[index + 1]?.id === document.id && playbooks[index + 1]?.state === 'calls',
  );
}

function isAtWork({ document, guidance }: Look): boolean {
  return guidance.playbooks.some(({ id }) => id === document.id);
}
