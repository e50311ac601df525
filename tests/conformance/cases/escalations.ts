import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, records, passes, answers, ends, escalates, closes } = c;
const section = 'escalations';
const ready = { reports: { ready: true } };
const at = (seconds: number, from: string = c.NOON) => Date.parse(`${from}Z`) + seconds * 1000;
const LADDER = ['say A colleague will join us.', 'ask issue', 'do hold', 'consult lead: lead'];

export const cases: Cases = {
  'a-ladder': {
    section,
    about:
      'The first team is asked at once, the next after its time; the steps pause, and the escalation’s own lines are shown.',
    playbooks: ['angry'],
    opening: ready,
    opens: { step: 'hear' },
    turns: [
      [
        10,
        reports({ anger: 9 }),
        {
          step: null,
          playbooks: ['angry hear leads'],
          lines: LADDER,
          happened: ['escalation very_angry'],
          escalations: [
            [
              'very_angry asked desk told legal',
              {
                kind: 'escalation',
                leads: true,
                handover: true,
                since: at(10),
                next: { team: 'lead', time: at(610) },
                resolveBy: at(1810),
                stayUntilAnswered: true,
                overdue: false,
                title: 'Very angry',
                because: { anger: 9 },
                asked: [{ team: 'desk', asked: 'desk', time: at(10) }],
                told: [
                  {
                    rule: 'escalation.very_angry.tell.1',
                    asked: [{ team: 'legal', asked: 'legal', time: at(10) }],
                    text: 'Somebody is angry.',
                  },
                ],
              },
            ],
          ],
          nextDue: 610,
        },
      ],
      [609.999, passes, { escalations: ['very_angry asked desk told legal'] }],
      [610, passes, { escalations: [['very_angry asked desk, lead told legal', { next: undefined }]], nextDue: 1810 }],
      [1810, passes, { escalations: [{ overdue: true }], nextDue: null }],
      [1811, answers('desk'), { escalations: [], step: 'hear' }],
    ],
  },
  'what-is-handed-over': {
    section,
    about:
      'When a team answers, the values of that moment go to that team, in their text form; what is not known has none.',
    playbooks: ['angry'],
    opening: ready,
    turns: [
      [1, reports({ anger: 8, sum: 12.5, vip: true }), { handovers: [] }],
      [2, records('wish', 'full_refund')],
      [3, reports({ sum: 20 })],
      [
        4,
        answers('desk'),
        {
          handovers: [
            [
              'very_angry to desk issue= wish=full refund sum=20 GBP anger=8 vip=yes',
              {
                playbook: 'angry',
                values: [
                  { fact: 'issue', title: 'What went wrong', value: null, text: '' },
                  { fact: 'wish', value: 'full_refund', text: 'full refund' },
                  { fact: 'sum', value: 20, text: '20 GBP' },
                  { fact: 'anger', value: 8, text: '8' },
                  { fact: 'vip', value: true, text: 'yes' },
                ],
              },
            ],
          ],
        },
      ],
      [5, passes, { handovers: [] }],
    ],
  },
  'answered-by-whom-was-told': {
    section,
    about: 'It ends when a team answers that it has asked or told; not with one that has not been asked yet.',
    playbooks: ['angry'],
    opening: { reports: { ready: true, anger: 9 } },
    turns: [
      [1, answers('lead'), { faults: ['notAsked lead'], escalations: [{}] }],
      [2, answers('legal'), { escalations: [], handovers: [{ team: 'legal' }] }],
    ],
  },
  'stays-until-answered': {
    section,
    about: 'While it runs with `stayUntilAnswered`, `agentCloses` is blocked.',
    playbooks: ['angry'],
    opening: { reports: { ready: true, anger: 9 } },
    turns: [
      [
        1,
        closes,
        {
          state: 'open',
          verdict: [
            [
              'very_angry',
              { by: 'escalation', rule: 'very_angry', missing: [], needs: { kind: 'answer', ids: ['desk', 'legal'] } },
            ],
          ],
        },
      ],
      [700, closes, { verdict: [{ needs: { kind: 'answer', ids: ['desk', 'lead', 'legal'] } }] }],
      [701, ends('very_angry'), { escalations: [], handovers: [] }],
      [702, closes, { verdict: 'allowed', state: 'closed' }],
    ],
  },
  'runs-on-and-starts-again': {
    section,
    about:
      'It runs on when its condition falls; none starts while it runs, and afterwards only where it begins to hold again.',
    playbooks: ['restarting'],
    opening: { reports: { ready: true, spare: false, anger: 9 } },
    opens: { happened: [{}, {}, { kind: 'escalation', id: 'stirred' }] },
    turns: [
      [1, reports({ anger: 1 }), { escalations: ['stirred asked desk'] }],
      [2, reports({ anger: 9 }), { escalations: [{ since: at(0) }], happened: [] }],
      [3, ends('stirred'), { escalations: [] }],
      [4, reports({ anger: 10 }), { escalations: [] }],
      [5, reports({ anger: 1 })],
      [6, reports({ anger: 9 }), { escalations: [{ since: at(6) }] }],
    ],
  },
  'held-back-then-later': {
    section: 'boundaries',
    about:
      'An escalation that is held back does not begin; it does when it is no longer held back, if its condition holds then.',
    playbooks: ['restarting'],
    opening: { reports: { ready: true, spare: true } },
    turns: [
      [
        1,
        reports({ anger: 9 }),
        {
          escalations: [],
          happened: [],
          heldBack: [['escalation by not_now', { rule: 'stirred' }]],
        },
      ],
      [2, says('Well?'), { escalations: [], heldBack: ['escalation by not_now'] }],
      [3, reports({ spare: false }), { escalations: ['stirred asked desk'], heldBack: [] }],
    ],
  },
  'held-back-and-over': {
    section: 'boundaries',
    about:
      'What is held back does not begin later where its condition has fallen by then; what the agent would do is blocked likewise.',
    playbooks: ['restarting'],
    opening: { reports: { ready: true, spare: true, anger: 9 } },
    turns: [
      [1, escalates('desk'), { verdict: ['not_now'], escalations: [] }],
      [2, reports({ anger: 1 }), { heldBack: [] }],
      [3, reports({ spare: false }), { escalations: [] }],
      [
        4,
        escalates('desk'),
        { verdict: 'allowed', escalations: [['agent desk asked desk', { kind: 'agent', at: undefined }]] },
      ],
      [5, escalates('desk'), { verdict: 'allowed', escalations: ['agent desk asked desk'] }],
      [6, ends('agent desk'), { escalations: [] }],
    ],
  },
  'which-one-leads': {
    section,
    about:
      'Of those that run, the first as written leads that no other one beats; those that are beaten are reported last.',
    playbooks: ['several'],
    opening: ready,
    turns: [
      [
        1,
        reports({ a_on: true }),
        {
          escalations: [['last_written told desk', { leads: true, handover: false }]],
          lines: ['say A', 'do Listen.'],
          step: 'hear',
        },
      ],
      [
        2,
        reports({ b_on: true }),
        {
          escalations: [
            { id: 'middle', leads: true },
            { id: 'last_written', leads: false },
          ],
          lines: ['say B', 'do Listen.'],
        },
      ],
      [
        3,
        reports({ d_on: true }),
        {
          escalations: [{ id: 'middle' }, { id: 'step.hear.escalate.lead.1', leads: false }, { id: 'last_written' }],
          lines: ['say B', 'do Listen.'],
          step: 'hear',
        },
      ],
      [
        4,
        reports({ c_on: true }),
        {
          escalations: [
            ['first_of_all asked desk', { leads: true }],
            { id: 'last_written' },
            { id: 'middle' },
            { id: 'step.hear.escalate.lead.1' },
          ],
          lines: ['say C'],
          step: null,
        },
      ],
      [
        5,
        ends('first_of_all'),
        { escalations: [{ id: 'middle' }, { id: 'step.hear.escalate.lead.1' }, { id: 'last_written' }] },
      ],
      [
        6,
        answers('desk'),
        { escalations: [{ id: 'step.hear.escalate.lead.1', leads: true }], handovers: [], lines: ['do Listen.'] },
      ],
      [7, answers('lead'), { escalations: [], handovers: [{ team: 'lead', values: [] }] }],
    ],
  },
  'goes-on-with-another-playbook': {
    section,
    about:
      'Right after the start the first playbook that fits goes on in the place of the one at work in the leading run.',
    playbooks: ['moving_on', 'for_all', 'for_children'],
    opening: ready,
    turns: [
      [
        1,
        reports({ harm: true }),
        {
          playbooks: ['for_all stay leads'],
          happened: ['escalation danger', 'playbook for_all', 'step stay'],
          step: 'stay',
        },
      ],
      [2, ends('danger')],
      [3, reports({ harm: false })],
      [4, reports({ harm: true, child: true }), { playbooks: ['for_children stay leads'] }],
      [5, ends('danger')],
      [6, reports({ harm: false, child: true })],
      [7, reports({ harm: true }), { playbooks: ['for_children stay leads'], happened: ['escalation danger'] }],
    ],
  },
  'goes-on-with-one-that-is-absent': {
    section: 'playbooks',
    about: 'A `continueWith` of an escalation to a playbook that can’t be entered does nothing, and a fault tells.',
    playbooks: ['moving_on'],
    opening: ready,
    turns: [
      [
        1,
        reports({ threat: true }),
        { playbooks: ['moving_on hear leads'], faults: ['absentPlaybook not_loaded'], escalations: ['threatened'] },
      ],
      [2, reports({ harm: true }), { playbooks: ['moving_on hear leads'], faults: ['absentPlaybook for_all'] }],
    ],
  },
  'begins-a-run-of-its-own': {
    section,
    about:
      'Where no playbook is at work, the one to go on with begins a run; house escalations are in force from the opening.',
    playbooks: ['in_house', 'for_all'],
    turns: [
      [
        1,
        reports({ harm: true }),
        {
          playbooks: [['for_all stay leads', { since: at(1) }]],
          escalations: ['harm_house asked desk'],
          happened: [['escalation harm_house', { playbook: undefined }], 'playbook for_all', 'step stay'],
          step: null,
        },
      ],
      [2, replies('I am here.')],
      [3, answers('desk'), { step: 'stay', playbooks: ['for_all stay leads'] }],
      [4, replies('Still here.'), { playbooks: [] }],
    ],
  },
};
