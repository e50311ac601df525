import type { ReportedValue } from '@poise/runtime';
import { isOpen, nextChange, type Origin } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import { sampleOf } from '../states/sample-message.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Assignment } from '../states/witness.ts';
import { MUMBLE, replyShown } from './ideal-agent.ts';
import type { Player } from './player.ts';

/** What keeps the words of two phrases apart, further than any gap reaches. */
const APART = '. Well now let me also tell you this: ';

/**
 * The state in which something holds that is nearest to how things are: as many facts as can be stay as they are, above all those that are hard to change.
 *
 * @returns only what has to become different; `undefined` if no state can be that way
 * @throws TooLarge
 */
export function nearestState(goal: Diagram, player: Player, space: StateSpace): readonly Assignment[] | undefined {
  let near = space.within(goal);
  if (near === NOWHERE) return undefined;
  const { diagrams } = space;
  const hardestFirst = diagrams
    .supportOf(near)
    .toSorted((a, b) => HARDEST_FIRST.indexOf(space.origin(a).kind) - HARDEST_FIRST.indexOf(space.origin(b).kind));
  for (const fact of hardestFirst) {
    const asItIs = diagrams.and(near, space.is(fact, player.valueOf(fact)));
    if (asItIs !== NOWHERE) near = asItIs;
  }
  return space.witness(near)?.filter((wanted) => !isSo(wanted, player, space));
}

/** Whether a fact has this value, or one that no condition tells apart from it. */
function isSo({ fact, value }: Assignment, player: Player, space: StateSpace): boolean {
  return space.is(fact, player.valueOf(fact)) === space.is(fact, value);
}

/** Facts by how hard it is to give them another value; of a few nobody can. */
const HARDEST_FIRST: readonly Origin['kind'][] = [
  'approved',
  'hasBeen',
  'hasHappened',
  'countWithin',
  'streak',
  'isOpen',
  'builtin',
  'hasSaid',
  'field',
  'signal',
  'answers',
  'says',
];

/**
 * Makes facts have these values, as far as it is known how: what takes time or several events first; then records; then, in one event, what is reported and
 * said. Whether it came out so, and what else came of it, shows in the conversation.
 *
 * @returns whether it is known how for each of them
 */
export function bringAbout(wanted: readonly Assignment[], player: Player, space: StateSpace): boolean {
  const last: Last = { reports: {}, texts: [], messages: 0 };
  const inOrder = [...wanted].sort((a, b) => turnOf(space.origin(a.fact)) - turnOf(space.origin(b.fact)));
  for (const one of inOrder) {
    if (isSo(one, player, space)) continue;
    const { fact, value } = one;
    if (!bringOneAbout(space.origin(fact), value, player, last)) return false;
  }
  const { reports, texts, messages } = last;
  const hasReports = Object.keys(reports).length > 0;
  if (texts.length > 0 || messages > 0) {
    for (let i = 0; i < messages - 1; i += 1) player.do({ type: 'customerSays', text: MUMBLE, reports });
    const text = texts.length > 0 ? texts.join(APART) : MUMBLE;
    player.do({ type: 'customerSays', text, ...(hasReports && { reports }) });
  } else if (hasReports) player.do({ type: 'reports', values: reports });
  return true;
}

/** What happens in the last event, with which it all is so. */
interface Last {
  readonly reports: Record<string, ReportedValue>;
  readonly texts: string[];
  /** How many messages in a row it takes. */
  messages: number;
}

/** In which turn: what others come to know about last. */
function turnOf(origin: Origin): number {
  switch (origin.kind) {
    case 'isOpen':
      return 0;
    case 'field':
      return 2;
    case 'builtin':
      return origin.name === 'elapsed' || origin.name === 'waiting' ? 3 : 1;
    case 'streak':
      return 5;
    case 'signal':
    case 'says':
    case 'answers':
      return 4;
    default:
      return 1;
  }
}

function bringOneAbout(origin: Origin, value: FactValue, player: Player, last: Last): boolean {
  const say = (speaker: 'customer' | 'agent', text: string) =>
    speaker === 'customer' ? player.do({ type: 'customerSays', text }) : player.reply(text);
  const repeat = (times: number, once: () => void): boolean => {
    for (let i = 0; i < times; i += 1) once();
    return true;
  };
  switch (origin.kind) {
    case 'signal':
      last.reports[origin.name] = value;
      return true;
    case 'field':
      // Nobody writes down what nothing has asked for.
      if (!player.gathered.has(origin.name)) return false;
      player.do({ type: 'agentRecords', field: origin.name, value });
      return true;
    case 'builtin':
      return typeof value === 'number' && reachNumber(origin.name, value, player, last);
    case 'says':
    case 'answers': {
      const text = sampleOf(origin.lists, player.playbooks.phraseLists.all);
      // What was said is over with the next event, but an answer is still owed.
      if (value !== true || text === undefined) return origin.kind === 'says';
      if (origin.speaker === 'agent') say('agent', text);
      else last.texts.push(text);
      return true;
    }
    case 'hasSaid': {
      const text = sampleOf(origin.lists, player.playbooks.phraseLists.all);
      return value === true && text !== undefined && repeat(origin.times, () => say(origin.speaker, text));
    }
    case 'hasHappened': {
      const [kind, name = ''] = origin.happening.split(' ');
      if (value !== true) return false;
      if (kind === 'offer') return repeat(origin.times, () => player.do({ type: 'agentOffers', offer: name }));
      return kind === 'action' && repeat(origin.times, () => player.do({ type: 'agentDoes', action: name }));
    }
    case 'streak':
      last.messages = Math.max(last.messages, origin.messages);
      return value === true;
    case 'countWithin':
      if (typeof value !== 'number') return false;
      return repeat(value, () => player.do({ type: 'reports', values: { [origin.signal]: 1 } }));
    case 'isOpen': {
      const now = Math.floor(player.time / 1000);
      const change = nextChange(origin.hours, now);
      if (change === undefined || isOpen(origin.hours, change) !== value) return false;
      player.wait(change - now);
      return true;
    }
    default:
      return false;
  }
}

type BuiltinName = Extract<Origin, { kind: 'builtin' }>['name'];

/** Makes a number of the conversation itself grow to a value. None of them can be made smaller. */
function reachNumber(name: BuiltinName, value: number, player: Player, last: Last): boolean {
  const number = player.playbooks.facts.byKind.builtin.find(
    ({ origin }) => origin.kind === 'builtin' && origin.name === name,
  )?.number;
  const before = number === undefined ? 0 : Number(player.valueOf(number));
  const missing = value - before;
  if (missing < 0 || !Number.isInteger(missing)) return false;
  const each = (once: () => void): boolean => {
    for (let i = 0; i < missing; i += 1) once();
    return true;
  };
  switch (name) {
    case 'elapsed':
      player.wait(missing);
      return true;
    case 'waiting':
      if (before === 0) player.do({ type: 'customerSays', text: MUMBLE });
      player.wait(missing);
      return true;
    case 'messages':
      last.messages = missing;
      return true;
    case 'warnings':
      return each(() => player.do({ type: 'agentWarns' }));
    case 'attempts':
      return each(() => player.reply(replyShown(player.guidance) ?? MUMBLE));
    case 'declined': {
      const offer = player.document.steps.flatMap(({ lines }) =>
        lines.flatMap((line) => (line.kind === 'offer' ? line.offer : [])),
      )[0];
      return offer !== undefined && each(() => player.do({ type: 'customerDeclines', offer }));
    }
  }
}
