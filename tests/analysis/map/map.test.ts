import {
  type Axis,
  boxesOf,
  type Lead,
  type Outcome,
  type SituationMap,
  situationMap,
  unhandledIn,
} from '@poise/analysis/map';
import { type CompiledPlaybook, compileSound } from '@poise/generator';
import { type ast, createPlaybookLanguage } from '@poise/language';
import type { Condition } from '@poise/runtime';
import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { shippedDocuments } from '../../harness/shipped-documents.ts';

type Value = boolean | number | string | null;

/** Every fact that the rules below ask about, with values on each side of everything that they ask. */
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  heat: [null, 0, 3, 4, 5, 6, 7, 8, 10],
  delay: [null, 0, 1, 2, 3, 4, 12],
  place: [null, 'shop', 'home', 'road'],
  vip: [null, true, false],
};

const anyAsked = fc.constantFrom(
  ...['heat is at least 3', 'heat is more than 5', 'heat is at most 7', 'heat is not known'],
  ...['delay is at least 2', 'delay is less than 4', 'delay is 3', 'delay is known'],
  ...['place is shop', 'place is one of shop, home', 'place is not road', 'vip', 'vip is no'],
);
const anyWhen = fc
  .tuple(anyAsked, fc.constantFrom('and', 'or', 'unless'), anyAsked, fc.boolean())
  .map(([first, joint, second, isLong]) => (isLong ? `${first} ${joint} ${second}` : first));
const anyRules = fc.record({
  triggers: fc.array(anyWhen, { minLength: 1, maxLength: 3 }),
  escalation: anyWhen,
  skip: anyWhen,
  goTo: fc.array(anyWhen, { minLength: 1, maxLength: 2 }),
  done: anyWhen,
});
const anyFacts = fc.uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 1, maxLength: 3 });

describe('a map', () => {
  test(
    'says of every combination of values what an independent evaluator makes of the conditions',
    () => {
      let compared = 0;
      fc.assert(
        fc.property(anyRules, anyFacts, (rules, facts) => {
          const playbook = compiled(rules);
          const map = situationMap([playbook], facts);
          // Where no rule is left that asks about a fact, there is nothing to draw.
          if ('kind' in map) {
            expect(map).toMatchObject({ kind: 'axis', why: { kind: 'unknown' } });
            return;
          }
          for (const [at, expected] of evaluated(playbook, map)) {
            const found = [...(map.situations.find((one) => one.at.join() === at)?.leads ?? []), ...map.elsewhere];
            expect(new Map(found.map(({ outcome, how }) => [JSON.stringify(outcome), how]))).toEqual(expected);
            compared += 1;
          }
        }),
        runs(60),
      );
      expect(compared).toBeGreaterThan(200);
    },
    PATIENCE,
  );

  test('joins situations into boxes that are all of them, each once, and lead to what they lead to', async () => {
    for (const document of await shippedDocuments()) {
      const map = situationMap([document], ['anger', 'channel']);
      if ('kind' in map) continue;
      const inBoxes = boxesOf(map).flatMap(({ at, leads }) =>
        placesIn(at).map((place) => [place.join(), leads.map(({ outcome, how }) => [outcome, how])]),
      );
      const alone = map.situations.map(({ at, leads }) => [at.join(), leads.map(({ outcome, how }) => [outcome, how])]);
      expect(inBoxes.sort()).toEqual(alone.sort());
    }
  });

  test('shows where no playbook starts, and which playbook comes first', () => {
    const documents = [
      compiledText('late', 'beats vexed', 'delay is at least 3'),
      compiledText('vexed', '', 'heat is at least 7'),
    ];
    const map = situationMap(documents, ['heat', 'delay']);
    if ('kind' in map) throw new Error(map.kind);
    const leads = ({ outcome, how, beatenBy }: Lead) => [(outcome as { playbook: string }).playbook, how, beatenBy];
    expect(boxesOf(map).map((box) => [box.at, box.leads.map(leads)])).toEqual([
      [
        [
          [0, 2],
          [0, 2],
        ],
        [],
      ],
      [[[0, 2], [1]], [['late', 'always', undefined]]],
      [[[1], [0, 2]], [['vexed', 'always', undefined]]],
      [
        [[1], [1]],
        [
          ['late', 'always', undefined],
          ['vexed', 'always', 'late'],
        ],
      ],
    ]);
    expect(unhandledIn(map).map(({ at }) => at)).toEqual([
      [
        [0, 2],
        [0, 2],
      ],
    ]);
  });

  test('says why there is none', () => {
    const late = compiledText('late', '', 'delay is at least 3 and word is known');
    expect(situationMap([late], ['dealy'])).toEqual({
      kind: 'axis',
      fact: 'dealy',
      why: { kind: 'unknown', known: ['delay'] },
    });
    expect(situationMap([late], ['word'])).toEqual({ kind: 'axis', fact: 'word', why: { kind: 'text' } });
    const other = compiledText('other', '', 'delay is at least 3', 'signal delay in hours');
    expect(situationMap([late, other], ['delay'])).toMatchObject({ why: { kind: 'several' } });
  });
});

