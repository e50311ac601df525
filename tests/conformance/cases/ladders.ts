import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, passes, answers, ends } = c;
const section = 'escalations';
const MINUTE = 60;
const at = (seconds: number, from: string = c.NOON) => Date.parse(`${from}Z`) + seconds * 1000;

export const cases: Cases = {
  'closed-teams-pass-on': {
    section: 'teams-hours-zones',
    about:
      'A closed team passes on to its `otherwise`, that one too; where all are closed nobody is asked on this rung, and the ladder goes on.',
    playbooks: ['chains'],
    opening: { time: '2026-01-06T19:59:59', reports: { ready: true } },
    opens: { lines: ['consult day: day', 'do Listen.'] },
    turns: [
      [
        1,
        reports({ help: true }),
        {
          escalations: [
            [
              'helping asked evening',
              { asked: [{ team: 'day', asked: 'evening', time: at(1, '2026-01-06T19:59:59') }] },
            ],
          ],
        },
      ],
      [2, passes],
      [
        61,
        passes,
        {
          escalations: [
            ['helping asked evening, nobody', { next: { team: 'day', time: at(3661, '2026-01-06T19:59:59') } }],
          ],
        },
      ],
      [3 * 3600, says('Hello?'), { escalations: ['helping asked evening, nobody, evening'] }],
      [
        3 * 3600 + 1,
        answers('evening'),
        { escalations: [], handovers: [{ team: 'evening' }], lines: ['consult day: night', 'do Listen.'] },
      ],
    ],
  },
  'a-stand-in-answers': {
    section,
    about: 'Who was asked may answer, in whatever name: the stand-in, not the team that was closed.',
    playbooks: ['chains'],
    opening: { time: '2026-01-06T23:00', reports: { ready: true, help: true } },
    opens: { escalations: ['helping asked night'] },
    turns: [
      [1, answers('day'), { faults: ['notAsked day'] }],
      [2, answers('evening'), { faults: ['notAsked evening'] }],
      [3, answers('night'), { escalations: [] }],
    ],
  },
  'a-circle-of-stand-ins': {
    section: 'teams-hours-zones',
    about: 'Each team of a chain is looked at once, though it be a circle.',
    playbooks: ['chains'],
    opening: { time: '2026-01-06T09:59', reports: { ready: true, ring: true } },
    opens: { escalations: ['ringing told ring_a'] },
    turns: [
      [1, ends('ringing')],
      [2, reports({ ring: false })],
      [MINUTE, reports({ ring: true }), { escalations: ['ringing told ring_b'] }],
    ],
  },
  'tells-in-a-ladder': {
    section,
    about: 'A `tell` has a ladder too, which goes the same way; telling is no handover.',
    playbooks: ['chains'],
    opening: { time: '2026-01-06T12:00', reports: { ready: true, none: true } },
    opens: {
      step: 'hear',
      escalations: [
        [
          'nobody told nobody',
          {
            handover: false,
            told: [
              {
                rule: 'escalation.nobody.tell.1',
                asked: [{ team: 'alone', asked: null, time: at(0) }],
                next: { team: 'night', time: at(120) },
              },
            ],
          },
        ],
      ],
      nextDue: 120,
    },
    turns: [
      [120, passes, { escalations: ['nobody told nobody, night'] }],
      [121, answers('alone'), { faults: ['notAsked alone'] }],
      [122, answers('night'), { escalations: [], handovers: [] }],
    ],
  },
  'hours-that-nobody-knows': {
    section: 'teams-hours-zones',
    about: 'Where it is not known whether a team is open, it is asked.',
    playbooks: ['chains'],
    opening: { time: '1999-06-01T03:00', reports: { ready: true, help: true } },
    opens: { escalations: ['helping asked day'], lines: [] },
    turns: [],
  },
};
