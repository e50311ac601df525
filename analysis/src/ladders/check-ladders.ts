import type { Zone } from '@poise/runtime';
import type { Finding } from '../finding.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { type OutcomesOfDays, outcomesOf } from './answers.ts';
import { daysThatMatter } from './days-that-matter.ts';
import { type Badness, type Fault, tellingMoment, worstFault } from './faults.ts';
import { type Handover, handoversOf } from './handovers.ts';
import { beginningsIn } from './may-begin.ts';
import { type LocalMoment, momentIn } from './moment.ts';
import { Rota } from './rota.ts';

/**
 * Escalations, reactions and `escalate` lines that, begun at some moment, ask nobody; and escalations that may be answered later than they should be resolved.
 *
 * What is an error holds even if whoever is asked while open stays on to answer. That a team is asked so shortly before it closes that nobody who is there long
 * enough is asked in time is a warning, and only of an escalation, which can have another rung.
 *
 * @param today `2026-11-22`: what begins before it matters to nobody
 */
export function checkLadders(subject: Subject, space: StateSpace, today?: string): Finding[] {
  const rota = new Rota(subject, daysThatMatter(subject, today));
  const beginningOf = beginningsIn(subject, space);
  const known = new Map<string, readonly OutcomesOfDays[]>();
  return handoversOf(subject).flatMap((handover) => {
    const { watched, isPossible } = beginningOf(handover);
    const key = JSON.stringify([handover.calls, watched]);
    const days = known.get(key) ?? outcomesOf(handover.calls, watched, rota);
    known.set(key, days);
    const zones = rota.zonesOf([...handover.calls.map(({ team }) => team), ...watched]);
    const worst = (badness: Badness) =>
      worstFault(
        days,
        (outcome) => {
          const bad = badness(outcome);
          return bad !== undefined && isPossible(outcome.open) ? bad : undefined;
        },
        zones,
      );
    // A fault is told in the time of the first team with hours.
    return faultsOf(handover, worst, zones[0], rota);
  });
}

type Worst = (badness: Badness) => Fault | undefined;

function faultsOf(handover: Handover, worst: Worst, zone: Zone | undefined, rota: Rota): Finding[] {
  const { at, caller, calls, told, resolveWithin } = handover;
  const begins = (fault: Fault): LocalMoment | undefined =>
    zone && momentIn(zone, tellingMoment(fault.outcome), fault.weekly);
  const found: Finding[] = [];

  const silent = worst(({ first }) => (first === undefined ? 1 : undefined));
  const silence = silent && begins(silent);
  if (silence) {
    const closed = [...new Set(calls.flatMap(({ team }) => rota.chainOf(team)))].map(({ team }) => team.id);
    const isCircle = calls.every(({ team }) => rota.isCircle(team));
    found.push({
      code: 'nobody-asked',
      at,
      data: { caller, told, begins: silence, inTurn: calls.some(({ after }) => after > 0), closed, isCircle },
    });
  }
  if (!('escalation' in caller)) return found;
  const { escalation } = caller;

  const isLate = (seconds: number | undefined) => seconds !== undefined && seconds > (resolveWithin ?? Infinity);
  const late = worst(({ first }) => (isLate(first?.seconds) ? first?.seconds : undefined));
  if (late?.outcome.first && resolveWithin !== undefined) {
    const { team, asked, seconds } = late.outcome.first;
    const closed = calls.flatMap((call) => rota.closedIn(call.team, late.outcome.from + call.after));
    // That somebody is closed is so only then, even if it is as late at any other time.
    const moment = late.always && closed.length === 0 ? undefined : begins(late);
    found.push({
      code: 'late-answer',
      at,
      data: {
        escalation,
        resolveWithin,
        answer: { team: team.id, asked, seconds },
        closed: [...new Set(closed)],
        ...(moment && { begins: moment }),
      },
    });
  }
  if (found.length > 0) return found;

  const left = worst(({ sure }) => {
    if (sure === undefined) return Number.POSITIVE_INFINITY;
    return isLate(sure.seconds) ? sure.seconds : undefined;
  });
  const leaving = left && begins(left);
  if (left?.outcome.first && leaving) {
    const { first, sure } = left.outcome;
    found.push({
      code: 'asked-before-closing',
      at,
      data: {
        escalation,
        told,
        begins: leaving,
        leaves: first.team.id,
        isLast: calls.every(({ after }) => after <= first.asked),
        ...(sure && { late: { team: sure.team.id, asked: sure.asked, seconds: sure.seconds } }),
        ...(resolveWithin !== undefined && { resolveWithin }),
      },
    });
  }
  return found;
}
