import { compilePartial, type PartialPlaybook } from '@poise/generator';
import { type Guide, guideOf } from '@poise/generator/guide';
import { ast, createPlaybookLanguage, documentOf, headingOf } from '@poise/language';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { guideText } from '../harness/guide-text.ts';
import { shippedSources } from '../harness/shipped.ts';

const { shared, playbook: services } = createPlaybookLanguage({ today: '2026-11-22' });
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;

/** Reads files, in the place of those that were read before. */
async function read(sources: ReadonlyMap<string, string>) {
  await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  const documents = [...sources].map(([path, text]) =>
    LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, URI.parse(`playbook:///${path}`)),
  );
  for (const document of documents) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build(documents);
  return documents;
}

/** A playbook's members by kind, and its guide. */
async function guidesOf(sources: ReadonlyMap<string, string>) {
  const documents = await read(sources);
  const headings = documents.flatMap((document) => headingOf(document.parseResult.value) ?? []);
  return headings.map((heading) => {
    const document = documentOf(heading);
    const partial = compilePartial(document, services.Workspace, () => []);
    if (!partial) throw new Error(`${heading.name} is not compiled`);
    expect(partial.mistakes).toEqual([]);
    return { id: heading.name, guide: guideOf(partial), own: document.parseResult.value.members };
  });
}

async function guideOfText(text: string): Promise<Guide> {
  const [made] = await guidesOf(new Map([['main.playbook', text]]));
  if (!made) throw new Error('there is no playbook');
  return made.guide;
}

const shipped = await guidesOf(shippedSources());

/** Which members stand in which section. */
const HOMES = {
  Trigger: 'starts',
  Step: 'steps',
  Boundary: 'boundaries',
  Escalation: 'escalations',
  FollowUp: 'followUps',
  AgentCare: 'care',
  Trend: 'trends',
} as const;

