import { defineFindings } from './finding.ts';
import { code, lengthOfTime, oneOf } from './words.ts';

/** Who asks: an escalation, or a reaction or step line that hands over to a team. */
type Caller = { readonly escalation: string } | { readonly team: string };

/** A moment in a team's own time: 1 is Monday, `time` counts seconds of the day, and without a date it is so every week. */
interface LocalMoment {
  readonly weekday: number;
  readonly time: number;
  readonly date?: string;
  readonly zone: string;
}

/** A team's answer: when it is asked and by when it has answered, in seconds from the beginning. */
interface Answer {
  readonly team: string;
  readonly asked: number;
  readonly seconds: number;
}

/** What is found about who answers when. */
export const ladderFindings = defineFindings({
  'nobody-asked': {
    severity: 'error',
    message: (p: {
      caller: Caller;
      told: boolean;
      begins: LocalMoment;
      inTurn: boolean;
      closed: readonly string[];
      isCircle: boolean;
    }) => {
      const who =
        'escalation' in p.caller ? `escalation ${code(p.caller.escalation)}` : code(`escalate to ${p.caller.team}`);
      const closed = areClosed(p.closed, p.inTurn);
      const remedy =
        p.isCircle && p.closed.length > 1
          ? `they pass on to each other in a circle: let one of them pass on to a team that is open then`
          : `give ${p.closed.length === 1 ? 'it' : code(p.closed.at(-1) ?? '')} an ${code('otherwise')} that is open then`;
      return `${who} ${p.told ? 'tells' : 'asks'} nobody when it begins ${moment(p.begins)}: ${closed}; ${remedy}`;
    },
  },
  'late-answer': {
    severity: 'error',
    message: (p: {
      escalation: string;
      resolveWithin: number;
      answer: Answer;
      closed: readonly string[];
      begins?: LocalMoment;
    }) => {
      const begins = p.begins ? ` when it begins ${moment(p.begins)}` : '';
      const closed = p.closed.length === 0 ? '' : `${areClosed(p.closed, false)}, and `;
      return `escalation ${code(p.escalation)} should be resolved within ${lengthOfTime(p.resolveWithin)}, but its first answer may take ${lengthOfTime(p.answer.seconds)}${begins}: ${closed}${howItAnswers(p.answer)}`;
    },
  },
  'asked-before-closing': {
    severity: 'warning',
    message: (p: {
      escalation: string;
      told: boolean;
      begins: LocalMoment;
      leaves: string;
      isLast: boolean;
      late?: Answer;
      resolveWithin?: number;
    }) => {
      const asked = `when escalation ${code(p.escalation)} begins ${moment(p.begins)}, ${code(p.leaves)} is ${p.told ? 'told' : 'asked'} just before it closes`;
      return p.late && p.resolveWithin !== undefined
        ? `${asked}, and the next answer may take ${lengthOfTime(p.late.seconds)}, though it should be resolved within ${lengthOfTime(p.resolveWithin)}: ${howItAnswers(p.late)}`
        : p.isLast
          ? `${asked}, and nobody after it: add ${code('then')} and a team that is there then`
          : `${asked}, and so is everybody after it: ask the next team when it is there, or let it answer before it closes`;
    },
  },
});

function howItAnswers({ team, asked, seconds }: Answer): string {
  const when = asked === 0 ? 'at once' : `after ${lengthOfTime(asked)}`;
  return `${code(team)} is asked ${when} and answers within ${lengthOfTime(seconds - asked)}`;
}

function areClosed(teams: readonly string[], inTurn: boolean): string {
  if (teams.length === 1) return `${oneOf(teams, 'and')} is closed${inTurn ? ' when it is its turn' : ''}`;
  return `${oneOf(teams, 'and')} are closed${inTurn ? ' when it is their turn' : ''}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `on Sunday at 03:00 (Europe/London)`. */
function moment({ weekday, time, date, zone }: LocalMoment): string {
  const parts = [Math.floor(time / 3600), Math.floor(time / 60) % 60, ...(time % 60 === 0 ? [] : [time % 60])];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `on ${WEEKDAYS[weekday - 1]}${date === undefined ? '' : ` ${date}`} at ${clock} (${zone})`;
}
