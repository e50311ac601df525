import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const {
  says,
  reports,
  replies,
  records,
  offers,
  declines,
  accepts,
  passes,
  completes,
  keeps,
  ends,
  answers,
  closes,
  leaves,
  done,
} = c;
const ready = { reports: { ready: true } };
const playbooks = ['small'];
const time = Date.parse(`${c.NOON}Z`);

export const cases: Cases = {
  malformed: {
    section: 'events',
    about: 'An event that does not fit the schema changes nothing, not even the time, and is a fault.',
    playbooks,
    opening: ready,
    turns: [
      [0, { malformed: { type: 'customerSays', at: time + 9000 } }, { faults: [{ code: 'malformed' }] }],
      [0, { malformed: { type: 'dances', at: time + 9000 } }, { faults: [{ code: 'malformed' }] }],
      [
        0,
        { malformed: { type: 'reports', at: 'now', values: { anger: 9 } } },
        { faults: [{ code: 'malformed' }], escalations: [] },
      ],
      [
        0,
        { malformed: { type: 'agentDoes', at: time + 9000, action: 'Hang up' } },
        { faults: [{ code: 'malformed' }] },
      ],
      [0, { malformed: ['timePasses'] }, { faults: [{ code: 'malformed' }] }],
      [0, { malformed: null }, { faults: [{ code: 'malformed' }], step: 'hear' }],
      [1, { malformed: { type: 'timePasses', at: time + 1000, weather: 'fine' } }],
    ],
  },
  'nobody-was-asked': {
    section: 'faults',
    about: 'An answer of a team that nobody asked, or the end of what is not running, changes nothing and is a fault.',
    playbooks,
    opening: ready,
    turns: [
      [1, answers('desk'), { faults: ['notAsked desk'] }],
      [2, ends('angry'), { faults: ['notRunning angry'] }],
      [3, reports({ anger: 8 }), { escalations: ['angry asked desk'] }],
      [4, answers('legal'), { faults: ['notAsked legal'], escalations: ['angry asked desk'] }],
      [5, ends('angry'), { escalations: [] }],
    ],
  },
  'nothing-was-promised': {
    section: 'faults',
    about: 'A promise is kept while it is open; nothing else can be.',
    playbooks,
    opening: ready,
    turns: [
      [1, keeps('call'), { faults: ['notPromised call'] }],
      [2, replies('I will call you'), { promises: ['call due 3602'] }],
      [3, keeps('letter'), { faults: ['notPromised letter'], promises: ['call due 3602'] }],
      [4, keeps('call'), { promises: [] }],
      [5, keeps('call'), { faults: ['notPromised call'] }],
    ],
  },
  'no-offer-was-made': {
    section: 'faults',
    about:
      'An answer without a name is about the last offer; without one it is a fault. An answer with a name is none.',
    playbooks,
    opening: ready,
    turns: [
      [1, declines(), { faults: ['noOffer'] }],
      [2, accepts(), { faults: ['noOffer'] }],
      [3, declines('refund')],
      [4, offers('refund'), { verdict: 'allowed' }],
      [5, accepts()],
      [6, declines()],
    ],
  },
  'not-the-present-step': {
    section: 'faults',
    about: '`agentCompletes` of a step that is nowhere the present one is a fault.',
    playbooks,
    opening: ready,
    turns: [
      [1, completes('end_well'), { faults: ['notPresent end_well'], step: 'hear' }],
      [2, completes('hear', 'other'), { faults: ['notPresent hear'], step: 'hear' }],
      [3, completes('hear', 'small'), { step: 'end_well', moves: ['hear completed end_well'] }],
      [4, completes('hear'), { faults: ['notPresent hear'], step: 'end_well' }],
    ],
  },
  'after-the-close': {
    section: 'events',
    about:
      'After the close only time, reports, records and kept promises are taken, and only follow ups that were running go on.',
    playbooks,
    opening: { reports: { ready: true, anger: 1 } },
    turns: [
      [1, replies('I will call you'), { promises: ['call due 3601'] }],
      [2, records('issue'), { followUps: ['later due 3602 times 0'], step: 'end_well' }],
      [
        3,
        closes,
        { state: 'closed', verdict: 'allowed', playbooks: [], step: null, lines: [], obligations: [], nextDue: 3601 },
      ],
      [4, says('Hello?', { anger: 9 }), { state: 'closed', faults: ['closed'], escalations: [], crossings: [] }],
      [5, replies('Yes?'), { faults: ['closed'] }],
      [6, closes, { faults: ['closed'] }],
      [7, leaves, { faults: ['closed'] }],
      [8, reports({ anger: 9 }), { escalations: [], crossings: [], happened: [] }],
      [
        3602,
        passes,
        {
          happened: ['followUp later'],
          lines: ['say How did it go?'],
          promises: ['call due 3601 overdue'],
          followUps: ['later due 7202 times 1'],
        },
      ],
      [3700, keeps('call'), { promises: [] }],
      [3701, records('issue', null), { state: 'closed', obligations: [] }],
      [7202, reports({}), { happened: ['followUp later'], followUps: ['later due 10802 times 2'], nextDue: 10802 }],
      [7203, reports({ anger: 0 })],
      [10802, passes, { happened: [], followUps: [], nextDue: null }],
    ],
  },
  'the-customer-leaves': {
    section: 'events',
    about: 'When the customer leaves nothing is judged, and the conversation closes.',
    playbooks,
    opening: { reports: { ready: true, anger: 8 } },
    opens: { escalations: ['angry asked desk'], step: null, obligations: ['record issue before close'] },
    turns: [
      [1, closes, { state: 'open', verdict: [['written', { needs: { kind: 'record', ids: ['issue'] } }]] }],
      [2, leaves, { state: 'closed', crossings: [], escalations: [], playbooks: [], nextDue: null }],
    ],
  },
  'closed-although-blocked': {
    section: 'events',
    about:
      'An act that is out already is judged, takes effect whatever the verdict, and crosses each boundary that blocks it.',
    playbooks,
    opening: ready,
    turns: [
      [1, closes, { verdict: ['written'], state: 'open', crossings: [] }],
      [
        2,
        done(closes),
        { verdict: ['written'], state: 'closed', crossings: ['written'], happened: ['boundary written'] },
      ],
    ],
  },
  'blocked-changes-nothing-but-time': {
    section: 'events',
    about: 'An act that is blocked changes nothing but the time; it is judged by the facts of the moment before.',
    playbooks,
    opening: ready,
    turns: [
      [100, says('Hello')],
      [160, closes, { verdict: ['written'], state: 'open', step: 'hear' }],
      [161, replies('Yes?'), { verdict: 'allowed', promises: ['call due 3761'] }],
    ],
  },
  'the-opening-is-an-event': {
    section: 'order-within-an-event',
    about: 'The opening is gone through like an event: what its reports make so begins to hold, and happens, there.',
    playbooks,
    opening: { reports: { ready: true, anger: 9, issue: 'x', wrong: 1 } },
    opens: {
      happened: ['playbook small', 'step hear', 'escalation angry', 'agentCare breather'],
      crossings: [],
      lines: ['do Take a breath.'],
      faults: ['wrongKind issue'],
    },
    turns: [[0, reports({}), { happened: ['boundary blunt'], crossings: ['blunt 1 warn'] }]],
  },
};
