import type { Sources } from '../corpus/template.ts';
import { type Fault, HERE, here, planted } from './fault.ts';
import { linesOf, type Page, pagesOf, type Section, sectionsOf, textOf } from './page.ts';

/** Who is asked by an escalation: the teams of its ladder, and the line that says so. */
interface Ladder {
  readonly escalation: Section;
  readonly line: number;
  readonly teams: readonly Section[];
}

/** The ladders of a page whose teams all stand in it. Where somebody is told besides, they may answer. */
function laddersOf(page: Page): readonly Ladder[] {
  const escalations = sectionsOf(page, 'escalation').filter((one) => !/^\s+tell /m.test(textOf(page, one)));
  return escalations.flatMap((escalation) =>
    linesOf(page, escalation).flatMap(([text, line]) => {
      const names = /^\s+to (.*)$/
        .exec(text)?.[1]
        ?.split(/, *then */)
        .map((rung) => rung.split(' ')[0]);
      const teams = names?.flatMap((name) => sectionsOf(page, 'team').filter((team) => team.name === name)) ?? [];
      return names && names.length === teams.length ? [{ escalation, line, teams }] : [];
    }),
  );
}

const hasHours = (page: Page, team: Section) => /\bopen (?:monday|tuesday|daily|saturday)/.test(textOf(page, team));
const isWorkdaysOnly = (page: Page, team: Section) =>
  /\bopen monday to friday \d/.test(textOf(page, team)) && !/\bopen saturday|\bopen daily/.test(textOf(page, team));

/** In minutes; nothing for teams that need hours or days. */
function answersWithin(page: Page, team: Section): number | undefined {
  const [, minutes] = /\banswers within (\d+) minutes?\b/.exec(textOf(page, team)) ?? [];
  return minutes === undefined ? undefined : Number(minutes);
}

/** A ladder with only its first team, and nobody who stands in for that. */
function alone(sources: Sources, page: Page, { escalation, line, teams: [team] }: Ladder) {
  const standIn = team && linesOf(page, team).find(([text]) => /^\s+otherwise \w+$/.test(text));
  if (!team || !standIn) return undefined;
  return planted(
    sources,
    page,
    here(page, escalation.first),
    { line: standIn[1], remove: 1 },
    {
      line,
      remove: 1,
      put: [`${HERE}  to ${team.name}`],
    },
  );
}

export const LADDER_FAULTS: readonly Fault[] = [
  {
    name: 'a team that goes home, and nobody who stands in for it',
    codes: ['nobody-asked'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const ladder of laddersOf(page)) {
          const [team] = ladder.teams;
          if (!team || !hasHours(page, team) || /00:00 to 24:00/.test(textOf(page, team))) continue;
          const change = alone(sources, page, ladder);
          if (change) yield change;
        }
      }
    },
  },
  {
    name: 'a ladder whose last team goes home, too',
    codes: ['nobody-asked'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const { escalation, line, teams } of laddersOf(page)) {
          const last = teams.at(-1);
          const others = teams.slice(0, -1);
          if (!last || hasHours(page, last) || !others.every((team) => isWorkdaysOnly(page, team))) continue;
          // Who stands in is the same team, so it is closed at that time, too.
          const standIns = others.map((team) => /\botherwise (\w+)/.exec(textOf(page, team))?.[1]);
          if (standIns.some((name) => name !== undefined && name !== last.name)) continue;
          const put = ['  open monday to friday 09:00 to 17:00 "Europe/London"'];
          const head = page.lines[last.first] ?? '';
          const [, beginning = head, answers] = /^(.*?) +(answers within .*)$/.exec(head) ?? [];
          yield planted(
            sources,
            page,
            here(page, escalation.first),
            here(page, line),
            answers
              ? { line: last.first, remove: 1, put: [beginning, `  ${answers}`, ...put] }
              : { line: last.first + 1, put },
          );
        }
      }
    },
  },
  {
    name: 'two teams that stand in for each other, and both go home',
    codes: ['nobody-asked'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const { escalation, line, teams } of laddersOf(page)) {
          const [team] = teams;
          const standIn = team && linesOf(page, team).find(([text]) => /^\s+otherwise \w+$/.test(text));
          if (!team || !standIn || !isWorkdaysOnly(page, team)) continue;
          const [, zone] = /"([A-Z][a-z]+\/\w+)"/.exec(textOf(page, team)) ?? [];
          if (!zone) continue;
          yield planted(
            sources,
            page,
            here(page, escalation.first),
            { line, remove: 1, put: [`${HERE}  to ${team.name}`] },
            { line: standIn[1], remove: 1, put: ['  otherwise planted'] },
            {
              line: page.lines.length,
              put: [
                '',
                'team planted',
                '  answers within 1 minute',
                `  open monday to friday 09:00 to 10:00 "${zone}"`,
                `  otherwise ${team.name}`,
              ],
            },
          );
        }
      }
    },
  },
  {
    name: 'less time than the quickest answer takes',
    codes: ['late-answer'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const { escalation, line, teams } of laddersOf(page)) {
          const answers = teams.map((team) => answersWithin(page, team));
          const resolve = linesOf(page, escalation).find(([text]) => /^\s+resolve within /.test(text));
          if (!resolve || answers.some((minutes) => minutes === undefined || minutes < 2)) continue;
          yield planted(sources, page, here(page, escalation.first), here(page, line), {
            line: resolve[1],
            remove: 1,
            put: [`${HERE}  resolve within 1 minute`],
          });
        }
      }
    },
  },
];
