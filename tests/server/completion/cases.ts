/** The workspace. */
export const FILES = new Map([
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
  [
    'unused/words.playbook',
    'phrases blame "Blame": "you must have"\nsignal mood from 0 to 3\naction hold "Hold"\nagent care rest "Rest"\n',
  ],
  ['other.playbook', 'playbook other_matter "Another matter"\n  owner "Care"\n  version 1.0.0\n'],
]);

/** What stands above most cases. */
export const HEAD = `use "shared/facts.playbook"
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

/** What is offered at a place. */
export interface Case {
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
  /** What some of the offers are said to be for. */
  readonly says?: Readonly<Record<string, string>>;
}

/** What is offered where. */
export const CASES: readonly Case[] = [
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
  {
    name: 'days of the week',
    text: 'team t\n  open ‸',
    first: ['monday to friday', 'monday'],
    has: ['daily', 'saturday'],
  },
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
    name: 'what closes a placeholder is not written twice',
    text: 'step agree\n  say "About {re‸}"',
    takes: 'reason',
    gives: 'step agree\n  say "About {reason}"',
  },
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
    gives: 'team t\n  open daily 08:00 to 20:00 "Europe/London"',
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
  {
    name: 'the remark behind another `use` line stays with it',
    text: 'use "aaa.playbook" // allow unused-use: kept\nboundary b\n  never say bl‸',
    alone: true,
    takes: 'blame',
    gives: 'use "aaa.playbook" // allow unused-use: kept\nuse "unused/words.playbook"\nboundary b\n  never say blame',
  },
  {
    name: 'agent care of libraries that are not used yet',
    text: 'scenario "s"\n  expect agent care ‸',
    has: ['rest'],
  },
  {
    name: 'a text in any quotes has an end',
    text: 'situation s “Calm”‸',
    has: ['when'],
  },
  { name: 'in single ones, too', text: "situation s 'Calm'‸", has: ['when'] },
  { name: 'which a backslash keeps away', text: 'situation s “Calm\\”‸', first: [], lacks: ['when'] },
  {
    name: 'words that go on with the beginning of a line say what the line is for',
    text: 'playbook a\n  valid ‸',
    alone: true,
    says: { from: 'The days on which the playbook may start, both included.' },
  },
  {
    name: 'also where they mean something else in others',
    text: 'escalation e\n  when vip\n  hand ‸',
    says: { over: 'What the colleague gets to see.' },
  },
  {
    name: 'and where a line can go on with a name',
    text: 'step agree\n  continue ‸',
    says: { with: 'Leaves for another playbook, without coming back.' },
  },
  {
    name: 'those that make a line mean something else say what that is',
    text: 'playbook a\n  beats ‸',
    alone: true,
    says: { everything: 'Leads before all others.' },
  },
  {
    name: 'a count of messages is not the fact',
    text: 'step agree\n  done when anger is 8 for 3 ‸',
    says: { messages: 'So many messages of the customer.' },
  },
  {
    name: 'which is offered where a question begins',
    text: 'step agree\n  done when ‸',
    says: { messages: 'How many messages the customer has sent.' },
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
