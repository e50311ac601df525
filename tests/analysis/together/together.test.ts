import { analyseTogether, type Circumstance } from '@poise/analysis';
import { compileWorkspace } from '@poise/generator';
import { type Event, type Fact, load, open, type Playbook, prepare } from '@poise/runtime';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { MultiMap } from 'langium';
import { expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';

/** Everything that the triggers below can ask about. */
const HEAT = [null, 2, 4, 5, 6, 8] as const;
const PLACES = [null, 'shop', 'home', 'road'] as const;
const CALLS = [1, 2, 3] as const;
const SAYINGS = ['red', 'green', 'blue', 'red green'] as const;

const anyAsked = fc.oneof(
  fc.constantFrom('heat is at least 3', 'heat is at least 5', 'heat is at most 5', 'heat is at least 7'),
  fc.constantFrom('place is shop', 'place is one of shop, home', 'place is known'),
  fc.constantFrom(...SAYINGS.map((text) => `customer says "${text}"`)),
  fc.constantFrom('customer says reds', 'customer says blues', 'customer has said blues'),
  fc.constantFrom('calls is at least 2 in the last 7 days', 'calls is more than 2 in the last 1 day'),
);
const anyTrigger = fc
  .tuple(anyAsked, fc.option(fc.tuple(fc.constantFrom('and', 'or', 'unless'), anyAsked), { nil: undefined }))
  .map(([first, more]) => [first, ...(more ?? [])].join(' '));
const anyBeats = fc.constantFrom('', '', '', 'beats everything', 'beats p0', 'beats p1', 'beats p2');
const anyPlaybooks = fc.array(fc.tuple(fc.array(anyTrigger, { minLength: 1, maxLength: 2 }), anyBeats), {
  minLength: 2,
  maxLength: 3,
});

test(
  'two playbooks are found exactly where trying everything out shows that one thing starts both',
  async () => {
    let both = 0;
    await fc.assert(
      fc.asyncProperty(anyPlaybooks, fc.boolean(), async (playbooks, isFixed) => {
        const documents = await compiled(playbooks, isFixed);
        const pairs = startedTogether(documents, isFixed);
        const found = analyseTogether(documents).map(({ data }) => `${data.other} ${data.playbook}`);
        both += pairs.size;
        expect(found.filter((pair) => !pairs.has(pair))).toEqual([]);
        // One that is at work already beats others without starting: such conversations aren't looked for.
        expect([...pairs].filter((pair) => !found.includes(pair) && !hasRival(pair, documents))).toEqual([]);
      }),
      {
        ...runs(120),
        examples: [
          // Whoever says "red" has started the first one: nobody listens for "red green".
          [
            [
              [['customer says "red"', 'customer says "red" and customer says "red green"'], ''],
              [['customer says "green"'], ''],
            ],
            false,
          ],
        ],
      },
    );
    // Otherwise nothing has been tried.
    expect(both).toBeGreaterThan(20);
  },
  PATIENCE,
);

test(
  'the situation of a finding is played as it is told',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyPlaybooks, async (playbooks) => {
        const documents = await compiled(playbooks, false);
        for (const { data, playbook } of analyseTogether(documents)) {
          const started = new Set(outcomesOf(data.circumstances, documents));
          expect([data.playbook, data.other].filter((id) => !started.has(id))).toEqual([]);
          expect(playbook.id).toBe(data.playbook);
        }
      }),
      runs(40),
    );
  },
  PATIENCE,
);

