import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, replies, passes, completes } = c;
const section = 'playbooks';
const reply = replies('Yes');

export const cases: Cases = {
  'the-earlier-one-leads': {
    section,
    about:
      'Of playbooks that do not beat each other the one that started first leads; the others wait, and keep their place.',
    playbooks: ['first', 'second'],
    turns: [
      [1, reports({ beta: true }), { playbooks: ['second hear leads'] }],
      [2, reports({ alpha: true }), { playbooks: ['second hear leads', 'first hear waits'], step: 'hear' }],
      [3, reply, { playbooks: ['first hear leads'], moves: ['hear reply'] }],
    ],
  },
  'the-smaller-id-leads': {
    section,
    about: 'Playbooks that start in the same event start in the order of their ids, and the first one leads.',
    playbooks: ['second', 'first'],
    turns: [
      [
        1,
        reports({ beta: true, alpha: true }),
        {
          happened: [
            'playbook first',
            { kind: 'step', playbook: 'first' },
            'playbook second',
            { kind: 'step', playbook: 'second' },
          ],
          playbooks: ['first hear leads', 'second hear waits'],
        },
      ],
    ],
  },
  'starts-at-two-events-of-one-time': {
    section,
    about: 'Of two runs the one of the earlier event leads, even at the same time.',
    playbooks: ['first', 'second'],
    turns: [
      [1, reports({ beta: true })],
      [1, reports({ alpha: true }), { playbooks: ['second hear leads', 'first hear waits'] }],
    ],
  },
  'beaten-in-the-same-event': {
    section,
    about: 'Of playbooks whose triggers begin to hold together, one that is beaten by another of them does not start.',
    playbooks: ['first', 'strong'],
    turns: [
      [
        1,
        reports({ alpha: true, gamma: true }),
        { playbooks: ['strong hear leads'], happened: ['playbook strong', 'step hear'] },
      ],
      [2, reply, { playbooks: [] }],
      [3, reports({ alpha: false })],
      [4, reports({ alpha: true }), { playbooks: ['first hear leads'] }],
    ],
  },
  'suspended-and-resumed': {
    section,
    about: 'A playbook that is beaten later is suspended, and goes on where it was when the other is complete.',
    playbooks: ['first', 'strong'],
    turns: [
      [1, reports({ alpha: true })],
      [2, reply],
      [3, reports({ fast: true }), { playbooks: ['first last leads'] }],
      [4, reports({ fast: false, gamma: true }), { playbooks: ['strong hear leads', 'first last suspended'] }],
      [5, reports({ fast: true }), { playbooks: ['strong hear leads', 'first last suspended'] }],
      [6, reply, { playbooks: ['first last leads'], step: 'last', moves: [{ playbook: 'strong', from: 'hear' }] }],
      [7, reply, { playbooks: [], moves: [{ playbook: 'first', from: 'last', how: 'done' }] }],
    ],
  },
  'beats-is-not-passed-on': {
    section,
    about: '`beats` is not transitive: the first of three in a row does not beat the last.',
    playbooks: ['first', 'strong', 'stronger'],
    turns: [[1, reports({ alpha: true, delta: true }), { playbooks: ['first hear leads', 'stronger hear waits'] }]],
  },
  'beaten-by-one-that-is-beaten': {
    section,
    about: 'What is beaten by one that begins with it does not start, although that one is beaten itself.',
    playbooks: ['first', 'strong', 'stronger'],
    turns: [[1, reports({ alpha: true, gamma: true, delta: true }), { playbooks: ['stronger hear leads'] }]],
  },
  'the-middle-one-is-suspended': {
    section,
    about: 'A run leads if no other run beats it; of those the one that began earliest.',
    playbooks: ['first', 'strong', 'stronger'],
    turns: [
      [1, reports({ gamma: true }), { playbooks: ['strong hear leads'] }],
      [2, reports({ alpha: true }), { playbooks: ['strong hear leads', 'first hear suspended'] }],
      [
        3,
        reports({ delta: true }),
        {
          playbooks: ['stronger hear leads', 'strong hear suspended', 'first hear suspended'],
        },
      ],
      [4, reply, { playbooks: ['strong hear leads', 'first hear suspended'] }],
    ],
  },
  'everything-and-everything': {
    section,
    about: 'One that beats everything beats those that do not; two of them do not beat each other.',
    playbooks: ['first', 'over_all', 'over_all_too'],
    turns: [
      [1, reports({ alpha: true }), { playbooks: ['first hear leads'] }],
      [2, reports({ zeta: true }), { playbooks: ['over_all_too hear leads', 'first hear suspended'] }],
      [
        3,
        reports({ epsilon: true }),
        { playbooks: ['over_all_too hear leads', 'over_all hear waits', 'first hear suspended'] },
      ],
    ],
  },
  'by-name-and-everything': {
    section,
    about: 'Two that beat each other, one by name and one as everything, do not beat each other.',
    playbooks: ['over_all', 'over_over_all'],
    turns: [
      [1, reports({ epsilon: true, eta: true }), { playbooks: ['over_all hear leads', 'over_over_all hear waits'] }],
    ],
  },
  'calls-and-comes-back': {
    section,
    about:
      '`complete` puts a playbook on top; when that is complete, the next `complete` line that fits runs, and then the caller goes on.',
    playbooks: ['caller', 'called', 'second'],
    opening: { reports: { proven: false } },
    turns: [
      [
        1,
        reports({ alpha: true }),
        {
          playbooks: ['called question leads', 'caller before calls'],
          happened: ['playbook caller', 'step before', 'playbook called', 'step question'],
        },
      ],
      [2, reply, { playbooks: ['called thanks leads', 'caller before calls'] }],
      [
        3,
        reply,
        {
          playbooks: ['second hear leads', 'caller before calls'],
          happened: ['playbook second', 'step hear'],
        },
      ],
      [
        4,
        reply,
        { playbooks: ['caller before leads'], faults: ['absentPlaybook absent_called'], lines: ['do Back again.'] },
      ],
      [5, reports({ gone: true }), { playbooks: ['caller before leads'] }],
      [6, reply, { playbooks: ['caller after leads'], moves: ['before done after'] }],
    ],
  },
  'replies-in-what-is-called': {
    section: 'steps',
    about: 'A reply counts for the present step of the playbook at work, not for the one that has called it.',
    playbooks: ['caller', 'called', 'second'],
    opening: { reports: { proven: false, gone: true } },
    turns: [
      [1, reports({ alpha: true }), { step: 'question' }],
      [2, reply, { step: 'thanks' }],
      [3, reply, { playbooks: ['second hear leads', 'caller before calls'] }],
      [4, reply, { playbooks: ['caller before leads'], faults: ['absentPlaybook absent_called'] }],
      [5, reports({}), { playbooks: ['caller before leads'] }],
      [6, reply, { playbooks: ['caller after leads'] }],
    ],
  },
  'a-call-that-begins-to-fit': {
    section: 'steps',
    about:
      'A `complete` line runs as soon as its condition is certain, once each time the step is entered; no exit in the same pass.',
    playbooks: ['caller', 'called', 'second', 'absent_called'],
    turns: [
      [1, reports({ alpha: true }), { playbooks: ['second hear leads', 'caller before calls'] }],
      [2, reply, { playbooks: ['absent_called question leads', 'caller before calls'] }],
      [3, reports({ proven: false }), { playbooks: ['absent_called question leads', 'caller before calls'] }],
      [4, reply, { playbooks: ['called question leads', 'caller before calls'] }],
      [5, reply],
      [6, reply, { playbooks: ['caller before leads'] }],
      [7, reports({ proven: true })],
      [8, reports({ proven: false }), { playbooks: ['caller before leads'] }],
    ],
  },
  'in-this-run-already': {
    section,
    about: 'A playbook that is in the run already can’t be called again: `complete` does nothing, and a fault tells.',
    playbooks: ['ring', 'ring_back'],
    turns: [
      [
        1,
        reports({ alpha: true }),
        {
          playbooks: ['ring_back within_it leads', 'ring before calls'],
          faults: ['absentPlaybook ring'],
        },
      ],
    ],
  },
  'continues-with-another': {
    section,
    about: '`continueWith` goes over to another playbook, which takes its place in the run: it does not come back.',
    playbooks: ['passer', 'second'],
    turns: [
      [1, reports({ alpha: true }), { playbooks: ['passer hear leads'] }],
      [
        2,
        reports({ leave: true }),
        {
          moves: ['hear continueWith second'],
          happened: ['playbook second', 'step hear'],
          playbooks: ['second hear leads'],
        },
      ],
      [3, reply, { playbooks: [] }],
    ],
  },
  'continues-with-one-that-is-absent': {
    section,
    about:
      'Where the other playbook is not loaded, `continueWith` only completes the one that it stands in, and a fault tells.',
    playbooks: ['passer', 'second'],
    turns: [
      [
        1,
        reports({ alpha: true, lost: true }),
        {
          playbooks: [],
          moves: ['hear continueWith'],
          faults: ['absentPlaybook absent_called'],
        },
      ],
    ],
  },
  'a-draft-never-starts': {
    section,
    about: 'Only an active playbook starts.',
    playbooks: ['drafted'],
    turns: [[1, reports({ alpha: true }), { playbooks: [], happened: [] }]],
  },
  'valid-on-that-day': {
    section,
    about: 'A playbook starts from the first to the last of its days, both included, in UTC.',
    playbooks: ['dated'],
    opening: { time: '2026-10-31T23:59:59' },
    turns: [
      [0, reports({ alpha: true }), { playbooks: [] }],
      [1, reports({}), { playbooks: [] }],
      [2, reports({ alpha: false })],
      [3, reports({ alpha: true }), { playbooks: ['dated hear leads'] }],
    ],
  },
  'not-stopped-when-it-ends': {
    section: 'the-parts',
    about: 'What is running is not stopped when the last day ends; it does not start again after it.',
    playbooks: ['dated'],
    opening: { time: '2026-11-30T23:59:59.999', reports: { alpha: true } },
    opens: { playbooks: ['dated hear leads'] },
    turns: [
      [60, reports({ fast: true }), { playbooks: ['dated hear leads'] }],
      [61, reply, { playbooks: [], moves: ['hear done'] }],
      [62, reports({ alpha: false })],
      [63, reports({ alpha: true }), { playbooks: [] }],
    ],
  },
  'any-trigger-will-do': {
    section,
    about:
      'Each trigger that begins to hold starts the playbook, if it is not at work; after its last step it is complete.',
    playbooks: ['two_triggers'],
    turns: [
      [1, reports({ alpha: true }), { playbooks: ['two_triggers hear leads'] }],
      [2, reports({ beta: true }), { happened: [] }],
      [3, reply, { playbooks: [] }],
      [4, reports({ beta: false }), { playbooks: [] }],
      [5, reports({ beta: true }), { playbooks: ['two_triggers hear leads'] }],
    ],
  },
  'completed-in-a-run-that-waits': {
    section: 'steps',
    about: '`agentCompletes` is for the run that leads, else for the first in order of lead whose present step it is.',
    playbooks: ['first', 'second'],
    turns: [
      [1, reports({ beta: true })],
      [2, reports({ alpha: true }), { playbooks: ['second hear leads', 'first hear waits'] }],
      [
        3,
        completes('hear', 'first'),
        { playbooks: ['second hear leads', 'first last waits'], moves: [{ playbook: 'first' }] },
      ],
      [4, completes('hear'), { playbooks: ['first last leads'], moves: [{ playbook: 'second' }] }],
      [5, passes, { playbooks: ['first last leads'] }],
    ],
  },
};
