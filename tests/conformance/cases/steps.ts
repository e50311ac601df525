import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, records, passes, completes, keeps, answers, done, offers, gbp } = c;
const section = 'steps';
const ready = { reports: { ready: true } };
const reply = replies('Yes');

export const cases: Cases = {
  'skips-in-a-chain': {
    section,
    about: 'On entry `skip` is judged, step after step; what is passed over was not entered.',
    playbooks: ['skipping'],
    opening: { reports: { ready: true, quiet: true } },
    opens: {
      playbooks: ['skipping solve leads'],
      moves: ['greet skip ask_first', 'ask_first skip solve'],
      happened: ['playbook skipping', 'step solve'],
    },
    turns: [[1, reply, { playbooks: [], moves: ['solve reply thank', 'thank skip'] }]],
  },
  'skips-to-the-end': {
    section,
    about: 'Where the last step is passed over too, the playbook is complete.',
    playbooks: ['skipping'],
    opening: { reports: { ready: true, quiet: true, solved: true } },
    opens: {
      playbooks: [],
      happened: ['playbook skipping'],
      moves: [{ from: 'greet' }, { from: 'ask_first' }, { from: 'solve' }, 'thank skip'],
    },
    turns: [],
  },
  'skip-is-judged-on-entry': {
    section,
    about: '`skip` needs a definite yes, and is not judged again after the step has been entered.',
    playbooks: ['skipping'],
    opening: ready,
    opens: { step: 'greet' },
    turns: [
      [1, reports({ quiet: true }), { step: 'greet' }],
      [2, reply, { step: 'solve', moves: ['greet reply ask_first', 'ask_first skip solve'] }],
    ],
  },
  'the-first-exit-that-is-certain': {
    section,
    about:
      'Exits are tried in the order written, then `done`; the first that is certain is taken, and no second one in the same pass.',
    playbooks: ['exits'],
    opening: { reports: { ready: true } },
    turns: [
      [
        1,
        reports({ late: true, lost: true }),
        { step: 'lost_step', moves: [['hear goTo lost_step', { because: { lost: true } }]] },
      ],
      [2, reports({ lost: false }), { step: 'hear', moves: ['lost_step goTo hear'] }],
      [3, reports({}), { step: 'late_step', moves: ['hear goTo late_step'] }],
      [4, reports({ late: false }), { step: 'lost_step', moves: ['late_step goTo lost_step'] }],
    ],
  },
  'done-after-our-reply': {
    section,
    about: '`done` is judged only from our first reply in the step on; `go to` is not bound to that.',
    playbooks: ['exits'],
    opening: { reports: { ready: true, fine: true } },
    opens: { step: 'hear' },
    turns: [
      [1, says('Hello'), { step: 'hear' }],
      [2, reply, { step: 'normal', moves: ['hear done normal'] }],
      [3, reports({}), { step: 'normal' }],
      [4, reports({ late: true }), { step: 'hear', moves: ['normal goTo hear'] }],
    ],
  },
  'done-later-than-the-reply': {
    section,
    about: 'After a reply of ours `done` takes effect with any event.',
    playbooks: ['exits'],
    opening: ready,
    turns: [
      [1, reply, { step: 'hear' }],
      [2, reports({ fine: true }), { step: 'normal', moves: [{ how: 'done', because: { fine: true } }] }],
      [3, reports({}), { step: 'normal' }],
    ],
  },
  'ends-with-the-next-reply': {
    section,
    about: 'A step without `done` ends with our next reply once its questions are answered and its records made.',
    playbooks: ['gathering'],
    opening: ready,
    opens: { lines: ['ask order', ['record issue', { open: ['issue'] }]] },
    turns: [
      [1, reply, { step: 'gather' }],
      [2, records('order'), { step: 'gather' }],
      [3, reply, { step: 'gather' }],
      [4, records('issue'), { step: 'gather', lines: ['ask order', ['record issue', { open: [] }]] }],
      [5, reports({ phone_number: true }), { lines: ['ask order', 'ask phone', 'record issue'] }],
      [6, reply, { step: 'gather' }],
      [7, reports({ phone_number: false })],
      [8, reply, { step: 'promise_it', moves: ['gather reply promise_it'] }],
    ],
  },
  'a-reply-ends-only-one-step': {
    section,
    about: 'The reply that ends one step is none in the next: it has no attempts, and makes none of its promises.',
    playbooks: ['gathering'],
    opening: ready,
    turns: [
      [1, records('order')],
      [2, records('issue')],
      [3, reply, { step: 'promise_it', promises: [] }],
      [4, reply, { promises: ['call due 3604'] }],
    ],
  },
  'promises-once-each-entry': {
    section,
    about: 'A promise is made with a reply, where its line fits, once for each time the step is entered.',
    playbooks: ['gathering'],
    opening: ready,
    turns: [
      [1, completes('gather'), { step: 'promise_it', lines: ['promise call', 'do Wait.'], nextDue: null }],
      [2, reply, { promises: ['call due 3602'], happened: ['promise call', 'step last'], step: 'last' }],
      [3, reply, { promises: ['call due 3602', 'call due 3603'], playbooks: [] }],
      [4, keeps('call'), { promises: ['call due 3603'] }],
    ],
  },
  'promises-when-they-fit': {
    section,
    about: 'A line that begins to fit later is promised with the next reply after that, and the others not again.',
    playbooks: ['gathering'],
    opening: ready,
    turns: [
      [1, records('issue')],
      [2, completes('gather'), { step: 'promise_it' }],
      [3, reply, { promises: ['call due 3603'], step: 'promise_it' }],
      [
        4,
        reports({ phone_number: true }),
        { promises: ['call due 3603'], lines: ['promise call', 'promise letter', 'do Wait.'] },
      ],
      [5, reply, { promises: ['call due 3603', 'letter due 7205'] }],
    ],
  },
  'a-reply-that-starts-a-playbook': {
    section,
    about:
      'A reply counts for the step that is present at that moment: not for that of a playbook that starts because of it.',
    playbooks: ['called_back'],
    turns: [
      [1, replies('I will call you back'), { step: 'hear', promises: [], lines: ['promise call'] }],
      [2, reply, { promises: ['call due 3602'], lines: ['promise call', 'do Tried'] }],
    ],
  },
  'attempts-since-entry': {
    section,
    about: '`attempts` counts our replies since the step was entered, anew each time.',
    playbooks: ['trying'],
    opening: ready,
    turns: [
      [1, reply, { lines: [] }],
      [2, says('And?'), { lines: [] }],
      [3, reply, { lines: ['do Second try'] }],
      [4, reply, { step: 'again' }],
      [5, reports({ back: true }), { step: 'hear', lines: [] }],
      [6, reply, { lines: [] }],
      [7, reply, { lines: ['do Second try'] }],
    ],
  },
  'the-agent-completes': {
    section,
    about: '`agentCompletes` ends a step whatever its `done`, at once, before the conversation is gone through.',
    playbooks: ['exits'],
    opening: { reports: { ready: true } },
    turns: [
      [1, completes('hear'), { step: 'normal', moves: [['hear completed normal', { rule: 'hear', because: {} }]] }],
      [
        2,
        completes('normal'),
        { step: 'lost_step', moves: ['normal completed late_step', 'late_step goTo lost_step'] },
      ],
      [3, completes('lost_step'), { playbooks: [], moves: ['lost_step completed'] }],
    ],
  },
  'a-step-hands-over': {
    section,
    about:
      'An `escalate` line begins a handover on entry; the step phase pauses, but the step is shown where only `escalate` lines hand over.',
    playbooks: ['handing'],
    opening: ready,
    opens: { lines: ['say Hello', 'consult lead: lead', 'record issue'] },
    turns: [
      [
        1,
        records('issue'),
        {
          step: 'after',
          moves: ['hear goTo after'],
          escalations: [['step.after.escalate.lead.1 asked lead', { kind: 'step', handover: true, leads: true }]],
        },
      ],
      [2, reports({ fine: true })],
      [3, reply, { step: 'after', playbooks: ['handing after leads'], moves: [] }],
      [4, answers('lead'), { escalations: [], playbooks: [], handovers: ['step.after.escalate.lead.1 to lead'] }],
    ],
  },
  'a-handover-in-a-step': {
    section,
    about:
      'An `escalate` line acts once each time its step is entered; where another handover runs too, no step is shown.',
    playbooks: ['handing'],
    opening: { reports: { ready: true, angry: true } },
    opens: {
      step: 'hear',
      lines: [{ kind: 'say' }, { kind: 'consult' }, { kind: 'record' }],
      escalations: [{ id: 'step.hear.escalate.desk.1' }],
    },
    turns: [
      [1, reply, { step: 'hear' }],
      [
        2,
        c.escalates('lead'),
        { step: null, lines: [], escalations: ['step.hear.escalate.desk.1 asked desk', 'agent lead asked lead'] },
      ],
      [3, answers('lead'), { step: 'hear' }],
      [4, c.ends('step.hear.escalate.desk.1'), { step: 'hear', escalations: [] }],
      [5, reports({ angry: false })],
      [6, reports({ angry: true }), { step: 'hear', escalations: [] }],
    ],
  },
  'what-steps-forbid': {
    section: 'boundaries',
    about:
      'In force are the `never` rules of the present steps of all playbooks in the leading run, those below included, also during a handover.',
    playbooks: ['forbidding', 'inner'],
    opening: ready,
    opens: { playbooks: ['inner check leads', 'forbidding hear calls'] },
    turns: [
      [
        1,
        replies('A refund or a voucher'),
        {
          verdict: [
            ['check', { by: 'step', playbook: 'inner', span: { start: 14, end: 21 }, phrase: 'voucher' }],
            ['hear', { by: 'step', playbook: 'forbidding', span: { start: 2, end: 8 }, phrase: 'refund' }],
          ],
        },
      ],
      [2, reports({ angry: true }), { step: null }],
      [3, replies('a REFUND!'), { verdict: ['hear'] }],
      [4, answers('desk'), { step: 'check' }],
      [5, reply, { playbooks: ['forbidding hear leads'] }],
      [6, replies('voucher'), { verdict: 'allowed' }],
      [7, replies('refund'), { verdict: ['hear'] }],
      [8, done(replies('refund')), { verdict: ['hear'], crossings: [] }],
      [9, reports({ fine: true }), { step: 'after' }],
      [10, replies('refund'), { verdict: 'allowed' }],
    ],
  },
  'lines-by-channel': {
    section: 'the-parts',
    about:
      'A line is shown where the fact `channel` is one of its channels and its condition is certain; an offer is then open.',
    playbooks: ['channels'],
    opening: ready,
    opens: {
      lines: [['say Hello. | Good morning.', { rule: 'step.hear.say.3' }]],
      offers: [
        ['voucher closed by channel', { worth: gbp(10), upTo: true }],
        ['refund closed by condition', { missing: ['vip'] }],
      ],
    },
    turns: [
      [
        1,
        reports({ channel: 'email' }),
        { lines: ['say Hello. | Good morning.'], offers: ['voucher open', 'refund closed by condition'] },
      ],
      [
        2,
        reports({ vip: true }),
        { lines: ['say I am reading.', 'say Hello. | Good morning.'], offers: ['voucher open', 'refund open'] },
      ],
      [
        3,
        reports({ channel: 'phone', vip: false }),
        {
          lines: ['say I am listening.', 'say Hello. | Good morning.'],
          offers: ['voucher closed by channel', ['refund closed by condition', { missing: undefined }]],
        },
      ],
      [4, offers('voucher'), { verdict: 'allowed' }],
      [5, passes],
    ],
  },
};
