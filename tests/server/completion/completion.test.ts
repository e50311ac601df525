import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  InsertReplaceEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../../harness/editor.ts';

const FILES = new Map([
  [
    'shared/facts.playbook',
    `signal channel one of phone, chat, email fixed
signal anger from 0 to 10 "How angry the customer sounds."
signal delay in days
signal value in GBP
signal vip yes or no
signal renewal date
signal contacts count
field  complaint text "What went wrong"
`,
  ],
  [
    'shared/teams.playbook',
    `team supervisors "Supervisors" answers within 2 minutes
team legal "Legal" answers within 1 day
`,
  ],
  [
    'shared/methods.playbook',
    `framework three_stages "Listen, solve, close"
  stage listen "Listen" goal "The customer feels heard."
  stage solve  "Solve"
  stage close  "Close" optional
`,
  ],
  ['unused/words.playbook', 'phrases blame "Blame": "you must have"\nsignal mood from 0 to 3\naction hold "Hold"\n'],
  ['other.playbook', 'playbook other_matter "Another matter"\n  owner "Care"\n  version 1.0.0\n'],
]);

const HEAD = `use "shared/facts.playbook"
use "shared/methods.playbook"
use "shared/teams.playbook"

playbook late "Late"
  owner "Care"
  version 1.0.0
  follows three_stages

field reason one of broken, too_late

situation upset when anger is at least 7

trigger start
  when anger is at least 3

step hear "Hear"
  stage listen
  goal "Heard."
  say "Tell me."
  offer refund "The money" worth up to 20 GBP

escalation angry
  when anger is at least 9
  to supervisors

`;

interface Case {
  readonly name: string;
  /** What stands below the head; `‸` is the cursor. */
  readonly text: string;
  /** The same without the head. */
  readonly alone?: true;
  /** The first labels, in order. */
  readonly first?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** Takes the offer with this label; the text that there is then, its cursor line at least. */
  readonly takes?: string;
  readonly gives?: string;
}

