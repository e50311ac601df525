import type { Team } from '@poise/runtime';
import { type Calendar, openTimes, type Stretch } from './open-times.ts';

/** Who is asked from a moment on. */
export interface Asked {
  /** UTC seconds. */
  readonly from: number;
  /** The team, or the one that stands in for it; nobody where all of them are closed. */
  readonly team: Team | undefined;
  /** Whether that team is open throughout its answer time. */
  readonly stays: boolean;
}

/** When teams are open over some days. What is asked for is worked out once. */
export class OpenDays {
  private readonly within: Stretch;
  private readonly open = new Map<Calendar, readonly Stretch[]>();
  private readonly asked = new Map<string, readonly Asked[]>();

  constructor(within: Stretch) {
    this.within = within;
  }

  /** Who of a team and those that stand in for it is asked, from the beginning of the days on; each entry differs from the one before. */
  askedOf(chain: readonly Calendar[]): readonly Asked[] {
    const key = chain.map(({ team }) => team.id).join();
    let asked = this.asked.get(key);
    if (!asked) {
      asked = this.whoIsAsked(chain);
      this.asked.set(key, asked);
    }
    return asked;
  }

  private whoIsAsked(chain: readonly Calendar[]): Asked[] {
    const { within } = this;
    const members = chain.map((calendar) => ({
      team: calendar.team,
      open: this.openTimes(calendar),
      at: 0,
      leaving: { team: calendar.team, stays: false },
      staying: { team: calendar.team, stays: true },
    }));
    const moments = members.flatMap(({ team, open }) =>
      open.flatMap(({ from, until }) => [from, until, lastToAnswer(team, until) + 1]),
    );
    const inOrder = Float64Array.from(moments.filter((moment) => moment > within.from && moment < within.until)).sort();
    const found: Asked[] = [];
    let before: unknown;
    for (const moment of [within.from, ...inOrder]) {
      let asked: Omit<Asked, 'from'> = NOBODY;
      for (const member of members) {
        const { open } = member;
        while ((open[member.at]?.until ?? Number.POSITIVE_INFINITY) <= moment) member.at += 1;
        const present = open[member.at];
        if (present === undefined || present.from > moment) continue;
        // What ends with the days that are looked at goes on for all that is known.
        const stays = present.until === within.until || moment <= lastToAnswer(member.team, present.until);
        asked = stays ? member.staying : member.leaving;
        break;
      }
      if (asked !== before) found.push({ from: moment, ...asked });
      before = asked;
    }
    return found;
  }

  private openTimes(calendar: Calendar): readonly Stretch[] {
    let open = this.open.get(calendar);
    if (!open) {
      open = openTimes(calendar, this.within);
      this.open.set(calendar, open);
    }
    return open;
  }
}

const NOBODY = { team: undefined, stays: false };

/** The last second at which a team that closes then can be asked, and be open throughout its answer time. */
function lastToAnswer({ answersWithin }: Team, closes: number): number {
  return closes - answersWithin;
}
