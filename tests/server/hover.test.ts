import { afterAll, beforeAll, expect, test } from 'vitest';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';
import { placeOf, TEXTS } from './finding-files.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.on(TEXTS);
  await editor.settled();
});
afterAll(() => editor.end());

/** Words of a file, with `|` where the pointer is, and what is said there: paragraph by paragraph. */
const SAID: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'late.playbook',
    'is known and an|ger',
    [
      '**signal** `anger` · How angry the customer sounds.',
      'From the sentiment tool.',
      'From 0 to 10. Your tools report it.',
      '_In house.playbook_',
    ],
  ],
  [
    'late.playbook',
    'field  |days',
    ['**field** `days` · How late it is', 'In days from 0 to 30. Gathered in step `choose`.'],
  ],
  [
    'house.playbook',
    'hand over comp|laint',
    ['**field** `complaint` · What went wrong', 'Text. Gathered by lines with `ask` or `record`; none in this file.'],
  ],
  ['late.playbook', 'on pho|ne', ['**choice** `phone`', 'A value of signal `channel`.', '_In house.playbook_']],
  ['late.playbook', 'sorry, {call|er', ['**signal** `caller`', 'Text. Your tools report it.', '_In house.playbook_']],
  [
    'house.playbook',
    'to super|visors',
    [
      '**team** `supervisors` · Supervisors',
      '- Answers within 5 minutes.\n- While it is closed, `night_desk` is asked.',
    ],
  ],
  [
    'house.playbook',
    'says ru|de',
    [
      '**phrase list** `rude` · Rude',
      'Found in a message: all of `blame` and `"you idiot*"`.',
      'Except: `"you are welcome"`.',
    ],
  ],
  ['house.playbook', 'wording te|rms', ['**wording** `terms`', '“Five working days.”', 'Approved by `supervisors`.']],
  [
    'late.playbook',
    'follows meth|od',
    ['**framework** `method` · Listen, solve', '1. `listen` Listen\n2. `solve` Solve', '_In house.playbook_'],
  ],
  [
    'late.playbook',
    'stage lis|ten',
    ['**stage** `listen` · Listen', 'A stage of framework `method`.', 'Goal: They feel heard.', '_In house.playbook_'],
  ],
  [
    'late.playbook',
    'go to he|ar',
    [
      '**step** `hear` · Hear it',
      'Stage: `listen` · Listen',
      'The step is finished when `complaint` is known and `anger` is at most 6, once we have replied in it. While nobody knows whether that is so, the step goes on.',
    ],
  ],
  [
    'late.playbook',
    'offer ref|und "Your money back" w',
    ['**offer** `refund` · Your money back', 'Worth `order_value`.'],
  ],
  ['late.playbook', 'expect promise ne|ws', ['**promise** `news`', 'To be kept within 1 day.']],
  [
    'other.playbook',
    'beats la|te',
    [
      '**playbook** `late` · Late delivery',
      'An order is overdue.',
      'Owner: Delivery Care. Version 1.0.0. Follows `method`.',
      '_In late.playbook_',
    ],
  ],
  [
    'house.playbook',
    'boundary no_bla|me',
    [
      '**boundary** `no_blame` · Never doubt the customer',
      [
        '- The agent must never say anything from `blame` or `"prove it"`, unless `supervisors` approved it.',
        '- The agent must never do `hold` when `furious` is so. While nobody knows whether that is so, it is forbidden.',
        '- What the agent can say instead: “Help me understand, {caller}.”',
      ].join('\n'),
    ],
  ],
  [
    'house.playbook',
    'boundary fi|rm',
    [
      '**boundary** `firm`',
      [
        '- It counts each time the customer says something from `rude`: at most once for each message.',
        '- The first time, the customer is warned: “Please, {caller}.”',
        '- From then on, the conversation ends.',
      ].join('\n'),
    ],
  ],
  [
    'house.playbook',
    'escalation very_an|gry',
    [
      '**escalation** `very_angry` · Anger that does not come down',
      [
        "- It starts when `anger` is at least 8 at each of the customer's last 2 messages, and runs until it is answered or ended. While nobody knows whether that is so, it doesn't start.",
        '- `supervisors` is asked to take over, and after 10 minutes without an answer `night_desk`.',
        '- The colleague gets to see `complaint`.',
      ].join('\n'),
    ],
  ],
  [
    'other.playbook',
    'trigger other_trig|ger',
    [
      '**trigger** `other_trigger`',
      "Playbook `other` starts when `late` has started and `furious` is not so. While nobody knows whether that is so, it doesn't start.",
    ],
  ],
  [
    'other.playbook',
    'follow up rem|ind',
    [
      '**follow up** `remind`',
      [
        "- It comes up when `furious` has happened at least 1 time in the last 2 days. While nobody knows whether that is so, it doesn't come up.",
        '- It is due within 1 day.',
        '- It comes up again every 1 day, at most 1 time.',
      ].join('\n'),
    ],
  ],
  [
    'other.playbook',
    'trend oft|en',
    [
      '**trend** `often`',
      [
        '- It comes up when `late` happens at least 1 time in 2 days, over all conversations.',
        '- `supervisors` is told.',
      ].join('\n'),
    ],
  ],
  [
    'late.playbook',
    'boundary limi|ts',
    [
      '**boundary** `limits`',
      [
        '- The agent must never offer `refund` worth over `order_value`.',
        "- Nobody gets to step `choose` without having done step `hear`. Skipping it doesn't count.",
        '- By stage `solve`, `complaint` must have been written down.',
      ].join('\n'),
    ],
  ],
  [
    'late.playbook',
    'g|o to hear',
    [
      'Leaves for another step.',
      'The conversation goes to step `hear` when `refund` has not been offered and `anger` has been at least 8.',
    ],
  ],
  ['late.playbook', 'scen|ario', ['Plays a conversation and says what should come of it.']],
  ['late.playbook', 'exp|ect step', ['What should come of it. With `no`, what should not.']],
  [
    'house.playbook',
    'wh|en anger is at least 8',
    [
      "It starts when `anger` is at least 8 at each of the customer's last 2 messages, and runs until it is answered or ended. While nobody knows whether that is so, it doesn't start.",
    ],
  ],
  ['house.playbook', '"you id|iot*"', ['- `*`: any ending, or none']],
];

test.for(SAID)('%s: %s', async ([path, words, said]) => {
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: `file:///${path}` },
    position: placeOf(path, words),
  });
  expect((hover?.contents as MarkupContent | undefined)?.value.split('\n\n')).toEqual(said);
});
