import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, records, replies, offers, declines, passes, warns, does } = c;
const ready = { reports: { ready: true } };

export const cases: Cases = {
  'a-value-of-every-type': {
    section: 'facts',
    about:
      'A value that is one of the type of its fact is known: a range is of real numbers, money has its decimals, an empty text is a text.',
    playbooks: ['values'],
    opening: ready,
    opens: { step: 'watch', lines: [] },
    turns: [
      [
        1,
        reports({ anger: 7.5, channel: 'chat', vip: false, delay: 2.5, price: 12.5 }),
        {
          lines: ['do anger', 'do channel', 'do vip', 'do delay', 'do price'],
        },
      ],
      [
        2,
        reports({ score: -3.25, contacts: 0, due: 20280229, caller: '' }),
        {
          lines: [
            'do anger',
            'do channel',
            'do vip',
            'do delay',
            'do price',
            'do score',
            'do contacts',
            'do due',
            'do caller',
          ],
        },
      ],
      [
        3,
        records('wish', 'swap'),
        {
          lines: [
            'do anger',
            'do channel',
            'do vip',
            'do delay',
            'do price',
            'do score',
            'do contacts',
            'do due',
            'do caller',
            'do wish',
          ],
        },
      ],
    ],
  },
  'a-value-of-another-type': {
    section: 'facts',
    about: 'A value that is not one of its type is taken as unknown and reported as a fault; nothing is coerced.',
    playbooks: ['values'],
    opening: ready,
    turns: [
      [
        1,
        reports({
          anger: '8',
          channel: 'fax',
          vip: 1,
          delay: -1,
          price: 12.345,
          score: 'high',
          contacts: 1.5,
          due: 20260229,
          caller: 5,
        }),
        {
          lines: [],
          faults: [
            'badValue anger',
            'badValue caller',
            'badValue channel',
            'badValue contacts',
            'badValue delay',
            'badValue due',
            'badValue price',
            'badValue score',
            'badValue vip',
          ],
        },
      ],
      [
        2,
        reports({
          anger: 10.5,
          delay: 31,
          price: 501,
          vip: 'true',
          contacts: -1,
          due: 2026.5,
          caller: ['x'],
          score: { a: 1 },
        }),
        {
          lines: [],
          faults: [
            'badValue anger',
            'badValue caller',
            'badValue contacts',
            'badValue delay',
            'badValue due',
            'badValue price',
            'badValue score',
            'badValue vip',
          ],
        },
      ],
      [3, records('wish', 'apology'), { lines: [], faults: ['badValue wish'] }],
      [
        4,
        reports({ anger: 10, delay: 30, price: 500, due: 20261131 }),
        {
          lines: ['do anger', 'do delay', 'do price'],
          faults: ['badValue due'],
        },
      ],
    ],
  },
  'the-newest-value-holds': {
    section: 'facts',
    about:
      'The newest report holds until the next; null takes a value back without a fault, a bad value takes it back with one.',
    playbooks: ['values'],
    opening: ready,
    turns: [
      [1, reports({ anger: 5, vip: true })],
      [2, says('Hello'), { lines: ['do anger', 'do vip'] }],
      [3, reports({ vip: null }), { lines: ['do anger'] }],
      [4, reports({ anger: 11 }), { lines: [], faults: ['badValue anger'] }],
      [5, records('wish', 'swap'), { lines: ['do wish'] }],
      [6, records('wish', null), { lines: [] }],
    ],
  },
  'a-fixed-signal': {
    section: 'faults',
    about:
      'A fixed signal that is known does not change: a different report, null included, is a fault and is not taken.',
    playbooks: ['values'],
    opening: ready,
    turns: [
      [1, reports({ channel: null }), { lines: [] }],
      [2, reports({ channel: 'chat' }), { lines: ['do channel'] }],
      [3, reports({ channel: 'chat' }), { lines: ['do channel'] }],
      [
        4,
        reports({ channel: 'phone' }),
        { lines: [['do channel', { because: { channel: 'chat' } }]], faults: ['fixedValue channel'] },
      ],
      [
        5,
        reports({ channel: null }),
        { lines: [['do channel', { because: { channel: 'chat' } }]], faults: ['fixedValue channel'] },
      ],
    ],
  },
  'fields-are-not-signals': {
    section: 'faults',
    about: 'A field in `reports`, or a signal in `agentRecords`, is not taken; a name that no document has is ignored.',
    playbooks: ['values'],
    opening: ready,
    turns: [
      [1, reports({ wish: 'swap', anger: 3 }), { lines: ['do anger'], faults: ['wrongKind wish'] }],
      [2, records('vip', true), { lines: ['do anger'], faults: ['wrongKind vip'] }],
      [3, reports({ weather: 'fine', constructor: 1 }), { lines: ['do anger'] }],
      [4, records('nobody', 'x'), { lines: ['do anger'] }],
      [5, says('Hello', { wish: 'refund' }), { lines: ['do anger'], faults: ['wrongKind wish'] }],
    ],
  },
  'and-or-of-unknown': {
    section: 'conditions',
    about:
      '`and` is no if one part is no, `or` is yes if one part is yes; else one unknown part makes the whole unknown.',
    playbooks: ['logic'],
    opening: ready,
    opens: { lines: [] },
    turns: [
      [
        1,
        reports({ left: true }),
        {
          lines: [
            ['do or: yes', { because: { either: true } }],
            'do or: known',
            ['do left unless right', { because: { left: true, right: null } }],
          ],
        },
      ],
      [2, reports({ left: false }), { lines: ['do and: no', 'do and: known'] }],
      [3, reports({ right: false }), { lines: ['do and: no', 'do and: known', 'do or: no', 'do or: known'] }],
      [4, reports({ left: null, right: true }), { lines: ['do or: yes', 'do or: known'] }],
      [5, reports({ left: true }), { lines: ['do and: yes', 'do and: known', 'do or: yes', 'do or: known'] }],
    ],
  },
  'not-of-unknown': {
    section: 'conditions',
    about: 'A comparison with something unknown is unknown, and so is its opposite.',
    playbooks: ['logic'],
    opening: ready,
    opens: { lines: [] },
    turns: [
      [1, reports({ size: 5 }), { lines: ['do size is 5', 'do not below 5'] }],
      [2, reports({ size: 4.5 }), { lines: ['do size is not 5'] }],
      [
        3,
        reports({ size: 6, place: 'home' }),
        { lines: ['do size is not 5', 'do not below 5', 'do place is not shop', 'do place is one of'] },
      ],
      [4, reports({ size: null, place: 'shop' }), { lines: ['do place is one of'] }],
    ],
  },
  'what-starts-waits': {
    section: 'conditions',
    about: 'A trigger or escalation needs a definite yes; an `unless` counts only when it is certain.',
    playbooks: ['cautious'],
    turns: [
      [1, reports({ fraud: 60 }), { playbooks: [], escalations: [], silent: [] }],
      [2, reports({ fraud: null }), { silent: ['trigger asked: fraud, vip'] }],
      [3, reports({ fraud: 40 }), { playbooks: ['cautious hear leads'], escalations: [] }],
      [
        4,
        reports({ vip: false, fraud: null }),
        { playbooks: ['cautious hear leads'], silent: ['escalation suspicious: fraud', 'done hear: urgent'] },
      ],
    ],
  },
  'an-exception-that-is-certain': {
    section: 'conditions',
    about: 'A trigger does not start where its `unless` is certain.',
    playbooks: ['cautious'],
    opening: { reports: { vip: true } },
    turns: [
      [1, reports({ fraud: 40 }), { playbooks: [], silent: [] }],
      [2, reports({ vip: null }), { playbooks: ['cautious hear leads'] }],
    ],
  },
  'what-forbids-holds': {
    section: 'conditions',
    about: 'A `never` blocks unless its condition is a definite no, and names what is not known.',
    playbooks: ['cautious'],
    opening: { reports: { fraud: 40 } },
    opens: { offers: ['refund open'] },
    turns: [
      [1, offers('refund'), { verdict: 'allowed' }],
      [2, reports({ fraud: null }), { offers: [['refund closed by blocks', { because: {} }]] }],
      [
        3,
        offers('refund'),
        {
          verdict: [['no_fraud', { rule: 'boundary.no_fraud.never.1', missing: ['fraud'], because: { fraud: null } }]],
        },
      ],
      [4, reports({ fraud: 85 }), { offers: ['refund closed by blocks'] }],
      [5, offers('refund'), { verdict: [['no_fraud', { missing: [], because: { fraud: 85 } }]] }],
      [
        6,
        does('hang_up'),
        { verdict: [['no_fraud', { rule: 'boundary.no_fraud.never.2', missing: ['vip'] }]], happened: [] },
      ],
      [7, reports({ vip: true })],
      [8, does('hang_up'), { verdict: 'allowed', happened: ['action hang_up'] }],
    ],
  },
  'a-situation-is-unknown-too': {
    section: 'facts',
    about:
      'A situation is true where its condition is certain, false where it is not even possible, else unknown; `because` says so.',
    playbooks: ['logic'],
    opening: ready,
    turns: [
      [
        1,
        reports({ left: true, right: false }),
        {
          lines: [
            ['do and: no', { because: { both: false } }],
            ['do and: known', { because: { both: false } }],
            ['do or: yes', { because: { either: true } }],
            ['do or: known', { because: { either: true } }],
            ['do left unless right', { because: { left: true, right: false } }],
          ],
        },
      ],
    ],
  },
  'what-a-conversation-counts': {
    section: 'facts',
    about:
      'Messages, elapsed and waiting seconds (rounded down), declined offers, warnings and attempts are always known.',
    playbooks: ['own'],
    opening: ready,
    opens: {
      lines: [
        ['do counted', { because: { messages: 0, declined: 0, warnings: 0 } }],
        ['do timed', { because: { elapsed: 0, waiting: 0 } }],
        ['do tried', { because: { attempts: 0 } }],
      ],
    },
    turns: [
      [10, says('Hello')],
      [15.999, passes, { lines: ['do counted', ['do timed', { because: { elapsed: 15, waiting: 5 } }], 'do tried'] }],
      [
        20,
        replies('Good morning'),
        {
          lines: [
            ['do counted', { because: { messages: 1, declined: 0, warnings: 0 } }],
            ['do timed', { because: { elapsed: 20, waiting: 0 } }],
            ['do tried', { because: { attempts: 1 } }],
          ],
        },
      ],
      [25, passes, { lines: ['do counted', ['do timed', { because: { elapsed: 25, waiting: 0 } }], 'do tried'] }],
      [26, offers('swap')],
      [27, declines('swap')],
      [28, warns],
      [
        29,
        declines(),
        {
          lines: [
            ['do counted', { because: { messages: 1, declined: 2, warnings: 1 } }],
            'do timed',
            ['do tried', { because: { attempts: 1 } }],
          ],
        },
      ],
      [30, reports({ over: true }), { step: 'second', lines: [['do tried', { because: { attempts: 0 } }]] }],
    ],
  },
};
