import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, passes, answers } = c;
const ready = { reports: { ready: true } };
const section = 'order-within-an-event';
const HOUR = 3600;
const DAY = 24 * HOUR;

export const cases: Cases = {
  'a-message-is-over': {
    section,
    about:
      'Before the next event the message of the last one is over, and the conversation is gone through without it.',
    playbooks: ['message_over'],
    turns: [
      [1, says('stupid'), { playbooks: [] }],
      [
        9,
        says('stupid'),
        {
          playbooks: [{ id: 'message_over', since: new Date(`${c.NOON}Z`).getTime() + 1000 }],
          lines: ['do In the very message'],
        },
      ],
    ],
  },
  'a-message-is-over-before-timers': {
    section,
    about:
      'What starts because a message is over starts at the time of that message, however late the next event comes.',
    playbooks: ['message_over'],
    turns: [
      [1, says('stupid')],
      [3600, passes, { happened: [{ kind: 'playbook', time: Date.parse(`${c.NOON}Z`) + 1000 }, { kind: 'step' }] }],
    ],
  },
  'two-messages-are-two': {
    section,
    about: 'A condition about the present message falls between two messages, so that it begins to hold with each.',
    playbooks: ['consecutive'],
    opening: ready,
    turns: [
      [1, says('stupid'), { happened: ['escalation rude', 'agentCare breather'], lines: ['do Take a breath.'] }],
      [2, answers('desk'), { escalations: [], happened: [] }],
      [3, says('stupid'), { happened: ['escalation rude', 'agentCare breather'] }],
      [4, says('stupid'), { happened: ['agentCare breather'], escalations: ['rude asked desk'] }],
      [5, says('Hello'), { happened: [] }],
    ],
  },
  'begins-to-hold-anew': {
    section,
    about: 'A trigger starts where it begins to hold, and again only after it has fallen.',
    playbooks: ['edges'],
    opening: { reports: { anger: 9 } },
    opens: { playbooks: ['edges hear leads'], happened: ['playbook edges', 'step hear'] },
    turns: [
      [1, replies('Hello'), { playbooks: [], moves: ['hear reply'] }],
      [2, reports({ anger: 10 }), { playbooks: [] }],
      [3, reports({ anger: 5 }), { playbooks: [] }],
      [4, reports({ anger: 8 }), { playbooks: ['edges hear leads'] }],
    ],
  },
  'unknown-is-a-fall': {
    section,
    about: 'A condition that becomes unknown is not certain any more: when it is certain again, it begins to hold.',
    playbooks: ['edges'],
    opening: { reports: { anger: 9 } },
    turns: [
      [1, replies('Hello'), { playbooks: [] }],
      [2, reports({ anger: null }), { playbooks: [] }],
      [3, reports({ anger: 9 }), { playbooks: ['edges hear leads'] }],
    ],
  },
  'each-trigger-by-itself': {
    section,
    about: 'Each rule has an edge of its own; one that begins to hold while its playbook is at work is used up.',
    playbooks: ['edges'],
    opening: { reports: { anger: 1 } },
    turns: [
      [1, reports({ anger: 9 }), { playbooks: ['edges hear leads'], happened: [] }],
      [2, replies('Hello'), { playbooks: [] }],
      [3, passes, { playbooks: [] }],
      [4, reports({ anger: 0 }), { playbooks: ['edges hear leads'] }],
    ],
  },
  'phases-in-order': {
    section,
    about:
      'Boundaries, triggers, escalations, the step, follow ups and agent care: each phase sees what those before it did.',
    playbooks: ['phases'],
    turns: [
      [
        1,
        says('stupid'),
        {
          happened: [
            'boundary no_abuse',
            'playbook phases',
            'step hear',
            'escalation stirred',
            'step last',
            'agentCare breather',
          ],
          step: 'last',
          followUps: [],
        },
      ],
      // The message is over: the conversation is gone through at its time.
      [
        2,
        passes,
        { happened: [{ kind: 'escalation', id: 'second', time: at(1) }], followUps: ['ask_again due 3601 times 0'] },
      ],
      [3, passes, { happened: [] }],
    ],
  },
  'facts-stand-still-in-a-phase': {
    section,
    about:
      'Nothing in a phase depends on another thing of the same phase: the second escalation starts in the next event.',
    playbooks: ['phases'],
    turns: [
      [1, says('stupid'), { escalations: ['stirred told desk'] }],
      [1, passes, { escalations: ['stirred told desk', 'second told lead'] }],
    ],
  },
  'timers-run-at-their-times': {
    section: 'events',
    about:
      'What is due runs before the event that comes after it, at its own time; nothing depends on when the host looks.',
    playbooks: ['ticking'],
    opening: ready,
    opens: { nextDue: 360 },
    turns: [
      [10, says('Hello'), { nextDue: 130 }],
      [
        2000,
        passes,
        {
          happened: [
            { kind: 'agentCare', id: 'breather', time: at(130) },
            { kind: 'escalation', id: 'slow', time: at(191) },
            { kind: 'escalation', id: 'long', time: at(360) },
          ],
          escalations: [
            {
              id: 'slow',
              since: at(191),
              overdue: true,
              resolveBy: at(791),
              told: [
                {
                  rule: 'escalation.slow.tell.1',
                  asked: [
                    { team: 'desk', asked: 'desk', time: at(191) },
                    { team: 'lead', asked: 'lead', time: at(311) },
                  ],
                },
              ],
            },
            { id: 'long', since: at(360), overdue: false },
          ],
          nextDue: null,
        },
      ],
    ],
  },
  'a-and-b-is-a-then-b': {
    section: 'events',
    about: 'Passing a + b is the same as passing a, then b; `nextDue` is the earliest timer after the event.',
    playbooks: ['ticking'],
    opening: ready,
    turns: [
      [10, says('Hello'), { nextDue: 130 }],
      [130, passes, { happened: ['agentCare breather'], nextDue: 131 }],
      [131, passes, { happened: [], nextDue: 190 }],
      [190, passes, { happened: [], nextDue: 191 }],
      [191, passes, { happened: ['escalation slow'], nextDue: 311 }],
      [311, passes, { escalations: ['slow told desk, lead'], nextDue: 360 }],
      [360, passes, { happened: ['escalation long'], nextDue: 361 }],
      [790, passes, { nextDue: 791, escalations: [{ overdue: false }, {}] }],
      [
        2000,
        passes,
        {
          nextDue: null,
          escalations: [
            { id: 'slow', since: at(191), overdue: true },
            { id: 'long', since: at(360) },
          ],
        },
      ],
    ],
  },
  'an-answer-stops-the-clock': {
    section: 'events',
    about: '`waiting` is 0 once we have replied, and its timers are gone; a promise is a timer.',
    playbooks: ['ticking'],
    opening: ready,
    turns: [
      [10, says('Hello'), { nextDue: 130 }],
      [60, replies('I will call you.'), { promises: ['call due 180'], nextDue: 180 }],
      [180, passes, { promises: ['call due 180 overdue'], happened: [], nextDue: 360 }],
    ],
  },
  'one-moment-goes-in-one': {
    section: 'events',
    about: 'What is due at one moment comes in one go: rungs, follow ups, then the phases.',
    playbooks: ['same_moment'],
    opening: ready,
    opens: { nextDue: 60, escalations: ['early told desk'], followUps: ['again due 60 times 0'] },
    turns: [
      [
        60,
        passes,
        {
          happened: ['followUp again', 'escalation minute', 'agentCare after_all'],
          escalations: ['minute told desk', 'early told desk, lead'],
          followUps: [],
          lines: ['say Here I am again.', 'do Take a breath.'],
        },
      ],
    ],
  },
  'time-goes-back': {
    section: 'events',
    about: 'A time before that of the last event is taken as that one’s.',
    playbooks: ['ticking'],
    opening: ready,
    turns: [
      [100, says('Hello'), { nextDue: 220 }],
      [50, says('Again'), { lines: ['promise call'], nextDue: 220 }],
      [-5, passes, { nextDue: 220, happened: [] }],
    ],
  },
  'ten-thousand-moments': {
    section: 'faults',
    about: '10,000 moments of timers are worked off before an event.',
    playbooks: ['shifts'],
    opening: ready,
    opens: { nextDue: HOUR },
    turns: [[2500 * DAY + HOUR - 1, says('Hello'), { nextDue: 2500 * DAY + HOUR, lines: [] }]],
  },
  'too-much-at-once': {
    section: 'faults',
    about:
      'Where more than 10,000 moments of timers are due, those are worked off and the event is not taken; sent again, it is.',
    playbooks: ['shifts'],
    opening: ready,
    turns: [
      // From noon on: 13:00, 17:00; four on each of 2,499 days; 08:00 and noon.
      [
        2500 * DAY + HOUR,
        says('Hello', { over: true }),
        { faults: ['tooMuch'], nextDue: 2500 * DAY + HOUR, lines: [] },
      ],
      [2500 * DAY + HOUR, replies('Hello'), { verdict: 'allowed', nextDue: 2500 * DAY + 5 * HOUR, lines: ['do Open'] }],
    ],
  },
};

/** A number of seconds after the opening. */
function at(seconds: number): number {
  return Date.parse(`${c.NOON}Z`) + seconds * 1000;
}
