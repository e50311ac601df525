import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, records, answers, passes } = c;
const section = 'conversations';
const both = ['beta_shop', 'alpha_shop'];

export const cases: Cases = {
  'a-house-rule-is-one': {
    section,
    about:
      'The same house rule of several documents is one, that of the document with the smallest id; it holds before any start.',
    playbooks: both,
    opening: { reports: { caller: 'Ms Bell' } },
    turns: [
      [
        1,
        replies('house alpha beta'),
        {
          verdict: [['house_limit', { playbook: 'alpha_shop', instead: { text: 'Not that, Ms Bell.' } }]],
        },
      ],
      [
        2,
        says('rude'),
        {
          crossings: [['house_count 1 warn', { playbook: 'alpha_shop' }]],
          lines: ['warn Please, Ms Bell.'],
          playbooks: [],
        },
      ],
      [
        3,
        reports({ anger: 9 }),
        {
          escalations: [['house_call asked desk', { playbook: 'alpha_shop' }]],
          happened: [['escalation house_call', { playbook: undefined }]],
        },
      ],
      [4, answers('desk'), { escalations: [] }],
    ],
  },
  'rules-in-order': {
    section,
    about:
      'Rules in order are the playbooks’ own, document by document in the order of their ids, then the house rules.',
    playbooks: both,
    opening: { reports: { start_a: true, start_b: true } },
    turns: [
      [
        1,
        replies('house beta alpha'),
        {
          verdict: [
            ['own_limit', { playbook: 'alpha_shop' }],
            ['own_limit', { playbook: 'beta_shop' }],
            ['house_limit', { playbook: 'alpha_shop' }],
          ],
        },
      ],
      [
        2,
        reports({ anger: 9 }),
        {
          escalations: [
            { id: 'own_call', playbook: 'alpha_shop', leads: true },
            { id: 'own_call', playbook: 'beta_shop' },
            { id: 'house_call' },
          ],
          followUps: ['later due 3602 times 0', 'later due 7202 times 0'],
        },
      ],
    ],
  },
  'ids-hold-within-a-document': {
    section: 'reading-a-document',
    about:
      'All but house rules belong to their document: two playbooks may have a step, a boundary, an escalation of the same name.',
    playbooks: both,
    opening: { reports: { start_b: true } },
    opens: {
      happened: [
        'playbook beta_shop',
        ['step hear', { playbook: 'beta_shop' }],
        ['agentCare heard', { playbook: 'beta_shop' }],
      ],
    },
    turns: [
      [1, replies('alpha'), { verdict: 'allowed' }],
      [2, replies('beta'), { verdict: [['own_limit', { playbook: 'beta_shop' }]] }],
      [
        3,
        reports({ anger: 6 }),
        {
          escalations: [{ id: 'own_call', playbook: 'beta_shop' }],
          happened: [['escalation own_call', { playbook: 'beta_shop' }]],
          followUps: ['later due 7203 times 0'],
        },
      ],
      [
        4,
        reports({ start_a: true }),
        {
          escalations: [{ playbook: 'alpha_shop' }, { playbook: 'beta_shop' }],
          playbooks: ['beta_shop hear leads', 'alpha_shop hear waits'],
        },
      ],
      [5, reports({ stop_b: true }), { playbooks: ['alpha_shop hear leads'] }],
      [
        7203,
        passes,
        {
          happened: [
            { kind: 'followUp', playbook: 'alpha_shop' },
            { kind: 'followUp', playbook: 'beta_shop' },
          ],
        },
      ],
    ],
  },
  'own-things-happen-to-their-own': {
    section: 'derived-facts',
    about: 'A step of one playbook has not happened for another one that has a step of that name.',
    playbooks: both,
    opening: { reports: { start_a: true } },
    turns: [
      [1, reports({}), { happened: [] }],
      [
        2,
        reports({ start_b: true }),
        { happened: ['playbook beta_shop', { kind: 'step', playbook: 'beta_shop' }, 'agentCare heard'] },
      ],
    ],
  },
  'two-types-for-one-signal': {
    section: 'facts',
    about: 'Each document takes a value by its own type; it is a fault only where it is of none of them.',
    playbooks: ['gamma_shop', 'delta_shop'],
    opening: { reports: { start_a: true, start_b: true } },
    opens: { playbooks: ['delta_shop hear leads', 'gamma_shop hear waits'] },
    turns: [
      [1, reports({ anger: 7 }), { lines: ['do Delta: known', 'record caller'] }],
      [2, reports({ anger: 'low' }), { lines: ['record caller'] }],
      [3, c.completes('hear', 'delta_shop'), { lines: ['do Gamma: known', 'say Gamma: {caller}'] }],
      [4, reports({ anger: 7 }), { lines: ['say Gamma: {caller}'] }],
      [5, reports({ anger: true }), { faults: ['badValue anger'] }],
    ],
  },
  'a-signal-here-a-field-there': {
    section: 'facts',
    about:
      'What is a signal of one document and a field of another is two facts: `reports` is about the one, `agentRecords` about the other.',
    playbooks: ['gamma_shop', 'delta_shop'],
    opening: { reports: { start_a: true, start_b: true } },
    turns: [
      [1, reports({ caller: 'Ms Bell' }), { lines: [['record caller', { open: ['caller'] }]] }],
      [2, records('caller', 'Mr Hill'), { lines: [['record caller', { open: [] }]] }],
      [3, c.completes('hear', 'delta_shop'), { lines: ['say Gamma: Ms Bell'] }],
    ],
  },
  'fixed-here-and-not-there': {
    section: 'facts',
    about:
      'A signal that is fixed in one document only keeps its value there; however many documents have it fixed, it is one fault.',
    playbooks: ['gamma_shop', 'epsilon_shop', 'zeta_shop'],
    opening: { reports: { start_a: true, start_b: true, caller: 'Ms Bell' } },
    opens: { lines: ['say Epsilon: Ms Bell'] },
    turns: [
      [1, reports({ caller: 'Mr Hill' }), { lines: ['say Epsilon: Mr Hill'], faults: ['fixedValue caller'] }],
      [2, c.completes('hear', 'epsilon_shop'), { lines: ['say Gamma: Ms Bell'] }],
    ],
  },
  'rules-of-one-name-in-two-playbooks': {
    section: 'reading-a-document',
    about: "The ids of a playbook's own rules hold within it: two reactions of one id begin two handovers.",
    playbooks: ['one_calm', 'other_calm'],
    opening: {},
    turns: [
      [1, says('Hello')],
      [
        2,
        says('Idiot'),
        {
          escalations: [
            ['boundary.calm.eachTime.1 asked desk', { playbook: 'one_calm' }],
            ['boundary.calm.eachTime.1 asked desk', { playbook: 'other_calm' }],
          ],
        },
      ],
    ],
  },
};
