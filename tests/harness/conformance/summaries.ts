import type { Block, Guidance, GuidanceLine, Silent, Time } from '@poise/runtime';

/** Lists of which single items are expected, and what else is summed up: `silent`, and `blocks` of a verdict. */
interface Summed {
  readonly silent: Silent;
  readonly blocks: Block;
  readonly playbooks: Guidance['playbooks'][number];
  readonly lines: GuidanceLine;
  readonly offers: Guidance['offers'][number];
  readonly escalations: Guidance['escalations'][number];
  readonly crossings: Guidance['crossings'][number];
  readonly moves: Guidance['moves'][number];
  readonly happened: Guidance['happened'][number];
  readonly handovers: Guidance['handovers'][number];
  readonly heldBack: Guidance['heldBack'][number];
  readonly obligations: Guidance['obligations'][number];
  readonly promises: Guidance['promises'][number];
  readonly followUps: Guidance['followUps'][number];
  readonly faults: Guidance['faults'][number];
}

export type SummedPart = keyof Summed;

/** Says an item of the guidance in a few words, so that what is expected can be written, and read, at a glance. Times are in seconds after the opening. */
export const SUMMARIES: { readonly [Part in SummedPart]: (item: Summed[Part], opened: Time) => string } = {
  // identity_check question leads
  playbooks: ({ id, step, state }) => `${id} ${step} ${state}`,
  // say I am sorry | do hold | ask order_number | consult supervisors: night_desk
  lines: summaryOfLine,
  // refund open | refund closed by condition
  offers: ({ offer, open, closedBy }) => (open ? `${offer} open` : `${offer} closed by ${closedBy}`),
  // very_angry asked supervisors, duty_manager told legal
  escalations: ({ id, asked, told }) =>
    [id, ...askedWords('asked', asked), ...told.flatMap((ladder) => askedWords('told', ladder.asked))].join(' '),
  // respectful 2 warn
  crossings: ({ boundary, times, reaction }) => words(boundary, times, reaction?.kind),
  // hear goTo pay
  moves: ({ from, how, to, continues }) => words(from, how, to ?? continues),
  // step hear
  happened: ({ kind, id }) => `${kind} ${id}`,
  // very_angry to supervisors: complaint=it broke
  handovers: ({ escalation, team, values }) =>
    words(`${escalation} to ${team}`, ...values.map(({ fact, text }) => `${fact}=${text}`)),
  // words by no_blame
  heldBack: ({ what, blocks }) => `${what} by ${blocks.map(({ id }) => id).join(', ')}`,
  // record complaint before step pay
  obligations: ({ needs, before }) => words(needs.kind, needs.ids.join(', '), 'before', before.kind, before.id),
  // call_back due 3600 overdue
  promises: ({ promise, due, overdue }, opened) => words(promise, 'due', seconds(due, opened), overdue && 'overdue'),
  // check_in due 3600 times 1
  followUps: ({ id, due, times }, opened) => words(id, 'due', seconds(due, opened), 'times', times),
  // badValue anger
  faults: ({ code, name }) => words(code, name),
  // trigger trigger.asked: anger
  silent: ({ kind, rule, missing }) => `${kind} ${rule}: ${missing.join(', ')}`,
  // no_blame
  blocks: ({ id }) => id,
};

function summaryOfLine(line: GuidanceLine): string {
  switch (line.kind) {
    case 'warn':
      return `warn ${line.words.text}`;
    case 'say':
      return `say ${line.words.map(({ text }) => text).join(' | ')}`;
    case 'ask':
      return `ask ${line.field}`;
    case 'do':
      return `do ${line.action ?? line.text}`;
    case 'record':
      return `record ${line.fields.join(', ')}`;
    case 'promise':
      return `promise ${line.promise}`;
    case 'consult':
      return `consult ${line.team}: ${line.asked ?? 'nobody'}`;
  }
}

function askedWords(verb: string, asked: readonly { readonly asked: string | null }[]): string[] {
  return asked.length > 0 ? [verb, asked.map((entry) => entry.asked ?? 'nobody').join(', ')] : [];
}

function words(...parts: readonly (string | number | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false).join(' ');
}

export function seconds(time: Time, opened: Time): number {
  return (time - opened) / 1000;
}