const CASES: readonly Case[] = [
  {
    name: 'a file begins with what it uses',
    text: '‸',
    alone: true,
    has: ['use', 'playbook', 'signal'],
    lacks: ['step', 'goal'],
  },
  {
    name: 'lines of a step, with tab stops',
    text: 'step agree\n  ‸',
    has: ['stage', 'goal', 'say', 'escalate to', 'done when'],
    lacks: ['owner', 'each time', 'to', 'tell', 'expect', 'supervisors', '5 minutes'],
    takes: 'escalate to',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
    gives: 'step agree\n  escalate to ${1|supervisors,legal|}',
  },
  {
    name: 'a line that may stand once is offered once',
    text: 'step agree\n  goal "Agreed."\n  ‸',
    has: ['say', 'stage'],
    lacks: ['goal'],
  },
  {
    name: 'whole parts of the file with the lines that most have',
    text: 'bou‸',
    has: ['boundary'],
    takes: 'boundary',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: tab stops
    gives: 'boundary ${1:name} "${2}"\n  never ${3}',
  },
  {
    name: 'no second heading, no `use` below other parts',
    text: '‸',
    has: ['step', 'scenario'],
    lacks: ['playbook', 'use'],
  },
  {
    name: 'facts come first in a condition',
    text: 'step agree\n  done when ‸',
    first: ['reason', 'upset', 'complaint', 'channel', 'anger'],
    has: ['customer says', 'customer has not said', 'messages', 'supervisors', 'refund', 'not'],
    lacks: ['approved by', 'goal', 'step'],
  },
  { name: 'approval is asked for in a `never` only', text: 'boundary b\n  never reply unless ‸', has: ['approved by'] },
  {
    name: 'a scale is compared, never said to be open or to have happened',
    text: 'step agree\n  done when anger ‸',
    has: ['is at least', 'is known', 'has been', 'is one of'],
    lacks: ['is open', 'has happened', 'anger'],
  },
  {
    name: 'a team is open',
    text: 'step agree\n  done when legal ‸',
    first: ['is open', 'is not open'],
    lacks: ['is known', 'is at least'],
  },
  {
    name: 'an offer has happened',
    text: 'step agree\n  done when refund ‸',
    first: ['has happened', 'has not happened'],
    lacks: ['is known'],
  },
  {
    name: 'words are only known',
    text: 'step agree\n  done when complaint ‸',
    first: ['is known', 'is not known'],
    lacks: ['is at least', 'is'],
  },
  {
    name: 'numbers within the range',
    text: 'step agree\n  done when anger is at least ‸',
    first: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    lacks: ['11', '2026-11-22'],
  },
  {
    name: 'choices of the fact',
    text: 'step agree\n  done when reason is ‸',
    first: ['broken', 'too_late'],
    lacks: ['phone', 'yes', 'at least'],
  },
  {
    name: 'yes and no',
    text: 'step agree\n  done when vip is ‸',
    has: ['yes', 'no', 'known'],
    lacks: ['at least', 'one of'],
  },
  {
    name: 'dates',
    text: 'step agree\n  done when renewal is at least ‸',
    first: ['2026-11-22', '2027-11-22'],
    lacks: ['3'],
  },
  {
    name: 'units of time, for one or for several',
    text: 'step agree\n  done when delay is at least 3 ‸',
    has: ['days', 'hours'],
    lacks: ['day', 'GBP'],
  },
  {
    name: 'no unit behind a scale',
    text: 'step agree\n  done when anger is at least 3 ‸',
    has: ['for', 'and', 'or'],
    lacks: ['days', 'GBP', 'in the last'],
  },
  {
    name: 'only reports are counted in a stretch of time',
    text: 'step agree\n  done when contacts is at least 3 ‸',
    has: ['in the last'],
  },
  {
    name: 'the currency of the fact',
    text: 'step agree\n  done when value is at least 20 ‸',
    first: ['GBP'],
    lacks: ['days', 'EUR'],
  },
  {
    name: 'money only for what something is worth',
    text: 'step agree\n  offer x "X" worth ‸',
    has: ['value', '50 GBP', 'up to'],
    lacks: ['anger', 'delay'],
  },
  { name: 'channels', text: 'step agree\n  say on ‸', first: ['phone', 'chat', 'email'] },
  {
    name: 'not those that are listed already',
    text: 'step agree\n  say on phone, ‸',
    first: ['chat', 'email'],
    lacks: ['phone'],
  },
  {
    name: 'stages that have no step come first',
    text: 'step agree\n  stage ‸',
    first: ['solve', 'close', 'listen'],
  },
  { name: 'teams', text: 'step agree\n  consult ‸', first: ['supervisors', 'legal'], lacks: ['anger', 'hear'] },
  { name: 'steps of this file', text: 'step agree\n  go to ‸', first: ['hear', 'agree'] },
  {
    name: 'playbooks of the workspace',
    text: 'step agree\n  continue with ‸',
    first: ['other_matter'],
    lacks: ['late'],
  },
  {
    name: 'playbooks that a playbook beats',
    text: 'playbook a\n  beats ‸',
    alone: true,
    first: ['everything', 'other_matter'],
  },
  {
    name: 'escalations that an escalation beats',
    text: 'escalation worse\n  when anger is at least 9\n  beats ‸',
    has: ['everything', 'angry'],
    lacks: ['other_matter'],
  },
  { name: 'statuses', text: 'playbook a\n  status ‸', alone: true, first: ['draft', 'active', 'retired'] },
  { name: 'languages', text: 'wording w\n  "Hello."\n  in wel‸', has: ['welsh'] },
  { name: 'days of the week', text: 'team t\n  open ‸', first: ['daily'], has: ['monday to friday', 'saturday'] },
  {
    name: 'frameworks',
    text: 'use "shared/methods.playbook"\nplaybook a\n  follows ‸',
    alone: true,
    first: ['three_stages'],
  },
  {
    name: 'acts',
    text: 'boundary b\n  never ‸',
    has: ['say', 'offer anything', 'end conversation', 'warn'],
    lacks: ['goal', 'record'],
  },
  {
    name: 'what is expected',
    text: 'scenario "s"\n  expect ‸',
    has: ['step', 'no', 'reply blocked', 'follow up', 'end'],
  },
  {
    name: 'what happens in a scenario',
    text: 'scenario "s"\n  ‸',
    has: ['customer says', 'agent offers', 'expect', 'supervisors'],
    lacks: ['goal', 'say'],
  },
  {
    name: 'placeholders in what is said',
    text: 'step agree\n  say "About {re‸"',
    has: ['reason', 'anger'],
    lacks: ['upset'],
    takes: 'reason',
    gives: 'step agree\n  say "About {reason}"',
  },
  { name: 'none where nothing is filled in', text: 'step agree\n  goal "About {‸"', lacks: ['reason'] },
  {
    name: 'kinds of texts in phrases',
    text: 'phrases p: "by <‸"',
    first: ['time', 'duration'],
    takes: 'time',
    gives: 'phrases p: "by <time>"',
  },
  {
    name: 'files that are not used yet, libraries first',
    text: 'use "sh‸"\n',
    alone: true,
    first: ['shared/facts.playbook'],
    has: ['other.playbook'],
    takes: 'shared/facts.playbook',
    gives: 'use "shared/facts.playbook"\n',
  },
  {
    name: 'time zones',
    text: 'team t\n  open daily 08:00 to 20:00 "Europe/Lon‸',
    has: ['Europe/London'],
    takes: 'Europe/London',
    gives: 'team t\n  open daily 08:00 to 20:00 "Europe/London',
  },
  {
    name: 'names of libraries that are not used yet come last and bring their `use` line',
    text: 'step agree\n  do ho‸',
    has: ['hold'],
    takes: 'hold',
    gives: `${HEAD.replace('use "shared/teams.playbook"\n', 'use "shared/teams.playbook"\nuse "unused/words.playbook"\n')}step agree\n  do hold`,
  },
  {
    name: 'the `use` line goes to the top of a file that has none',
    text: 'boundary b\n  never say bl‸',
    alone: true,
    takes: 'blame',
    gives: 'use "unused/words.playbook"\n\nboundary b\n  never say blame',
  },
  { name: 'nothing in remarks', text: '// when ‸', first: [], lacks: ['anger', 'use'] },
  {
    name: 'only the lines that are broken are',
    text: 'step agree\n  goal\n  say when when\n  done when ang‸\n  escalate to\n',
    has: ['anger'],
  },
  { name: 'with parentheses open', text: 'step agree\n  done when (vip or ‸', has: ['anger', 'not'], lacks: ['goal'] },
  {
    name: 'no second way to join what is joined already',
    text: 'step agree\n  done when vip and upset ‸',
    has: ['and', 'unless'],
    lacks: ['or'],
  },
];

