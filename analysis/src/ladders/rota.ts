import type { Zone } from '@poise/runtime';
import { isOpen } from '@poise/runtime/prepared';
import type { Subject } from '../subject.ts';
import { OpenDays } from './asked.ts';
import { type Calendar, calendarOf, DAY, type Stretch } from './open-times.ts';
import { type TellingDays, tellingDays } from './telling-days.ts';

/** Some days in a row, and when the teams are open on them and for as long as something that begins on them goes on. */
export interface RotaDays extends TellingDays {
  readonly open: OpenDays;
}

/** The teams of a playbook, who stands in for whom, and when they are there. */
export class Rota {
  private readonly within: Stretch;
  private readonly calendars: ReadonlyMap<string, Calendar>;
  private readonly chains = new Map<string, readonly Calendar[]>();
  private readonly days = new Map<number, readonly RotaDays[]>();

  /** @param within the days that matter, from midnight to midnight of UTC */
  constructor({ teams, zones }: Pick<Subject, 'teams' | 'zones'>, within: Stretch) {
    this.within = within;
    const byName = new Map(zones.map((zone) => [zone.name, zone]));
    this.calendars = new Map(
      teams.map((team) => {
        const zone = team.zone === undefined ? undefined : byName.get(team.zone);
        return [team.id, calendarOf({ team, zone })];
      }),
    );
  }

  /** The days that tell of all others what becomes of something that goes on for so many seconds. */
  daysFor(seconds: number): readonly RotaDays[] {
    // In whole days, so that what goes on for about as long looks at the same ones.
    const ahead = Math.ceil(seconds / DAY) * DAY;
    let days = this.days.get(ahead);
    if (!days) {
      days = tellingDays([...this.calendars.values()], ahead, this.within).map((some) => ({
        ...some,
        open: new OpenDays({ from: some.from, until: some.until + ahead }),
      }));
      this.days.set(ahead, days);
    }
    return days;
  }

  /** A team and those that stand in for it, each once, up to the first that is always open. */
  chainOf(id: string): readonly Calendar[] {
    const known = this.chains.get(id);
    if (known) return known;
    const chain = new Set<Calendar>();
    let next = this.calendars.get(id);
    while (next && !chain.has(next)) {
      chain.add(next);
      const { team, zone } = next;
      next = zone === undefined || team.otherwise === undefined ? undefined : this.calendars.get(team.otherwise);
    }
    const made = [...chain];
    this.chains.set(id, made);
    return made;
  }

  /** Whether who stands in for a team in the end passes on to one that has been asked before. */
  isCircle(id: string): boolean {
    const chain = this.chainOf(id);
    const last = chain.at(-1)?.team;
    return last?.otherwise !== undefined && chain.some(({ team }) => team.id === last.otherwise);
  }

  /** The zones that the hours of these teams and of who stands in for them are in, each once. */
  zonesOf(ids: readonly string[]): readonly Zone[] {
    return [...new Set(ids.flatMap((id) => this.chainOf(id)).flatMap(({ zone }) => zone ?? []))];
  }

  /** The team and those that stand in for it, up to the first that is open at a moment: those that are closed. */
  closedIn(id: string, time: number): string[] {
    const chain = this.chainOf(id);
    const open = chain.findIndex((calendar) => isOpen(calendar, time) !== false);
    return chain.slice(0, open < 0 ? chain.length : open).map(({ team }) => team.id);
  }
}
