import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, replies, done, offers, gbp, approves } = c;
const section = 'boundaries';
const ready = { reports: { ready: true } };
const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const cases: Cases = {
  'over-the-limit': {
    section,
    about:
      '`over` is more than the amount; what the event says an offer is worth counts, else its line does, and `upTo` counts as the most.',
    playbooks: ['limits'],
    opening: { reports: { ready: true, paid: 50 } },
    opens: {
      offers: [
        ['refund open', { worth: gbp(50) }],
        ['voucher open', { worth: gbp(60), upTo: true }],
        'gift open',
        ['swap closed by blocks', { worth: undefined }],
      ],
    },
    turns: [
      [1, offers('voucher'), { verdict: [['single', { approvals: ['lead'], unknownWorth: undefined }]] }],
      [2, offers('voucher', gbp(50.01)), { verdict: ['single'] }],
      [3, offers('voucher', gbp(50)), { verdict: 'allowed', happened: ['offer voucher'] }],
    ],
  },
  'waiting-for-approval': {
    section: 'guidance',
    about:
      'An offer is closed by `approval` where every rule that blocks it names teams that may allow it; one of `upTo` is looked at with 0.',
    playbooks: ['limits'],
    opening: { reports: { ready: true, paid: 80 } },
    opens: {
      offers: [
        ['refund closed by approval', { blocks: [{ id: 'single' }] }],
        'voucher open',
        'gift open',
        'swap closed by blocks',
      ],
    },
    turns: [
      [
        1,
        approves('lead', { offer: 'refund' }),
        { offers: ['refund open', 'voucher open', 'gift open', 'swap closed by blocks'] },
      ],
      [
        2,
        offers('refund'),
        {
          verdict: 'allowed',
          offers: ['refund closed by blocks', 'voucher open', 'gift open', 'swap closed by blocks'],
        },
      ],
    ],
  },
  'of-unknown-worth': {
    section,
    about: 'A worth or a limit that is not known, or that is in another currency, counts as more.',
    playbooks: ['limits'],
    opening: ready,
    turns: [
      [
        1,
        offers('refund'),
        {
          verdict: [
            ['single', { unknownWorth: true }],
            ['total', { unknownWorth: true }],
            ['paid_only', { unknownWorth: true }],
          ],
        },
      ],
      [2, offers('refund', gbp(10)), { verdict: [['paid_only', { unknownWorth: true }]] }],
      [3, offers('swap'), { verdict: ['single', 'total'] }],
      [
        4,
        offers('gift', eur(1)),
        {
          verdict: [
            ['single', { unknownWorth: true }],
            ['total', { unknownWorth: true }],
          ],
        },
      ],
      [5, reports({ paid: 10 })],
      [6, offers('refund'), { verdict: 'allowed' }],
      [7, offers('refund', gbp(10.01)), { verdict: [['paid_only', { unknownWorth: undefined }]] }],
      [8, offers('nobody_knows_it'), { verdict: ['single', 'total'] }],
    ],
  },
  'in-total': {
    section,
    about: '`inTotal` adds up all offers made so far and this one, exactly; what was held back does not count.',
    playbooks: ['limits'],
    opening: ready,
    turns: [
      [1, offers('gift', gbp(49.9)), { verdict: 'allowed' }],
      [2, offers('gift', gbp(50)), { verdict: 'allowed' }],
      [3, offers('gift', gbp(0.2)), { verdict: ['total'] }],
      [4, offers('gift', gbp(0.1)), { verdict: 'allowed' }],
      [5, offers('gift', gbp(0.01)), { verdict: [['total', { unknownWorth: undefined }]], crossings: [] }],
      [6, done(offers('gift')), { verdict: ['total'], crossings: ['total'] }],
    ],
  },
  'a-total-that-is-unknown': {
    section,
    about: 'Once an offer of unknown worth is out, the total is not known any more.',
    playbooks: ['limits'],
    opening: ready,
    turns: [
      [1, done(offers('swap')), { verdict: ['single', 'total'], crossings: ['single', 'total'] }],
      [
        2,
        offers('gift'),
        {
          verdict: [['total', { unknownWorth: true }]],
          offers: [{}, {}, ['gift closed by blocks', { worth: gbp(20) }], {}],
        },
      ],
    ],
  },
  'the-worth-in-this-step': {
    section,
    about: 'An offer that is in several steps is worth what the line in the present step says, else the first one.',
    playbooks: ['limits'],
    opening: ready,
    turns: [
      [1, offers('gift'), { verdict: 'allowed', offers: [{}, {}, ['gift open', { worth: gbp(20) }], {}] }],
      [2, c.completes('hear'), { offers: [['gift open', { worth: gbp(45.5) }]] }],
      [3, offers('gift'), { verdict: 'allowed' }],
      [4, replies('Bye'), { playbooks: [] }],
      [5, offers('gift', gbp(35)), { verdict: ['total'] }],
      [6, offers('gift'), { verdict: 'allowed' }],
    ],
  },
  approved: {
    section,
    about: 'An approval is for one offer, by that team, once; it does not lift another limit.',
    playbooks: ['limits'],
    opening: ready,
    turns: [
      [1, approves('lead', { offer: 'voucher' })],
      [2, offers('gift', gbp(51)), { verdict: ['single'] }],
      [3, offers('voucher', gbp(120)), { verdict: ['total'] }],
      [4, offers('voucher', gbp(60)), { verdict: 'allowed' }],
      [5, offers('voucher', gbp(51)), { verdict: [['single', { approvals: ['lead'] }], 'total'] }],
    ],
  },
  'in-another-currency': {
    section,
    about: 'A limit in another currency than the offer’s blocks it.',
    playbooks: ['own_limit'],
    opening: ready,
    opens: { offers: ['refund open', 'voucher closed by blocks', 'swap closed by blocks'] },
    turns: [
      [1, offers('refund', eur(1)), { verdict: [['euros', { unknownWorth: true, rule: 'boundary.euros.never.1' }]] }],
      [2, offers('refund', gbp(10)), { verdict: 'allowed' }],
      [3, offers('voucher'), { verdict: [['euros', { missing: ['fraud'], rule: 'boundary.euros.never.2' }]] }],
      [4, reports({ fraud: false })],
      [5, offers('swap'), { verdict: 'allowed' }],
    ],
  },
  'each-line-by-its-own-worth': {
    section: 'guidance',
    about:
      'Of two lines of one offer, each is judged by its own worth: one that is not known is not that of the other.',
    playbooks: ['two_lines'],
    opening: ready,
    opens: { offers: ['refund open', ['refund closed by blocks', { title: 'All' }]] },
    turns: [
      [1, reports({ paid: 9 }), { offers: ['refund open', 'refund open'] }],
      [2, reports({ paid: 11 }), { offers: ['refund open', ['refund closed by blocks', { title: 'All' }]] }],
    ],
  },
};