const EVERYTHING: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true } },
  },
};

describe('completion', () => {
  let editor: Editor;
  const uri = 'file:///late.playbook';

  beforeAll(async () => {
    editor = await Editor.on(FILES, EVERYTHING);
    await editor.write('late.playbook', HEAD);
    await editor.settled();
  });
  afterAll(() => editor.end());

  const ask = async (marked: string, triggerCharacter?: string): Promise<CompletionList> => {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    await editor.write('late.playbook', text);
    const position = TextDocument.create(uri, 'playbook', 1, text).positionAt(offset);
    const context = triggerCharacter
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter }
      : { triggerKind: CompletionTriggerKind.Invoked };
    const list = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
      context,
    });
    return list as CompletionList;
  };
  const ordered = (items: readonly CompletionItem[]): readonly CompletionItem[] =>
    [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));

  test.each(CASES)('$name', async ({ text, alone, first, has = [], lacks = [], takes, gives }) => {
    const whole = (alone ? '' : HEAD) + text;
    const { items } = await ask(whole);
    const labels = ordered(items).map(({ label }) => label);
    if (first) expect(labels.slice(0, first.length)).toEqual(first);
    expect(labels).toEqual(expect.arrayContaining([...has]));
    expect(labels.filter((label) => lacks.includes(label))).toEqual([]);
    const taken = items.find(({ label }) => label === takes);
    if (gives === undefined) return;
    const edits = [...(taken?.additionalTextEdits ?? []), ...(taken?.textEdit ? [replacing(taken.textEdit)] : [])];
    const result = TextDocument.applyEdits(TextDocument.create(uri, 'playbook', 1, whole.replace('‸', '')), edits);
    expect(alone || gives.startsWith('use') ? result : result.slice(HEAD.length)).toBe(gives);
  });

  test('tells of each offer what it is, and where it is from', async () => {
    const { items } = await ask(`${HEAD}step agree\n  done when ‸`);
    expect(items.find(({ label }) => label === 'anger')).toMatchObject({
      detail: 'signal: a number from 0 to 10, shared/facts.playbook',
      labelDetails: { description: 'shared/facts.playbook' },
      documentation: { value: 'How angry the customer sounds.' },
    });
    expect(items.find(({ label }) => label === 'customer has said')).toMatchObject({
      documentation: { value: 'In some message of the customer up to now.' },
    });
  });

  test('a space asks for what has to follow, and for nothing where the line may end', async () => {
    expect((await ask(`${HEAD}step agree\n  consult ‸`, ' ')).items).not.toEqual([]);
    expect((await ask(`${HEAD}step agree\n  goal "Agreed." ‸`, ' ')).items).toEqual([]);
    expect((await ask(`${HEAD}step agree\n  ‸`, ' ')).items).toEqual([]);
  });

  test('what is left of the old word behind the cursor gives way', async () => {
    const { items } = await ask(`${HEAD}step agree\n  consult le‸xxx when vip`);
    const taken = items.find(({ label }) => label === 'legal');
    expect(taken?.textEdit).toMatchObject({ insert: { end: { character: 12 } }, replace: { end: { character: 15 } } });
  });

  test('waits for nothing to be built', async () => {
    await editor.settled();
    const goOn = editor.keepBusy();
    const { items } = await ask(`${HEAD}signal new_one yes or no\nstep agree\n  done when new‸`);
    goOn();
    expect(items.map(({ label }) => label)).toContain('new_one');
  });
});

function replacing(edit: TextEdit | InsertReplaceEdit): TextEdit {
  return InsertReplaceEdit.is(edit) ? { newText: edit.newText, range: edit.replace } : edit;
}

test('an editor without snippets gets plain words', async () => {
  const editor = await Editor.on(FILES);
  await editor.write('late.playbook', `${HEAD}step agree\n  esc`);
  const position = TextDocument.create('', 'playbook', 1, `${HEAD}step agree\n  esc`).positionAt(HEAD.length + 16);
  const textDocument = { uri: 'file:///late.playbook' };
  await editor.settled();
  const list = (await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position,
  })) as CompletionList;
  editor.end();
  expect(list.items.find(({ label }) => label === 'escalate to')).toMatchObject({
    textEdit: { newText: 'escalate to', range: { start: { character: 2 }, end: { character: 5 } } },
  });
});
