import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, replies, records, passes, closes } = c;
const section = 'follow-ups-agent-care-trends';
const ready = { reports: { ready: true } };
const HOUR = 3600;

export const cases: Cases = {
  'comes-up-and-again': {
    section,
    about:
      'A follow up is due within its time; the next time is `every` seconds after the last was due, at most `times` times after the first.',
    playbooks: ['checking_in'],
    opening: { reports: { ready: true, over: false } },
    turns: [
      [
        10,
        reports({ solved: true }),
        {
          followUps: [['check_in due 3610 times 0', { title: 'Is it well?' }], 'once_only due 5410 times 0'],
          happened: [],
          nextDue: 3610,
        },
      ],
      [
        HOUR + 10,
        passes,
        {
          happened: ['followUp check_in'],
          lines: [['say Is it well?', { from: { kind: 'followUp', id: 'check_in' } }], 'ask happy', 'do Listen.'],
          followUps: ['check_in due 10810 times 1', 'once_only due 5410 times 0'],
        },
      ],
      [HOUR + 11, passes, { lines: ['do Listen.'] }],
      [3 * HOUR + 9, passes, { happened: ['followUp once_only'], followUps: ['check_in due 10810 times 1'] }],
      [5 * HOUR + 10, passes, { happened: ['followUp check_in', 'followUp check_in'], followUps: [], nextDue: null }],
    ],
  },
  until: {
    section,
    about: '`until` is looked at when it is due again: where it is certain, the follow up ends and does not come up.',
    playbooks: ['checking_in'],
    opening: { reports: { ready: true, solved: true } },
    turns: [
      [1, records('happy', false), { followUps: [{ id: 'check_in', times: 0 }, {}] }],
      [HOUR, passes, { happened: ['followUp check_in'], followUps: ['check_in due 10800 times 1', {}] }],
      [2 * HOUR, records('happy', null), { followUps: ['check_in due 10800 times 1'] }],
      [3 * HOUR, passes, { happened: ['followUp check_in'], followUps: ['check_in due 18000 times 2'] }],
      [4 * HOUR, records('happy', true), { followUps: ['check_in due 18000 times 2'] }],
      [5 * HOUR, passes, { happened: [], followUps: [], lines: ['do Listen.'] }],
    ],
  },
  'runs-once-at-a-time': {
    section,
    about: 'A follow up does not start while it runs; when it has ended, where its condition begins to hold again.',
    playbooks: ['checking_in'],
    opening: { reports: { ready: true, solved: true } },
    turns: [
      [1, reports({ solved: false }), { followUps: ['check_in due 3600 times 0', 'once_only due 5400 times 0'] }],
      [2, reports({ solved: true }), { followUps: ['check_in due 3600 times 0', 'once_only due 5400 times 0'] }],
      [6 * HOUR, passes, { followUps: [] }],
      [6 * HOUR + 1, reports({ solved: false })],
      [
        6 * HOUR + 2,
        reports({ solved: true }),
        { followUps: ['check_in due 25202 times 0', 'once_only due 27002 times 0'] },
      ],
    ],
  },
  'every-without-within': {
    section,
    about: 'Without `within` the first time is after `every`; without a number of times it goes on.',
    playbooks: ['checking_in'],
    opening: { reports: { ready: true, weekly: true } },
    opens: { followUps: ['endless due 86400 times 0'] },
    turns: [
      [
        3 * 24 * HOUR,
        passes,
        { happened: [{}, {}, { kind: 'followUp', id: 'endless' }], followUps: ['endless due 345600 times 3'] },
      ],
    ],
  },
  'outlives-the-close': {
    section,
    about: 'A follow up that runs outlives the close; a condition can’t start another one then.',
    playbooks: ['checking_in'],
    opening: { reports: { ready: true, solved: true } },
    turns: [
      [1, closes, { state: 'closed', followUps: [{}, {}], nextDue: HOUR }],
      [2, reports({ weekly: true }), { followUps: [{}, {}] }],
      [HOUR, passes, { happened: ['followUp check_in'], lines: ['say Is it well?', 'ask happy'], state: 'closed' }],
      [HOUR + 1, records('happy', true)],
      [3 * HOUR, passes, { followUps: [], happened: ['followUp once_only'] }],
    ],
  },
  'its-words-are-judged': {
    section: 'boundaries',
    about: 'Words of a follow up that a `never` forbids at that moment are held back.',
    playbooks: ['forbidden_later'],
    opening: ready,
    turns: [
      [
        60,
        passes,
        {
          lines: ['say How are you?', 'say All is fine!', 'do Listen.'],
          heldBack: [['words by gentle', { rule: 'followUp.cheer.say.1', words: 'Cheer up!' }]],
        },
      ],
    ],
  },
  'agent-care': {
    section,
    about:
      'Agent care comes up where its condition begins to hold; lines whose own condition is certain are shown, in that call only.',
    playbooks: ['caring'],
    opening: ready,
    turns: [
      [
        1,
        reports({ heat: 9 }),
        {
          happened: ['agentCare breather'],
          lines: [['do Take a breath.', { from: { kind: 'agentCare', id: 'breather' } }], 'do Listen.'],
        },
      ],
      [2, reports({ heat: 10, public: true }), { happened: [], lines: ['do Listen.'] }],
      [3, reports({ heat: 1 })],
      [4, reports({ heat: 8 }), { lines: ['do Take a breath.', 'do Drink some water.', 'do Listen.'] }],
      [
        600,
        replies('Hello'),
        { happened: [['agentCare long_one', { playbook: undefined }]], lines: ['do Stretch.', 'do Listen.'] },
      ],
    ],
  },
  'a-house-rule-before-any-start': {
    section: 'conversations',
    about:
      'House rules are in force from the opening; a playbook’s own from its first start, and they are first looked at then.',
    playbooks: ['caring'],
    opening: { reports: { heat: 9 } },
    turns: [
      [600, passes, { happened: ['agentCare long_one'], lines: ['do Stretch.'] }],
      [601, reports({ ready: true }), { happened: ['playbook caring', 'step hear', 'agentCare breather'] }],
    ],
  },
  'own-rules-stay-in-force': {
    section: 'conversations',
    about: 'A playbook’s own rules stay in force after its last step, until the conversation closes.',
    playbooks: ['caring'],
    opening: { reports: { ready: true } },
    turns: [
      [1, c.completes('hear'), { playbooks: [] }],
      [2, reports({ heat: 8 }), { happened: ['agentCare breather'], playbooks: [] }],
      [3, closes, { state: 'closed' }],
      [4, reports({ heat: 1 })],
      [5, reports({ heat: 9 }), { happened: [] }],
    ],
  },
};