/** For each situation, what comes about always or for some of the values that are in it. */
function evaluated(
  playbook: CompiledPlaybook,
  map: SituationMap,
): ReadonlyMap<string, ReadonlyMap<string, Lead['how']>> {
  const engine = new LogicEngine();
  const counts = new Map<string, { all: number; yes: Map<string, number> }>();
  for (const facts of combinations()) {
    const at = map.axes.map((axis) => placeOf(facts[axis.fact] ?? null, axis)).join();
    const count = counts.get(at) ?? { all: 0, yes: new Map<string, number>() };
    counts.set(at, count);
    count.all += 1;
    const holds = (when: Condition | undefined) => when === undefined || engine.run(when.certain, facts) === true;
    for (const outcome of outcomesOf(playbook, holds)) {
      const key = JSON.stringify(outcome);
      count.yes.set(key, (count.yes.get(key) ?? 0) + 1);
    }
  }
  return new Map(
    [...counts].map(([at, { all, yes }]) => [
      at,
      new Map([...yes].map(([key, times]) => [key, times === all ? 'always' : 'may'] as const)),
    ]),
  );
}

function outcomesOf(playbook: CompiledPlaybook, holds: (when: Condition | undefined) => boolean): readonly Outcome[] {
  const { id, triggers, escalations, steps } = playbook;
  const outcomes: Outcome[] = [];
  if (triggers.some(({ when }) => holds(when))) outcomes.push({ kind: 'playbook', playbook: id });
  for (const escalation of escalations) {
    if (holds(escalation.when)) outcomes.push({ kind: 'escalation', escalation: escalation.id, playbook: id });
  }
  for (const step of steps) {
    const put = (way: Extract<Outcome, { kind: 'step' }>['way']) =>
      outcomes.push({ kind: 'step', playbook: id, step: step.id, way });
    if (step.skip && holds(step.skip)) put({ kind: 'skipped' });
    const exit = step.exits.find(({ when }) => holds(when));
    if (exit?.kind === 'goTo') put({ kind: 'goTo', step: exit.step });
    else if (step.done && holds(step.done)) put({ kind: 'done' });
  }
  return outcomes;
}

function combinations(): readonly Readonly<Record<string, Value>>[] {
  return Object.entries(VALUES).reduce<readonly Readonly<Record<string, Value>>[]>(
    (all, [fact, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );
}

/** The stretch that a value is in: the only one. */
function placeOf(value: Value, { stretches }: Axis): number {
  const places = stretches.flatMap((stretch, place) => (isIn(value, stretch) ? [place] : []));
  expect(places, `${value} in ${JSON.stringify(stretches)}`).toHaveLength(1);
  return places[0] ?? -1;
}

function isIn(value: Value, stretch: Axis['stretches'][number]): boolean {
  if (value === null || stretch.kind === 'unknown') return value === null && stretch.kind === 'unknown';
  if (stretch.kind === 'known') return true;
  if (stretch.kind === 'words') return typeof value !== 'number' && stretch.words.includes(value);
  if (typeof value !== 'number') return false;
  const { from, to } = stretch;
  const isAbove = !from || value > from.number || (from.included && value === from.number);
  return isAbove && (!to || value < to.number || (to.included && value === to.number));
}

function placesIn(at: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return at.reduce<readonly (readonly number[])[]>(
    (all, places) => all.flatMap((one) => places.map((place) => [...one, place])),
    [[]],
  );
}

function compiled({ triggers, escalation, skip, goTo, done }: Rules): CompiledPlaybook {
  return compiledSource(`${heading('shown', '')}${FACTS}
${triggers.map((when, at) => `trigger t${at} when ${when}`).join('\n')}
step hear
  goal "The customer feels heard."
  say "Thank you for telling me."
  skip when ${skip}
${goTo.map((when, at) => `  go to ${at === 0 ? 'agree' : 'finish'} when ${when}`).join('\n')}
  done when ${done}
step agree
  goal "There is an answer."
  say "Here is what I can do."
step finish
  goal "Nothing is left open."
  say "Goodbye."
team desk "The desk" answers within 5 minutes
escalation help
  when ${escalation}
  to desk
`);
}

interface Rules {
  readonly triggers: readonly string[];
  readonly escalation: string;
  readonly skip: string;
  readonly goTo: readonly string[];
  readonly done: string;
}

const FACTS = `signal heat from 0 to 10
signal delay count
signal place one of shop, home, road
signal vip yes or no
`;

function heading(id: string, beats: string): string {
  return `playbook ${id} "A playbook"\n  owner "Customer Operations"\n  version 1.0.0\n  ${beats}\n`;
}

function compiledText(id: string, beats: string, when: string, delay = 'signal delay count'): CompiledPlaybook {
  const facts = `signal heat from 0 to 10\n${delay}\nsignal word text\n`;
  const unit = delay.endsWith('hours') ? when.replace(/(\d)$/, '$1 hours') : when;
  return compiledSource(`${heading(id, beats.replace(/^beats vexed$/, 'beats everything'))}${facts}trigger start when ${unit}
step hear
  goal "The customer feels heard."
  say "Thank you for telling me."
`);
}

/** What is found in it, and proved of it, doesn't matter here: only what it is compiled to. */
function compiledSource(text: string): CompiledPlaybook {
  const { shared, playbook: services } = createPlaybookLanguage({});
  const uri = URI.parse('playbook:///main.playbook');
  const document = shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  expect(document.parseResult.parserErrors.map(({ message }) => message)).toEqual([]);
  const playbook = compileSound(document, services.Workspace, () => false);
  if (!playbook) throw new Error('it should be compiled');
  return playbook;
}
