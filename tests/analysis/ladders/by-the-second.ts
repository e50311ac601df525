import type { Rung } from '@poise/runtime';
import { isOpen, type TeamHours } from '../../../runtime/src/prepared/hours.ts';
import { type AnyTeams, STEP } from './any-teams.ts';

/** Who answers first, and after how many seconds. */
export interface Answered {
  readonly team: string;
  readonly seconds: number;
}

/**
 * What becomes of a ladder that begins at a moment, as docs/format.md says it: found by asking at every moment whether a team is open, and by nothing else of the
 * analysis.
 */
export class ByTheSecond {
  private readonly hours: ReadonlyMap<string, TeamHours>;

  constructor({ teams, zones }: Pick<AnyTeams, 'teams' | 'zones'>) {
    this.hours = new Map(teams.map((team) => [team.id, { team, zone: zones.find(({ name }) => name === team.zone) }]));
  }

  isOpen(team: string, time: number): boolean {
    return isOpen(this.of(team), time) !== false;
  }

  /** Who is asked: the team, else the first of those that stand in for it, each once. */
  askedFor(team: string, time: number): string | undefined {
    const seen = new Set<string>();
    for (let next: string | undefined = team; next !== undefined && !seen.has(next); ) {
      if (this.isOpen(next, time)) return next;
      seen.add(next);
      next = this.of(next).team.otherwise;
    }
    return undefined;
  }

  /** @param staying whether only who is open throughout its answer time counts */
  answer(ladder: readonly Rung[], begins: number, staying: boolean): Answered | undefined {
    let time = begins;
    let best: Answered | undefined;
    for (const rung of ladder) {
      time += rung.after;
      const team = this.askedFor(rung.team, time);
      if (team === undefined) continue;
      const seconds = time - begins + this.of(team).team.answersWithin;
      if (staying && !this.stays(team, time, begins + seconds)) continue;
      if (best === undefined || seconds < best.seconds) best = { team, seconds };
    }
    return best;
  }

  private stays(team: string, from: number, until: number): boolean {
    for (let time = from; time < until; time = (Math.floor(time / STEP) + 1) * STEP) {
      if (!this.isOpen(team, time)) return false;
    }
    return true;
  }

  private of(team: string): TeamHours {
    const hours = this.hours.get(team);
    if (!hours) throw new Error(`there is no team ${team}`);
    return hours;
  }
}
