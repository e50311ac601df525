import { readFileSync } from 'node:fs';
import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { shippedSources } from '../harness/shipped.ts';
import { exercises, has, readRule, scenariosOf } from './scenarios.ts';

/**
 * The shelf keeps what its page says: each practice of the field is a rule of a playbook, and a scenario shows it at work; the list of playbooks is whole;
 * each framework has a playbook that follows it.
 */
const sources = shippedSources();
const { outputs } = await createCompiler().compile([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
const playbooks = new Map(
  outputs
    .filter(({ name }) => name !== 'index.json')
    .map(({ text }) => JSON.parse(text) as Playbook)
    .map((playbook) => [playbook.id, playbook]),
);
const readme = readFileSync(new URL('../../playbooks/README.md', import.meta.url), 'utf8');
const tables = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

const ids = Array.from({ length: 25 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
const rows = tables
  .filter(([id]) => /^P\d+$/.test(id ?? ''))
  .map(([id = '', practice = '', playbook = '', rule = '', scenario = '']) => ({
    id,
    practice,
    playbook,
    rule,
    scenario,
  }));

describe('the practices', () => {
  test('each has a row, in order, and its first one says what it is', () => {
    expect([...new Set(rows.map(({ id }) => id))]).toEqual(ids);
    expect(rows.filter(({ practice }) => practice !== '').map(({ id }) => id)).toEqual(ids);
  });

  test.each(rows)('$id: $rule of $playbook, in "$scenario"', ({ playbook: name, rule: text, scenario: title }) => {
    const playbook = playbooks.get(name) ?? expect.fail(`there is no playbook ${name}`);
    const rule = readRule(text) ?? expect.fail(`${text} is no rule`);
    expect(has(playbook, rule), `${name} has no ${text}`).toBe(true);
    const scenario = scenariosIn(name).find((each) => each.title === title);
    if (!scenario) expect.fail(`${name} has no scenario "${title}"`);
    expect(exercises(scenario, playbook, rule), `the scenario does not put ${text} to the test`).toBe(true);
  });

  test('a scenario that leaves a rule alone is not taken for its proof', () => {
    const playbook = playbooks.get('late_delivery') ?? expect.fail();
    const lines = ['customer says "Good morning"', 'expect no escalation urgent_need', 'expect reply allowed'];
    for (const rule of [
      'boundary no_guessed_day',
      'escalation urgent_need',
      'step hear',
      'trigger overdue',
      'follow up keep_posted',
      'agent care breather',
      'trend one_courier',
      'phrases late_words',
    ]) {
      const read = readRule(rule) ?? expect.fail(rule);
      expect(has(playbook, read), rule).toBe(true);
      expect(exercises({ title: '', lines }, playbook, read), rule).toBe(false);
    }
  });
});

describe('the shelf', () => {
  test('holds fourteen playbooks or more, each with three scenarios or more', () => {
    expect(playbooks.size).toBeGreaterThanOrEqual(14);
    const thin = [...playbooks.keys()].filter((name) => scenariosIn(name).length < 3);
    expect(thin).toEqual([]);
  });

  test('is listed whole, each playbook with the framework that it follows', () => {
    const listed = tables.flatMap(([file = '', , framework = '']) => {
      const name = /^(\w+)\.playbook$/.exec(file)?.[1];
      return name !== undefined && !sources.has(`playbooks/shared/${file}`) ? [[name, framework]] : [];
    });
    const actual = [...playbooks.values()].map(({ id, framework }) => [id, framework ? inWords(framework.id) : '–']);
    expect(listed.sort()).toEqual(actual.sort());
  });

  test('has a playbook for each framework, and lists them all', () => {
    const declared = [...(sources.get('playbooks/shared/frameworks.playbook') ?? '').matchAll(/^framework (\w+)/gm)]
      .map(([, name = '']) => name)
      .sort();
    const followed = new Set([...playbooks.values()].flatMap(({ framework }) => framework?.id ?? []));
    expect(declared.length).toBeGreaterThanOrEqual(5);
    expect([...followed].sort()).toEqual(declared);
    const listed = tables.map(([name = '']) => name);
    expect(listed).toEqual(expect.arrayContaining(declared.map(inWords)));
  });
});

function scenariosIn(name: string) {
  return scenariosOf(sources.get(`playbooks/${name}.playbook`) ?? '');
}

/** How the page writes a framework: `six_steps` as "six steps". */
function inWords(framework: string): string {
  return framework.replaceAll('_', ' ');
}