describe('the guide of a shipped playbook', () => {
  test.each(shipped)('$id has all that the playbook has of its own, in order', ({ guide, own }) => {
    for (const [type, kind] of Object.entries(HOMES)) {
      const members = own.filter(({ $type }) => $type === type).map((member) => ('name' in member ? member.name : ''));
      const parts = guide.sections.find((section) => section.kind === kind)?.parts ?? [];
      expect(parts.filter(({ isHouseRule }) => !isHouseRule).map(({ id }) => id)).toEqual(members);
    }
  });

  test.each(shipped)('$id has all words that are said in its steps', ({ guide, own }) => {
    const shown = guideText(guide);
    const said = own
      .filter(ast.isStep)
      .flatMap(({ items }) => items.filter(ast.isSay))
      .flatMap(({ alternatives }) => alternatives.flatMap(({ parts }) => parts));
    expect(said.filter((part) => !shown.includes(JSON.parse(part)))).toEqual([]);
  });

  test.each(shipped)('$id has all lines at the places where they stand', ({ guide, own }) => {
    const steps = own.filter(ast.isStep);
    const lines = guide.sections.find(({ kind }) => kind === 'steps')?.parts.map((part) => part.lines) ?? [];
    const places = steps.map(({ items }) =>
      items
        .filter((item) => !ENDINGS.has(item.$type))
        .map(({ $cstNode }) => [($cstNode?.range.start.line ?? 0) + 1, ($cstNode?.range.start.character ?? 0) + 1]),
    );
    expect(lines.map((step) => step.map(({ at }) => [at.line, at.column]))).toEqual(places);
  });

  test.each(shipped)('$id leads from its start along the steps, and nowhere that there is not', ({ guide }) => {
    const { nodes, edges } = guide.flow;
    const known = new Set(nodes.map(({ id }) => id));
    expect(edges.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
    const steps = guide.sections.find(({ kind }) => kind === 'steps')?.parts.map(({ id }) => `step ${id}`) ?? [];
    const reached = new Set(['start']);
    for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
    expect(steps.filter((id) => !reached.has(id))).toEqual([]);
  });
});

/** Lines of a step that are no lines of guidance: the step's stage and goal, and how it ends. */
const ENDINGS = new Set(['StageReference', 'Goal', 'DoneWhen', 'SkipWhen', 'GoTo', 'ContinueWith']);

test('a card reads like this', async () => {
  const guide = await guideOfText(`playbook broken_lift "The lift is out of order"
  about   "A lift stands still."
  owner   "Building Services"
  version 1.2.0
  beats   everything
signal anger from 0 to 10 "How angry the customer sounds."
signal channel one of phone, chat
field  floor number "On which floor the lift stands"
action call_engineer "Send for the engineer"
phrases blame "Doubting the customer": "are you sure", "calm down" except "calm down please"
team engineers "Engineers" answers within 10 minutes
  open monday to friday 06:00 to 22:00 "Europe/London"
  open sunday 10:00 to 12:00 "Europe/London"
  otherwise emergency
team emergency "Emergency line" answers within 2 minutes

trigger stuck when customer says "lift ... stuck/broken"
step ask_floor "Find out where"
  goal "We know where it is."
  say on phone "Thank you for calling." or "We are getting {floor} moving."
  ask  floor "Which floor is it on?" unless floor is known
  offer voucher "Something for the wait" worth up to 10 GBP
  promise news within 90 minutes
  do   call_engineer when floor is known
  never warn
  go to last when anger is at least 8
  done when floor is known
step last
  record floor
escalation trapped "Somebody is inside"
  when customer has said "trapped"
  to engineers, then emergency after 5 minutes
  resolve within 1 hour
  hand over floor
boundary kind "Be kind"
  never say blame, mention floor unless approved by engineers
  always record floor before step last
  say instead "Tell me more."
boundary respect
  each time customer says "idiot"
  first time warn "Please stay calm."
  then end conversation
follow up after "Does it run?"
  when broken_lift has happened
  within 1 day
  say "Does it run?"
  every 2 days until floor is known at most 3 times
agent care breather when elapsed is at least 40 minutes
  do "Take five minutes."
trend many
  when broken_lift happens at least 30 times in the last 7 days
  tell engineers, then emergency after 1 hour "Look at the lifts."
`);
  expect(guideText(guide)).toMatchInlineSnapshot(`
    "The lift is out of order
    A lift stands still.
    Owner: Building Services
    Version: 1.2.0
    Status: active
    Channels: phone and chat
    Leads before: everything else

    # When it starts
    stuck | when customer says "lift ... stuck/broken"

    # Steps
    Find out where | We know where it is.
      Say | on phone | “Thank you for calling.” or “We are getting {floor} moving.”
      Ask | “Which floor is it on?” | for floor | unless floor is known
      Offer | Something for the wait | voucher, worth up to 10 GBP
      Promise | news | within 90 minutes
      Do | Send for the engineer | when floor is known
      Never | warn the customer
      Go to: “last” when anger is at least 8
      Done: when floor is known: on to “last”
    last
      Write down | floor
      Then: the playbook is complete

    # Boundaries
    Be kind
      Never | say anything of “Doubting the customer” or mention floor | unless approved by engineers
      Always | write down floor before step “last”
      Say instead | “Tell me more.”
      Doubting the customer: are you sure, calm down / calm down please
    respect
      Each time | customer says "idiot"
      The first time | “Please stay calm.” | a warning
      From the second time on | end the conversation

    # Bringing people in
    Somebody is inside | when customer has said "trapped"
      at once | Engineers | answers within 10 minutes | while they are closed: Emergency line
      5 minutes later | Emergency line | answers within 2 minutes
      Pass on: floor
      Settled: within 1 hour

    # Afterwards
    Does it run? | when broken_lift has happened
      Say | “Does it run?”
      Due: within 1 day
      Again: every 2 days until floor is known, at most 3 times

    # Looking after the agent
    breather | when elapsed is at least 40 minutes
      Do | Take five minutes.

    # Over many conversations
    many | when broken_lift happens at least 30 times in the last 7 days
      Tell | “Look at the lifts.” | to Engineers, then Emergency line after 1 hour

    # Teams
    Engineers
      Answers: within 10 minutes
      Open: Monday to Friday 06:00 to 22:00; Sunday 10:00 to 12:00 (Europe/London)
      Otherwise: Emergency line
    Emergency line
      Answers: within 2 minutes

    # Names in the rules
    floor | field | On which floor the lift stands
    channel | signal
    anger | signal | How angry the customer sounds.
    call_engineer | action | Send for the engineer
    blame | phrase list | Doubting the customer
      Doubting the customer: are you sure, calm down / calm down please

    # The way through
    start | Starts
    step | Find out where
    step | last
    end | Complete
    escalation | Somebody is inside | At any time
    team | Engineers
    team | Emergency line
    Starts → Find out where | next
    Find out where → last | jump | when anger is at least 8
    Find out where → last | next | when floor is known
    last → Complete | next
    Somebody is inside → Engineers | ladder | when customer has said "trapped"
    Engineers → Emergency line | ladder | no answer for 5 minutes
    "
  `);
});

/** As far as a playbook of these members, and a heading, has no mistakes. */
async function partialOf(members: string): Promise<PartialPlaybook> {
  const text = `playbook late "Late"\n  owner "Customer Care"\n  version 1.0.0\n${members}\n`;
  const errorsOf = (used: Parameters<typeof services.validation.DocumentValidator.check>[0]) =>
    services.validation.DocumentValidator.check(used).filter(({ severity }) => severity === 'error');
  const documents = await read(new Map([['main.playbook', text]]));
  const [partial] = documents.map((document) => compilePartial(document, services.Workspace, errorsOf));
  if (!partial) throw new Error('there is no playbook');
  return partial;
}

async function cardOf(members: string): Promise<readonly string[]> {
  return bodyOf(guideOf(await partialOf(members)));
}

/** What a card says but for its heading and the way through. */
function bodyOf(guide: Guide): readonly string[] {
  const text = guideText(guide);
  const lines = text.slice(0, text.indexOf('\n# The way through')).split('\n');
  return lines.slice(lines.indexOf('Channels: any') + 1).filter((line) => line !== '');
}

describe('what the parser skips in a half-written line', () => {
  test.each([
    'never offer',
    'ask',
    'record',
    'go to',
    'escalate to',
    'offer refund unless',
    'offer refund when attempts is open or',
  ])('costs `%s` and no other line of its step', async (line) => {
    const card = await cardOf(`step hear "Listen"\n  say "Yes?"\n  ${line} when attempts is at least 2`);
    const hidden = expect.stringContaining(`  Not shown | ${line} | `);
    expect(card).toEqual(['# Steps', 'Listen', '  Say | “Yes?”', hidden, '  Then: the playbook is complete']);
  });

  test.each(['yes or or attempts is at least 2', 'yes and unless attempts is at least 2'])(
    'costs the rule where it stands in its condition: %s',
    async (condition) => {
      const card = await cardOf(`signal happy yes or no\ntrigger late when happy is ${condition}`);
      const hidden = "late | This trigger has a mistake and isn't shown: expected a condition";
      expect(card).toEqual(['# When it starts', expect.stringContaining(hidden)]);
    },
  );
});

const STEP = 'step hear "Listen"\n  say "Yes?"';
const SHOWN_STEP = ['# Steps', 'Listen', '  Say | “Yes?”', '  Then: the playbook is complete'];

test.each([
  ['team desk answers within 5 minutes otherwise night', 'there is no team called `night` (desk)'],
  ['signal mood number goal "Good"', '`goal` belongs in a step, not in a signal (mood)'],
  ['field mood number goal "Good"', '`goal` belongs in a step, not in a field (mood)'],
  ['action send goal "Good"', '`goal` belongs in a step, not in an action (send)'],
  ['phrases blame: "liar" goal "Good"', '`goal` belongs in a step, not in a phrase list (blame)'],
  ['wording sorry "We are." goal "Good"', '`goal` belongs in a step, not in a wording (sorry)'],
])('a mistake in what no rule needs is said above all else: %s', async (member, message) => {
  expect(await cardOf(`${STEP}\n${member}`)).toEqual([`! ${message}`, ...SHOWN_STEP]);
});

test('so is one in a wording that is said; of what is on the card it is said there', async () => {
  const card = await cardOf(
    'step hear "Listen"\n  say sorry\n  done when mood is known\nsignal mood number goal "Good"\nwording sorry "We are." goal "Good"',
  );
  expect(card).toEqual([
    '! `goal` belongs in a step, not in a wording (sorry)',
    '# Steps',
    'Listen',
    '  Say word for word | “We are.”',
    '  Done: when mood is known: the playbook is complete',
    '# Names in the rules',
    'mood | signal',
    '  Not shown | goal "Good" | `goal` belongs in a step, not in a signal',
  ]);
});

test('the way through begins at the first step, also where that can’t be shown', async () => {
  const { playbook } = await partialOf(`${STEP}\nstep solve "Put it right"\n  say "Yes."`);
  const [hear, ...steps] = playbook.steps;
  const at = hear?.at ?? { file: 0, line: 0, column: 0 };
  const hidden = { leftOut: 'member', member: { kind: 'Step', name: 'hear', at }, at } as const;
  const { flow } = guideOf({ playbook: { ...playbook, steps }, mistakes: [hidden] });
  expect(flow.edges[0]).toEqual({ from: 'start', to: 'step hear', kind: 'next', label: '' });
});

test('days, and what happens once, are told as one says it', async () => {
  const card = await cardOf(`${STEP}
trigger late when customer says "late"
team desk answers within 5 minutes open monday, tuesday, thursday 08:00 to 20:00 "Europe/London"
follow up call when late has happened within 1 day every 1 day at most 1 times
trend many when late happens at least 1 times in the last 2 days tell desk "Look."
`);
  expect(card).toContain('  Open: Monday, Tuesday and Thursday 08:00 to 20:00 (Europe/London)');
  expect(card).toContain('  Again: every 1 day, at most 1 time');
  expect(card).toContain('many | when late happens at least 1 time in the last 2 days');
});
