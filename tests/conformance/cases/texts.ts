import type { Cases } from '../../harness/conformance/case.ts';
import * as c from '../../harness/conformance/case.ts';

const { reports, passes } = c;
const section = 'texts';

export const cases: Cases = {
  'a-text-of-every-type': {
    section,
    about: 'Each type of value has one text form.',
    playbooks: ['forms'],
    opening: {
      reports: {
        ready: true,
        caller: 'Ms Bell',
        vip: true,
        product: 'gold_card',
        due: 20261130,
        price: 12.5,
        yen: 300,
        late: 1,
        wait: 2.5,
        size: -0.25,
        contacts: 3,
      },
    },
    opens: {
      lines: [
        'say Ms Bell, yes, gold card, 2026-11-30',
        'say 12.50 GBP, 300 JPY, 1 day, 2.5 hours',
        'say -0.25, 3, Ms Bell and Ms Bell | Hello {you}',
        ['ask reason', { words: { text: 'Why 1 day?', missing: [] } }],
      ],
    },
    turns: [
      [
        1,
        reports({ vip: false, price: 20, late: 0, wait: 1, due: 9990102, size: 1e-7 }),
        {
          lines: [
            'say Ms Bell, no, gold card, 0999-01-02',
            'say 20 GBP, 300 JPY, 0 days, 1 hour',
            'say 1e-7, 3, Ms Bell and Ms Bell | Hello {you}',
            {},
          ],
        },
      ],
    ],
  },
  'what-is-not-known': {
    section,
    about: 'A fact that is not known stays as its name in braces, and is named once.',
    playbooks: ['forms'],
    opening: { reports: { ready: true, vip: false } },
    opens: {
      lines: [
        { words: [{ text: '{caller}, no, {product}, {due}', missing: ['caller', 'product', 'due'] }] },
        { words: [{ missing: ['price', 'yen', 'late', 'wait'] }] },
        {
          words: [
            { text: '{size}, {contacts}, {caller} and {caller}', missing: ['size', 'contacts', 'caller'] },
            { text: 'Hello {you}', missing: [] },
          ],
        },
        { words: { text: 'Why {late}?', missing: ['late'] } },
      ],
    },
    turns: [],
  },
  ...spoken('in-the-language', 'cy', 'Mae ad-daliad yn cymryd pum diwrnod.', 'in its own tag'),
  ...spoken(
    'in-a-region',
    'CY-gb',
    'Mae ad-daliad yn cymryd pum diwrnod.',
    'else of the tag’s first part, without regard to case',
  ),
  ...spoken('in-another-language', 'de', 'A refund takes five days.', 'else as the playbook has it'),
  ...spoken('in-no-language', undefined, 'A refund takes five days.', 'else as the playbook has it'),
};

/** The wording of a playbook, said in a language. */
function spoken(name: string, language: string | undefined, text: string, how: string): Cases {
  return {
    [name]: {
      section,
      about: `A wording is said in the conversation’s language: ${how}.`,
      playbooks: ['worded'],
      opening: { reports: { ready: true }, ...(language !== undefined && { language }) },
      opens: { lines: [[`say ${text}`, { wording: 'terms' }]] },
      turns: [[1, passes, { lines: [`say ${text}`] }]],
    },
  };
}
