import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, replies, records, closes, done, offers, completes, leaves } = c;
const section = 'boundaries';
const ready = { reports: { ready: true } };
const reply = replies('Yes');

export const cases: Cases = {
  'an-exit-is-held-back': {
    section,
    about: 'An exit that would reach a step too early is held back, and the next exit is tried.',
    playbooks: ['ordered'],
    opening: ready,
    turns: [
      [
        1,
        reports({ hurry: true }),
        {
          step: 'calm',
          moves: ['hear goTo calm'],
          heldBack: [['move by hear_first', { step: 'agree', rule: 'step.hear.goTo.agree.1' }]],
          crossings: [],
        },
      ],
    ],
  },
  'passed-over-is-not-reached': {
    section,
    about: 'A step that is passed over is not reached, and not done either: what comes after it is.',
    playbooks: ['ordered'],
    opening: { reports: { ready: true, heard: true } },
    turns: [
      [1, closes, { verdict: [['calm_first', { needs: { kind: 'step', ids: ['calm'] } }]] }],
      [2, reply, { step: 'agree', moves: ['hear done calm', 'calm skip agree'], heldBack: [] }],
      [3, closes, { verdict: ['calm_first'] }],
    ],
  },
  'done-after-a-reply': {
    section: 'steps',
    about:
      'A step is done once it has been left after at least one reply of ours in it; the move that leaves it counts it already.',
    playbooks: ['ordered'],
    opening: ready,
    turns: [
      [1, reply],
      [2, reports({ hurry: true }), { step: 'agree', moves: ['hear goTo agree'], heldBack: [] }],
    ],
  },
  'done-because-the-agent-says-so': {
    section: 'steps',
    about: 'A step that the agent completes is done without a reply; `agentCompletes` itself may be held back.',
    playbooks: ['replied', 'ordered'],
    opening: ready,
    turns: [
      [1, completes('hear', 'ordered'), { moves: ['hear completed calm'] }],
      [2, completes('calm'), { moves: ['calm completed agree'] }],
      [3, closes, { verdict: 'allowed' }],
    ],
  },
  'the-agent-is-held-back': {
    section,
    about: 'A move by `agentCompletes`, or by a reply, is held back too; the step goes on, and nothing is crossed.',
    playbooks: ['replied'],
    opening: ready,
    opens: { obligations: ['record issue before step pay'] },
    turns: [
      [
        1,
        completes('hear'),
        { step: 'hear', heldBack: [['move by written', { step: 'pay' }]], crossings: [], moves: [] },
      ],
      [2, reply, { step: 'hear', heldBack: ['move by written'], moves: [] }],
      [3, records('issue'), { step: 'hear', obligations: [] }],
      [4, reply, { step: 'pay', heldBack: [] }],
    ],
  },
  'stages-in-order': {
    section,
    about:
      'A stage is reached when a step of it is entered from one that isn’t of it; it is done once one of its steps is.',
    playbooks: ['staged'],
    opening: ready,
    turns: [
      [1, reports({ hurry: true }), { step: 'hear', heldBack: [['move by listen_first', { step: 'second_idea' }]] }],
      [2, reports({ hurry: false }), { step: 'hear', heldBack: [] }],
      [3, reply, { step: 'hear_more' }],
      [4, completes('hear_more'), { step: 'first_idea', heldBack: [] }],
      [5, reply, { step: 'second_idea' }],
      [6, reply, { step: 'goodbye' }],
    ],
  },
  'no-such-stage': {
    section,
    about: 'Where a playbook has no step of that stage, nothing is asked of it.',
    playbooks: ['unstaged'],
    opening: ready,
    opens: { step: 'solve', crossings: [] },
    turns: [[1, reply, { playbooks: [], heldBack: [] }]],
  },
  'a-start-is-not-held-back': {
    section,
    about: 'The first step of a playbook that starts is entered all the same, and the boundary is crossed.',
    playbooks: ['straight'],
    opening: ready,
    opens: {
      step: 'talk',
      crossings: [['listen_first', { rule: 'boundary.listen_first.order.1' }]],
      happened: ['playbook straight', 'boundary listen_first', 'step talk'],
    },
    turns: [
      // It is in that stage already.
      [1, completes('talk'), { step: 'talk_on', heldBack: [], crossings: [] }],
    ],
  },
  'fields-first': {
    section,
    about:
      '`mustRecord` demands fields before a step, where `when` is possible at that moment; `obligations` names what isn’t there yet.',
    playbooks: ['recorded'],
    opening: ready,
    opens: {
      obligations: [
        ['record issue, reason before step pay', { boundary: 'written', missing: ['big'], because: { big: null } }],
        ['record reason before close', { boundary: 'why', missing: [] }],
        ['offer swap before close', { boundary: 'offered', missing: ['big'] }],
      ],
    },
    turns: [
      [1, reports({ hurry: true }), { step: 'hear', heldBack: ['move by written'] }],
      [
        2,
        records('issue'),
        {
          step: 'hear',
          obligations: ['record reason before step pay', 'record reason before close', 'offer swap before close'],
        },
      ],
      [3, records('reason'), { step: 'pay', obligations: ['offer swap before close'] }],
    ],
  },
  'of-its-own-steps-only': {
    section,
    about: 'Rules of a playbook are about its own steps: another one with a step of that name is not held back.',
    playbooks: ['recorded', 'other_pay'],
    opening: ready,
    opens: { playbooks: ['other_pay intro leads', 'recorded hear waits'] },
    turns: [[1, reply, { step: 'pay', heldBack: [] }]],
  },
  'not-demanded': {
    section,
    about: 'Where the condition of a demand is a definite no, nothing is demanded.',
    playbooks: ['recorded'],
    opening: { reports: { ready: true, big: false, hurry: true } },
    opens: { step: 'pay', obligations: ['record reason before close'] },
    turns: [],
  },
  'before-the-close': {
    section,
    about: 'Without `before` the close is meant: `agentCloses` is blocked, and each rule says what it needs.',
    playbooks: ['recorded'],
    opening: ready,
    turns: [
      [
        1,
        closes,
        {
          state: 'open',
          verdict: [
            ['why', { needs: { kind: 'record', ids: ['reason'] }, rule: 'boundary.why.mustRecord.reason.1' }],
            ['offered', { needs: { kind: 'offer', ids: ['swap'] }, missing: ['big'] }],
          ],
        },
      ],
      [2, records('reason')],
      [3, offers('swap'), { obligations: [{ boundary: 'written' }] }],
      [4, closes, { verdict: 'allowed', state: 'closed', obligations: [] }],
    ],
  },
  'words-first': {
    section,
    about:
      '`mustSay`: the words of the wording in one of its languages stand in a row in one of our replies, or a reply matches the list.',
    playbooks: ['said_first'],
    opening: ready,
    opens: { obligations: ['say terms before step pay', 'say apology before close'] },
    turns: [
      [
        1,
        replies('A refund takes 5 days. A refund takes'),
        { obligations: ['say terms before step pay', 'say apology before close'] },
      ],
      [2, reports({ refund: true }), { step: 'hear', heldBack: ['move by terms_first'] }],
      [3, c.says('Sorry! Mae ad-daliad yn cymryd pum diwrnod.'), { step: 'hear', heldBack: ['move by terms_first'] }],
      [4, replies('Well: MAE AD DALIAD YN CYMRYD PUM DIWRNOD, we apologise'), { step: 'pay', obligations: [] }],
      [5, closes, { verdict: 'allowed' }],
    ],
  },
  'said-before-it-was-demanded': {
    section,
    about: 'What has been said counts whenever it was said, also by a reply that was out already.',
    playbooks: ['said_first'],
    turns: [
      [1, done(replies('So sorry. A refund takes five days!'))],
      [2, reports({ ready: true, refund: true }), { step: 'hear', obligations: [] }],
      [3, reply, { step: 'pay' }],
    ],
  },
  'nobody-holds-the-customer': {
    section: 'events',
    about: 'The customer may leave whatever is still demanded.',
    playbooks: ['recorded'],
    opening: ready,
    turns: [[1, leaves, { state: 'closed', crossings: [], obligations: [] }]],
  },
};
