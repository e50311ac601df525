import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { passes } = c;
const section = 'teams-hours-zones';
const HOUR = 3600;
const opening = (time: string) => ({ time, reports: { ready: true } });
const open = { lines: ['do open'] };
const closed = { lines: ['do closed'] };

export const cases: Cases = {
  'from-and-to': {
    section,
    about:
      'A team is open from the first minute of its hours up to, not including, the last; opening and closing are timers.',
    playbooks: ['desk_hours'],
    opening: opening('2026-01-06T07:59:59'),
    opens: { ...closed, nextDue: 1 },
    turns: [
      [1, passes, { ...open, nextDue: 1 + 12 * HOUR }],
      [12 * HOUR + 0.999, passes, open],
      [12 * HOUR + 1, passes, { ...closed, nextDue: 1 + 24 * HOUR }],
    ],
  },
  'over-the-weekend': {
    section,
    about: 'Each line of hours has days of its own; day 1 is Monday.',
    playbooks: ['desk_hours'],
    opening: opening('2026-01-09T19:00'),
    opens: open,
    turns: [
      [HOUR, passes, { ...closed, nextDue: 14 * HOUR }],
      [14 * HOUR, passes, { ...open, nextDue: 17 * HOUR }],
      [17 * HOUR, passes, { ...closed, nextDue: 61 * HOUR }],
    ],
  },
  'in-summer': {
    section,
    about: 'Hours are of the local clock: in British summer 08:00 is 07:00 UTC.',
    playbooks: ['desk_hours'],
    opening: opening('2026-07-07T06:59'),
    opens: { ...closed, nextDue: 60 },
    turns: [[60, passes, { ...open, nextDue: 60 + 12 * HOUR }]],
  },
  'closed-days': {
    section,
    about: 'A closed day is a whole local day, whatever the hours say.',
    playbooks: ['desk_hours'],
    opening: opening('2026-12-24T12:00'),
    opens: { ...open, nextDue: 8 * HOUR },
    turns: [
      [8 * HOUR, passes, { ...closed, nextDue: 45 * HOUR }],
      [24 * HOUR, passes, closed],
      [45 * HOUR, passes, { ...open, nextDue: 48 * HOUR }],
    ],
  },
  'over-midnight': {
    section,
    about: 'Hours that run over midnight belong to the day on which they begin.',
    playbooks: ['night_hours'],
    opening: opening('2026-01-09T22:00'),
    opens: { ...open, nextDue: 4.5 * HOUR },
    turns: [
      [4.5 * HOUR, passes, { ...closed, nextDue: 26.5 * HOUR }],
      [24 * HOUR, passes, closed],
    ],
  },
  'closed-at-midnight': {
    section,
    about: 'At night hours that began the day before, a team closes at midnight where a closed day begins.',
    playbooks: ['night_hours'],
    opening: opening('2026-07-10T21:00'),
    opens: { ...open, nextDue: 2 * HOUR },
    turns: [
      [2 * HOUR, passes, { ...closed, nextDue: 26.5 * HOUR }],
      [26.5 * HOUR, passes, open],
    ],
  },
  'an-hour-that-does-not-come': {
    section,
    about: 'Where clocks go forward, the hour that does not come is not open: 00:30 to 03:00 is an hour and a half.',
    playbooks: ['night_hours'],
    opening: opening('2026-03-29T00:30'),
    opens: { ...open, nextDue: 1.5 * HOUR },
    turns: [[1.5 * HOUR, passes, closed]],
  },
  'an-hour-that-comes-twice': {
    section,
    about: 'Where clocks go back, the hour that comes twice counts twice: 00:30 to 03:00 is three and a half hours.',
    playbooks: ['night_hours'],
    opening: opening('2026-10-24T23:30'),
    opens: { ...open, nextDue: 3.5 * HOUR },
    turns: [
      [3.5 * HOUR - 1, passes, open],
      [3.5 * HOUR, passes, closed],
    ],
  },
  'beyond-the-horizon': {
    section: 'derived-facts',
    about: 'Outside the horizon of its zone nobody knows whether a team is open; where the horizon begins is a timer.',
    playbooks: ['desk_hours'],
    opening: opening('1999-06-01T12:00'),
    opens: { lines: [], nextDue: (Date.UTC(2020, 0, 1) - Date.UTC(1999, 5, 1, 12)) / 1000 },
    turns: [],
  },
  'a-closed-day-far-ahead': {
    section,
    about: 'A team that is open day and night closes on a closed day, and that is a timer, however far away.',
    playbooks: ['always_but_one'],
    opening: opening('2026-02-01T00:00'),
    // Clocks go forward on 29 March.
    opens: { ...open, nextDue: 59 * 24 * HOUR - HOUR },
    turns: [
      [59 * 24 * HOUR - HOUR, passes, { ...closed, nextDue: 60 * 24 * HOUR - HOUR }],
      [60 * 24 * HOUR - HOUR, passes, open],
    ],
  },
};
