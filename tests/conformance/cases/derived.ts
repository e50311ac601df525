import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, offers, passes, does, done } = c;
const ready = { reports: { ready: true } };
const section = 'derived-facts';

export const cases: Cases = {
  'says-is-of-this-message': {
    section,
    about: '`says` is true in the event of the message alone, and never unknown; `hasSaid` stays.',
    playbooks: ['said'],
    opening: ready,
    opens: { lines: [] },
    turns: [
      [1, says('This is STUPID!'), { lines: ['do says', 'do has said'] }],
      [2, reports({}), { lines: ['do has said'] }],
      [3, says('Anyway'), { lines: ['do has said'] }],
      [4, replies('I am sorry'), { lines: ['do has said', 'do we say', 'do we have said'] }],
      [5, passes, { lines: ['do has said', 'do we have said'] }],
    ],
  },
  'each-speaker-for-itself': {
    section,
    about: '`says` and `hasSaid` are about messages of that speaker only.',
    playbooks: ['said'],
    opening: ready,
    turns: [
      [1, says('sorry'), { lines: [] }],
      [2, replies('stupid'), { lines: [] }],
      [3, says('useless'), { lines: ['do says', 'do has said'] }],
    ],
  },
  'messages-are-counted-not-matches': {
    section,
    about: '`hasSaid` with `times` counts messages that match, however many matches there are in one.',
    playbooks: ['said'],
    opening: ready,
    turns: [
      [1, says('stupid, stupid, useless'), { lines: ['do says', 'do has said'] }],
      [100, says('useless'), { lines: ['do says', 'do has said', 'do twice'] }],
    ],
  },
  'a-window-is-half-open': {
    section,
    about: 'The last 60 seconds are (now − 60, now]: what is 60 seconds old does not count any more.',
    playbooks: ['said'],
    opening: ready,
    turns: [
      [10, says('stupid')],
      [70, says('stupid'), { lines: ['do says', 'do has said', 'do twice'] }],
      [129.999, says('stupid'), { lines: ['do says', 'do has said', 'do twice', 'do twice in 60 s'], nextDue: 130 }],
    ],
  },
  'a-window-ends-by-itself': {
    section: 'events',
    about:
      'Where a fact with a window stops being true is a timer: the moment of the oldest that counts, plus the window.',
    playbooks: ['said'],
    opening: ready,
    turns: [
      [0, says('stupid'), { nextDue: null }],
      [30, says('stupid'), { lines: ['do says', 'do has said', 'do twice', 'do twice in 60 s'], nextDue: 60 }],
      [59.999, passes, { lines: ['do has said', 'do twice', 'do twice in 60 s'], nextDue: 60 }],
      [60, passes, { lines: ['do has said', 'do twice'], nextDue: null }],
    ],
  },
  'only-the-last-times-count': {
    section,
    about:
      'Of `times` in a window the last `times` moments decide: a third one keeps it true for as long as the second lasts.',
    playbooks: ['said'],
    opening: ready,
    turns: [
      [0, says('stupid')],
      [30, says('stupid'), { nextDue: 60 }],
      [50, says('stupid'), { nextDue: 90 }],
      [89, passes, { lines: ['do has said', 'do twice', 'do twice in 60 s'] }],
      [90, passes, { lines: ['do has said', 'do twice'] }],
    ],
  },
  'has-been-unknown': {
    section,
    about: '`hasBeen` is unknown once its condition was possible, true once it was certain, and never goes back.',
    playbooks: ['been'],
    opening: { reports: { ready: true, anger: 3 } },
    opens: { lines: ['do been: no', 'do streak: no'] },
    turns: [
      [1, reports({ anger: null }), { lines: ['do streak: no'] }],
      [2, reports({ anger: 3 }), { lines: ['do streak: no'] }],
      [3, reports({ anger: 8 }), { lines: ['do been: yes', 'do streak: no'] }],
      [4, reports({ anger: null }), { lines: ['do been: yes', 'do streak: no'] }],
      [5, reports({ anger: 0 }), { lines: ['do been: yes', 'do streak: no'] }],
    ],
  },
  'has-been-of-a-passing-report': {
    section,
    about: '`hasBeen` looks at every event, not at turns alone.',
    playbooks: ['been'],
    opening: { reports: { ready: true, anger: 9 } },
    opens: { lines: ['do been: yes', 'do streak: no'] },
    turns: [[1, says('Hello', { anger: 1 }), { lines: ['do been: yes', 'do streak: no'] }]],
  },
  'a-streak-is-of-turns': {
    section,
    about:
      'A streak is counted at messages of the customer, with the values after their own reports; it holds while its condition does.',
    playbooks: ['been'],
    opening: { reports: { ready: true, anger: 9 } },
    turns: [
      [1, reports({ anger: 10 }), { lines: ['do been: yes', 'do streak: no'] }],
      [2, says('one'), { lines: ['do been: yes', 'do streak: no'] }],
      [3, replies('Hello'), { lines: ['do been: yes', 'do streak: no'] }],
      [4, says('two'), { lines: ['do been: yes', 'do streak: yes'] }],
      [5, reports({ anger: 2 }), { lines: ['do been: yes', 'do streak: no'] }],
      [6, reports({ anger: 8 }), { lines: ['do been: yes', 'do streak: yes'] }],
      [7, says('three', { anger: 7 }), { lines: ['do been: yes', 'do streak: no'] }],
      [8, says('four', { anger: 8 }), { lines: ['do been: yes', 'do streak: no'] }],
      [9, says('five'), { lines: ['do been: yes', 'do streak: yes'] }],
    ],
  },
  'a-streak-over-the-unknown': {
    section,
    about:
      'An unknown turn neither makes a streak sure nor breaks it: it is unknown as long as it is possible, and no if it is not.',
    playbooks: ['been'],
    opening: ready,
    turns: [
      [1, says('one'), { lines: ['do streak: no'] }],
      [2, says('two'), { lines: [] }],
      [3, says('three', { anger: 9 }), { lines: ['do been: yes'] }],
      [4, says('four', { anger: null }), { lines: ['do been: yes'] }],
      [5, says('five', { anger: 9 }), { lines: ['do been: yes'] }],
      [6, says('six'), { lines: ['do been: yes', 'do streak: yes'] }],
      [7, reports({ anger: null }), { lines: ['do been: yes'] }],
      [8, reports({ anger: 1 }), { lines: ['do been: yes', 'do streak: no'] }],
      [9, says('seven'), { lines: ['do been: yes', 'do streak: no'] }],
      [10, says('eight', { anger: null }), { lines: ['do been: yes', 'do streak: no'] }],
    ],
  },
  'counts-within': {
    section,
    about: 'A report of a count counts once, whatever its value; each that leaves the window is a timer.',
    playbooks: ['counted'],
    opening: { reports: { ready: true, contacts: 7 } },
    opens: { lines: ['do few'], nextDue: 60 },
    turns: [
      [10, reports({ contacts: 7 }), { lines: ['do few'] }],
      [
        20,
        says('Again', { contacts: 0 }),
        { lines: [['do three', { because: { 'contacts in the last 60 seconds': 3 } }]], nextDue: 60 },
      ],
      [60, passes, { lines: ['do few'], nextDue: 70 }],
      [65, reports({ contacts: 1 }), { lines: ['do three'], nextDue: 70 }],
      [70, passes, { lines: ['do few'], nextDue: 80 }],
      [300, passes, { lines: ['do few'], nextDue: null }],
    ],
  },
  'what-happens': {
    section,
    about:
      'A playbook has started, a step been entered, an offer, promise or action been made or done: it has happened from then on.',
    playbooks: ['happened'],
    opening: ready,
    opens: { step: 'first', happened: ['playbook happened', 'step first'] },
    turns: [
      [1, offers('refund'), { happened: ['offer refund'] }],
      [2, replies('I will call you'), { happened: ['promise call'] }],
      [
        3,
        reports({ next: true }),
        {
          happened: ['step second'],
          lines: ['do playbook', 'do first', 'do second', 'do refund', 'do call'],
        },
      ],
      [
        4,
        does('hold'),
        {
          happened: ['action hold'],
          lines: ['do playbook', 'do first', 'do second', 'do refund', 'do call', 'do hold'],
        },
      ],
      [
        63.999,
        does('hold'),
        {
          lines: ['do playbook', 'do first', 'do second', 'do refund', 'do call', 'do hold', 'do held twice in 60 s'],
          nextDue: 64,
        },
      ],
      [64, passes, { lines: ['do playbook', 'do first', 'do second', 'do refund', 'do call', 'do hold'] }],
    ],
  },
  'what-was-held-back-has-not-happened': {
    section,
    about: 'An act that was held back has not happened; a step that was passed over was not entered.',
    playbooks: ['happened'],
    opening: { reports: { ready: true, over: true, next: false } },
    opens: { happened: ['playbook happened', 'step second'], lines: ['do playbook', 'do second'] },
    turns: [[1, does('hold'), { verdict: ['hold_sparingly'], happened: [], lines: ['do playbook', 'do second'] }]],
  },
  'a-boundary-crossed-has-happened': {
    section,
    about: 'A boundary has happened once it was crossed, by its `eachTime` or by an act that was out already.',
    playbooks: ['happened'],
    opening: { reports: { ready: true, next: true } },
    turns: [
      [1, replies('calm down'), { verdict: ['no_abuse'], happened: [] }],
      [2, done(replies('calm down')), { verdict: ['no_abuse'], happened: ['boundary no_abuse'] }],
      [3, passes, { lines: ['do playbook', 'do first', 'do second', 'do abuse'] }],
    ],
  },
  'in-the-order-of-facts': {
    section,
    about: 'Facts are computed in the order of `facts`, so that one pass is enough, whatever rests on what.',
    playbooks: ['situations'],
    opening: ready,
    opens: { lines: [] },
    turns: [
      [1, reports({ anger: 9 }), { lines: ['do stormy', 'do hopeless', 'do worst'] }],
      [2, reports({ anger: 1 }), { lines: ['do worst'] }],
      [3, says('stupid'), { lines: ['do stormy', 'do worst'] }],
      [4, passes, { lines: ['do worst'] }],
    ],
  },
};
