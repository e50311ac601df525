import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, records, replies, says, asks, does, offers, warns, escalates, closes, done, approves, refuses } = c;
const section = 'boundaries';

export const cases: Cases = {
  'every-kind-of-act': {
    section,
    about:
      'A `never` blocks an act that is one of its acts; each rule blocks once, and all that block are named, in order.',
    playbooks: ['every_act'],
    opening: { reports: { ready: true, calm: false } },
    turns: [
      [
        1,
        replies('Oh, CALM down; silly!'),
        {
          verdict: [
            [
              'no_blame',
              {
                by: 'boundary',
                rule: 'boundary.no_blame.never.1',
                title: 'No blame',
                span: { start: 4, end: 13 },
                phrase: 'calm down',
                because: { calm: false },
                missing: [],
                instead: { text: 'Let us look at it together.', missing: [] },
              },
            ],
          ],
        },
      ],
      [2, asks('pin'), { verdict: [['careful', { fact: 'pin', rule: 'boundary.careful.never.1' }]] }],
      [3, asks('card'), { verdict: 'allowed' }],
      [4, does('hang_up'), { verdict: [['careful', { rule: 'boundary.careful.never.2' }]] }],
      [5, does('transfer'), { verdict: 'allowed', happened: ['action transfer'] }],
      [6, warns, { verdict: ['careful'] }],
      [7, escalates('desk'), { verdict: ['present'], escalations: [] }],
      [8, closes, { verdict: ['present'], state: 'open' }],
      [9, reports({ calm: true })],
      [
        10,
        escalates('desk'),
        { verdict: 'allowed', escalations: [['agent desk asked desk', { kind: 'agent', handover: true }]] },
      ],
      [11, closes, { verdict: 'allowed', state: 'closed' }],
    ],
  },
  'a-phrase-with-exceptions': {
    section: 'matching',
    about:
      'A list matches where one of its phrases shares no word with a match of `except`; the leftmost such match is reported, in code points.',
    playbooks: ['every_act'],
    opening: { reports: { ready: true, calm: false } },
    turns: [
      [1, replies('It is not your fault.'), { verdict: 'allowed' }],
      [
        2,
        replies('😀 Not your fault? It is your fault!'),
        { verdict: [['no_blame', { span: { start: 24, end: 34 }, phrase: 'your fault' }]] },
      ],
      [3, replies('Silly!'), { verdict: [['no_blame', { span: { start: 0, end: 5 }, phrase: 'silly' }]] }],
    ],
  },
  'words-that-approval-would-let-through': {
    section,
    about: 'Words that a team could let through are held back like others. The reply itself goes out once it has.',
    playbooks: ['cleared'],
    opening: { reports: { ready: true } },
    opens: { lines: ['say Let us see.'], heldBack: [['words by legal_first', { words: 'We will pay.' }]] },
    turns: [
      [1, replies('We will pay.'), { verdict: [['legal_first', { approvals: ['legal'], missing: [] }]] }],
      [2, approves('legal'), { lines: ['say Let us see.'], heldBack: ['words by legal_first'] }],
      [3, replies('We will pay.'), { verdict: 'allowed' }],
    ],
  },
  'nothing-forbidden-is-suggested': {
    section,
    about:
      'Words, questions and actions that a `never` forbids are held back, and reported as such; other words of the line stay.',
    playbooks: ['every_act'],
    opening: { reports: { ready: true, calm: false } },
    opens: {
      lines: ['ask card', 'do transfer', 'say Let us see.'],
      heldBack: [
        ['line by careful', { rule: 'step.hear.ask.pin.1' }],
        ['line by careful', { rule: 'step.hear.do.hang_up.1' }],
        ['words by no_blame', { rule: 'step.hear.say.1', words: 'Calm down.' }],
        ['words by no_blame', { rule: 'step.hear.say.2', words: 'Please calm down.' }],
      ],
    },
    turns: [
      [
        1,
        reports({ calm: true }),
        {
          lines: [
            'ask card',
            'ask pin',
            'do hang_up',
            'do transfer',
            'say Calm down. | Let us see.',
            'say Please calm down.',
          ],
          heldBack: [],
        },
      ],
    ],
  },
  'a-review-changes-nothing': {
    section,
    about: 'An act may be reviewed at any time: the verdict is the same, and nothing changes.',
    playbooks: ['every_act'],
    opening: { reports: { ready: true, calm: false } },
    turns: [
      [
        1,
        reports({}),
        {
          reviews: [
            [does('transfer'), 'allowed'],
            [does('hang_up'), ['careful']],
            [closes, ['present']],
            [replies('calm down'), [['no_blame', { span: { start: 0, end: 9 } }]]],
          ],
        },
      ],
      [
        2,
        reports({ calm: true }),
        { happened: [], state: 'open', crossings: [], reviews: [[does('hang_up'), 'allowed']] },
      ],
    ],
  },
  'done-although-forbidden': {
    section,
    about: 'An act that is out already crosses each boundary that blocks it, once, and takes effect.',
    playbooks: ['every_act'],
    opening: { reports: { ready: true, calm: false } },
    turns: [
      [
        1,
        done(does('hang_up')),
        {
          verdict: ['careful'],
          crossings: [['careful', { rule: 'boundary.careful.never.2', times: undefined, because: { calm: false } }]],
          happened: ['boundary careful', 'action hang_up'],
        },
      ],
      [2, does('hang_up'), { verdict: ['careful'], crossings: [], happened: [] }],
    ],
  },
  'a-reply-that-is-approved': {
    section,
    about:
      '`approved` is of that team and of the next such act: a reply that goes out uses it up. Unknown, it forbids.',
    playbooks: ['silence'],
    opening: { reports: { public: true } },
    turns: [
      [1, replies('Hello'), { verdict: [['press_first', { approvals: ['press'], missing: [], span: undefined }]] }],
      [2, approves('legal')],
      [3, replies('Hello'), { verdict: [['press_first', { approvals: ['press'] }]] }],
      [4, approves('press'), { reviews: [[replies('Hello'), 'allowed']] }],
      [5, replies('Hello'), { verdict: 'allowed' }],
      [6, replies('Again'), { verdict: ['press_first'] }],
      [7, approves('press')],
      [8, refuses('press')],
      [
        9,
        replies('Hello'),
        { verdict: [['press_first', { approvals: ['press'], because: { public: true, 'approved by press': false } }]] },
      ],
    ],
  },
  'an-action-that-is-approved': {
    section,
    about: 'A decision about an action is for that action alone; one of several teams may be enough.',
    playbooks: ['silence'],
    opening: { reports: { public: true } },
    turns: [
      [1, approves('legal')],
      [2, does('post'), { verdict: [['post_first', { approvals: ['legal', 'press'] }]] }],
      [3, approves('legal', { action: 'post' })],
      [4, refuses('press', { action: 'post' })],
      [5, does('post'), { verdict: 'allowed', happened: ['action post'] }],
      [6, does('post'), { verdict: ['post_first'] }],
    ],
  },
  'what-is-mentioned': {
    section,
    about: '`mention` finds the words of a value’s text form, in a row and in normal form; a yes or no is never found.',
    playbooks: ['private'],
    opening: {
      reports: {
        ready: true,
        caller: 'Ms O’Neill',
        balance: 12.5,
        late: 1,
        due: 20261130,
        size: 40,
        product: 'gold_card',
        vip: true,
      },
    },
    opens: { heldBack: [{ what: 'words', words: 'Is it Ms O’Neill?' }], lines: [] },
    turns: [
      [
        1,
        replies("Dear MS O'NEILL, hello"),
        {
          verdict: [
            [
              'private_data',
              {
                fact: 'caller',
                span: { start: 5, end: 15 },
                instead: { text: 'Please send us a message, Ms O’Neill.' },
              },
            ],
          ],
        },
      ],
      [
        2,
        replies('You have 12.50 GBP'),
        { verdict: [['private_data', { fact: 'balance', span: { start: 9, end: 18 } }]] },
      ],
      [3, replies('You have 12.5 GBP'), { verdict: 'allowed' }],
      [4, replies('It is 1 day late'), { verdict: [['private_data', { fact: 'late' }]] }],
      [5, replies('Due on 2026/11/30.'), { verdict: [['private_data', { fact: 'due', span: { start: 7, end: 17 } }]] }],
      [6, replies('Size 40, or 400'), { verdict: [['private_data', { fact: 'size', span: { start: 5, end: 7 } }]] }],
      [7, replies('Your gold-card'), { verdict: [['private_data', { fact: 'product' }]] }],
      [8, replies('yes'), { verdict: 'allowed' }],
      [9, replies('O’Neill'), { verdict: 'allowed' }],
    ],
  },
  'nothing-known-to-mention': {
    section,
    about:
      'A value that is not known, or that has no words, is never mentioned; of several the first that is found is named.',
    playbooks: ['private'],
    opening: { reports: { ready: true, caller: '…', size: 5, late: 5 } },
    turns: [
      [1, replies('… null {balance}'), { verdict: 'allowed' }],
      [
        2,
        replies('size 5, late 5 days'),
        { verdict: [['private_data', { fact: 'late', span: { start: 13, end: 19 } }]] },
      ],
    ],
  },
  'the-message-that-is-being-answered': {
    section,
    about:
      "For rules that judge, `customer says` is about the customer's last message until a reply of ours has gone out, also through a situation; elsewhere it is over with the event.",
    playbooks: ['answered'],
    opening: {},
    turns: [
      [1, says('Hello, my lawyer will write to you'), { offers: ['refund closed by blocks'] }],
      [2, records('note', 'A threat'), { offers: ['refund closed by blocks'] }],
      [3, offers('refund'), { verdict: [['no_bribe', { because: { threatened: true } }]] }],
      [4, replies('I am sorry.'), { verdict: ['no_answer'] }],
      [5, replies('I see.'), { verdict: 'allowed' }],
      [6, replies('I am sorry.'), { verdict: 'allowed' }],
      [7, says('Well?'), { offers: ['refund open'] }],
      [8, offers('refund'), { verdict: 'allowed' }],
    ],
  },
};