async function compiled(
  playbooks: readonly (readonly [readonly string[], string])[],
  isFixed: boolean,
): Promise<readonly Playbook[]> {
  const facts = `signal heat from 0 to 10
signal calls count
signal place one of shop, home, road${isFixed ? ' fixed' : ''}
phrases reds: "red", "rose" except "red green"
phrases blues: "blue", "green" except "not blue"
`;
  const files = playbooks.map(
    ([triggers, beats], index) => `use "facts.playbook"
playbook p${index} "Playbook ${index}"
  owner "Customer Operations"
  version 1.0.0
  ${beats === `beats p${index}` || Number(beats.slice(-1)) >= playbooks.length ? '' : beats}
${triggers.map((when, at) => `trigger t${at} when ${when}`).join('\n')}
step hear
  goal "The customer feels heard."
  say "Thank you for telling me."
`,
  );
  const sources = new Map([['facts.playbook', facts], ...files.map((text, at) => [`p${at}.playbook`, text] as const)]);
  const { outputs, findings } = await compileWorkspace([...sources.keys()], memoryHost(sources), {
    today: '2026-11-22',
  });
  const loaded = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
  // What can't be compiled has no meaning to be compared.
  fc.pre(findings.every(({ severity }) => severity !== 'error'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.playbooks;
}

/** What is reported to begin with, and then happens, perhaps several times. */
interface Course {
  readonly reports: Readonly<Record<string, string | number | null>>;
  readonly event: Event;
  readonly times?: number;
}

/** The pairs that some single event starts together, of which neither beats the other. */
function startedTogether(documents: readonly Playbook[], isFixed: boolean): ReadonlySet<string> {
  const pairs = new Set<string>();
  const ready = prepare(documents);
  for (const [first, a] of documents.entries()) {
    for (const b of documents.slice(first + 1)) {
      if (a.beats.playbooks.includes(b.id) || b.beats.playbooks.includes(a.id)) continue;
      if (courses(a, b, isFixed).some((course) => startsBoth(a, b, course))) pairs.add(`${a.id} ${b.id}`);
    }
  }
  return pairs;

  function startsBoth(a: Playbook, b: Playbook, { reports, event, times = 1 }: Course): boolean {
    const { conversation } = open(ready, { time: 0, reports });
    for (let before = 1; before < times; before += 1) conversation.handle(event);
    const started = conversation.handle(event).happened.map(({ kind, id }) => `${kind} ${id}`);
    return started.includes(`playbook ${a.id}`) && started.includes(`playbook ${b.id}`);
  }
}

/** Everything that one event can be, with everything that can be known before it. */
function courses(a: Playbook, b: Playbook, isFixed: boolean): readonly Course[] {
  // One phrase of either: two in one message are chance.
  const texts = [a, b].flatMap(listenedFor);
  return HEAT.flatMap((heat) =>
    PLACES.flatMap((place): Course[] => [
      ...texts.map((text): Course => ({ reports: { heat, place }, event: { type: 'customerSays', at: 0, text } })),
      ...CALLS.map(
        (times): Course => ({
          reports: { heat, place },
          event: { type: 'reports', at: 0, values: { calls: 1 } },
          times,
        }),
      ),
      { reports: { place }, event: { type: 'reports', at: 0, values: { heat } } },
      // What is fixed is known before anything else is.
      ...(isFixed && heat !== null
        ? []
        : [{ reports: { heat }, event: { type: 'reports', at: 0, values: { place } } } satisfies Course]),
    ]),
  );
}

/** The phrases that can make a difference to whether a playbook starts: for those of a trigger that another one leaves nothing to, nobody listens. */
function listenedFor({ facts, phrases, triggers }: Playbook): readonly string[] {
  const textsOf = (ids: readonly string[]) =>
    phrases.filter(({ id }) => ids.includes(id)).flatMap((list) => list.phrases.map(({ text }) => text));
  const asked = facts.filter(({ id }) => triggers.some(({ when }) => when.facts.includes(id)));
  // The same words in two triggers are one thing.
  const meaningOf = (fact: Fact): string =>
    fact.kind === 'derived' && 'phrases' in fact.derive
      ? `${fact.derive.kind} ${textsOf(fact.derive.phrases)}`
      : fact.id;
  const byMeaning = new MultiMap(asked.map((fact) => [meaningOf(fact), fact]));
  const groups = byMeaning
    .entriesGroupedByKey()
    .toArray()
    .map(([, group]) => group);
  const withValue = (values: Values, group: readonly Fact[], value: Values[string]): Values => ({
    ...values,
    ...Object.fromEntries(group.map(({ id }) => [id, value])),
  });
  const starts = (values: Values) => triggers.some(({ when }) => jsonLogic.apply(when.certain, values) === true);
  const situations = groups.reduce<readonly Values[]>(
    (all, group) => all.flatMap((values) => valuesOf(group).map((value) => withValue(values, group, value))),
    [{}],
  );
  return groups.flatMap((group) => {
    const lists = group.flatMap((fact) =>
      fact.kind === 'derived' && 'phrases' in fact.derive ? fact.derive.phrases : [],
    );
    const matters = (values: Values) =>
      starts(withValue(values, group, true)) !== starts(withValue(values, group, false));
    return lists.length > 0 && situations.some(matters) ? textsOf(lists) : [];
  });
}

type Values = Readonly<Record<string, boolean | number | string | null>>;

/** What a fact that triggers ask about may be worth. */
function valuesOf([fact]: readonly Fact[]): readonly Values[string][] {
  if (fact?.id === 'heat') return HEAT;
  if (fact?.id === 'place') return PLACES;
  return fact?.kind === 'derived' && fact.derive.kind === 'countWithin' ? [0, ...CALLS] : [false, true];
}

function hasRival(pair: string, documents: readonly Playbook[]): boolean {
  const ids = pair.split(' ');
  return documents.some(
    ({ id, beats }) => !ids.includes(id) && (beats.everything || beats.playbooks.some((one) => ids.includes(one))),
  );
}

/** What starts last in a conversation in which this is so. */
function outcomesOf(circumstances: readonly Circumstance[], documents: readonly Playbook[]): readonly string[] {
  const values = circumstances.flatMap((one) => (one.kind === 'value' ? [one] : []));
  const reports = Object.fromEntries(
    values
      .filter(({ within }) => within === undefined)
      .map(({ fact, value = null }) => [fact, fact === 'heat' ? Number(value) : value]),
  );
  const calls = Math.max(0, ...values.map(({ within, value }) => (within === undefined ? 0 : Number(value))));
  const said = circumstances.find(({ kind }) => kind === 'says');
  const events: Event[] = [
    ...Array.from({ length: calls }, (): Event => ({ type: 'reports', at: 0, values: { calls: 1 } })),
    ...(said?.kind === 'says' ? [{ type: 'customerSays', at: 0, text: said.text } as const] : []),
  ];
  const { conversation, guidance } = open(prepare(documents), { time: 0, reports });
  const { happened } = events.map((event) => conversation.handle(event)).at(-1) ?? guidance;
  return happened.flatMap(({ kind, id }) => (kind === 'playbook' ? [id] : []));
}
