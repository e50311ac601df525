import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { says, reports, replies, passes, answers, closes, warns } = c;
const section = 'boundaries';
const calm = { reports: { ready: true, shaky: false, over: false, caller: 'Ms Bell' } };

export const cases: Cases = {
  'reactions-in-grades': {
    section,
    about:
      'The reaction is the last one whose `from` isn’t above the number of crossings of this rule; the last one goes on.',
    playbooks: ['graded'],
    opening: calm,
    turns: [
      [
        1,
        says('You idiot, you stupid idiots'),
        {
          crossings: [
            [
              'respectful 1 warn',
              {
                rule: 'boundary.respectful.eachTime.1',
                title: 'Respect',
                reaction: { words: { text: 'Please, Ms Bell.', missing: [] } },
              },
            ],
          ],
          lines: [['warn Please, Ms Bell.', { from: { kind: 'boundary', id: 'respectful' } }], 'do Listen.'],
          happened: ['boundary respectful'],
        },
      ],
      [2, replies('Please.'), { crossings: [], lines: ['do Listen.'] }],
      [3, says('stupid'), { crossings: ['respectful 2 warn'], lines: ['warn This is the second time.', 'do Listen.'] }],
      [
        4,
        says('idiotic'),
        {
          crossings: [['respectful 3 escalate', { reaction: { team: 'security' } }]],
          escalations: [
            [
              'boundary.respectful.eachTime.1 asked security',
              { kind: 'boundary', handover: true, leads: true, playbook: 'graded' },
            ],
          ],
          step: null,
          state: 'open',
        },
      ],
      [
        5,
        answers('security'),
        {
          escalations: [],
          step: 'hear',
          handovers: [{ escalation: 'boundary.respectful.eachTime.1', team: 'security', values: [] }],
        },
      ],
      [6, says('idiot'), { crossings: ['respectful 4 endConversation'], state: 'ending' }],
      [7, says('idiot'), { crossings: ['respectful 5 endConversation'], state: 'ending' }],
      [8, closes, { state: 'closed', verdict: 'allowed' }],
    ],
  },
  'an-exception-does-not-count': {
    section,
    about: 'Where the `unless` of `each time` is certain, nothing is crossed and nothing is counted.',
    playbooks: ['graded'],
    opening: calm,
    turns: [
      [1, says('Sorry, I am an idiot'), { crossings: [] }],
      [2, says('idiot'), { crossings: ['respectful 1 warn'] }],
    ],
  },
  'once-a-turn': {
    section,
    about: 'A rule is crossed once a turn: not again until the customer’s next message, and once before the first.',
    playbooks: ['steady'],
    opening: { reports: { ready: true } },
    turns: [
      [1, reports({ anger: 9 }), { crossings: ['cool 1 warn'] }],
      [2, reports({ anger: 10 }), { crossings: [] }],
      [3, reports({ anger: 1 })],
      [4, reports({ anger: 9 }), { crossings: [] }],
      [5, says('Hello'), { crossings: ['cool 2 warn'] }],
      [6, reports({ anger: 9 }), { crossings: [] }],
      [7, says('Hello'), { crossings: ['cool 3 warn'] }],
      [
        8,
        says('Hello', { anger: null }),
        { crossings: [], silent: ['eachTime boundary.cool.eachTime.1: anger', 'done hear: over'] },
      ],
      [9, reports({ anger: 8 }), { crossings: ['cool 4 warn'] }],
    ],
  },
  'a-reaction-is-held-back': {
    section,
    about: 'A `never` beats a reaction: the boundary is crossed all the same, and counted.',
    playbooks: ['spared'],
    opening: { reports: { ready: true } },
    turns: [
      [
        1,
        says('idiot'),
        {
          crossings: [['abuse 1', { reaction: undefined }]],
          heldBack: [['reaction by never_alone', { rule: 'boundary.abuse.eachTime.1' }]],
          escalations: [],
        },
      ],
      [2, says('idiot'), { crossings: ['abuse 2'], heldBack: ['reaction by never_alone'], state: 'open' }],
      [3, says('idiot'), { crossings: ['abuse 3'], heldBack: ['reaction by never_alone'], lines: ['do Listen.'] }],
      [
        4,
        says('idiot', { fine: true }),
        { crossings: ['abuse 4 warn'], heldBack: [], lines: ['warn Please.', 'do Listen.'] },
      ],
    ],
  },
  'warnings-are-counted': {
    section,
    about: 'A `warn` counts as a warning only where it was given: held back, it doesn’t.',
    playbooks: ['graded'],
    opening: { reports: { ready: true, shaky: true, over: false, caller: 'Ms Bell' } },
    turns: [
      [1, says('idiot'), { crossings: ['respectful 1'], heldBack: ['reaction by gentle'], lines: ['do Listen.'] }],
      [2, warns, { verdict: ['gentle'] }],
      [3, reports({ shaky: false })],
      [4, says('idiot'), { crossings: ['respectful 2 warn'] }],
    ],
  },
  'words-that-lack-a-value': {
    section: 'texts',
    about: 'A fact that isn’t known stays as its name in braces, and is named in `missing`.',
    playbooks: ['graded'],
    opening: { reports: { ready: true, shaky: false, over: false } },
    turns: [
      [
        1,
        says('idiot'),
        {
          lines: [
            ['warn Please, {caller}.', { words: { text: 'Please, {caller}.', missing: ['caller'] } }],
            'do Listen.',
          ],
        },
      ],
      [2, passes, { lines: ['do Listen.'] }],
    ],
  },
  'ending-is-not-closed': {
    section,
    about: 'While the conversation is ending everything goes on; the agent is to close it.',
    playbooks: ['graded'],
    opening: calm,
    turns: [
      [1, says('idiot')],
      [2, says('idiot')],
      [3, says('idiot')],
      [4, says('idiot'), { state: 'ending', step: null }],
      [5, answers('security'), { state: 'ending', step: 'hear' }],
      [6, replies('Goodbye.'), { state: 'ending', verdict: 'allowed' }],
      [7, c.leaves, { state: 'closed' }],
    ],
  },
};
