import { expect, test } from 'vitest';
import { compiledRule } from '../../bench/decisions/compiled-rules.ts';
import { decisionWorkload, type Moment } from '../../bench/decisions/workload.ts';
import { compileLogic, type FactValue } from '../../runtime/src/rules/index.ts';
import { unportableParts } from '../portability/portable-subset.ts';

const { facts, rules, moments, held } = decisionWorkload(1_000, 200);
const factNumber = (id: string) => facts.indexOf(id);
const valuesAt = (moment: Moment): FactValue[] => facts.map((fact) => moment[fact] ?? null);

test('the rules compare two to four of thirty facts, and about one in thirty holds', () => {
  expect(facts.length).toBe(30);
  expect(rules.length).toBe(1_000);
  for (const rule of rules) {
    const compared = new Set(rule.map(({ fact }) => fact));
    expect(compared.size).toBe(rule.length);
    expect([2, 3, 4]).toContain(rule.length);
  }
  const share = held.reduce((sum, { length }) => sum + length, 0) / (rules.length * moments.length);
  expect(share).toBeGreaterThan(1 / 40);
  expect(share).toBeLessThan(1 / 20);
});

test('compiled, a rule is as the compiler writes it and means the same', () => {
  const compiled = rules.map(compiledRule);
  for (const { certain, possible } of compiled) {
    expect([...unportableParts(certain), ...unportableParts(possible)]).toEqual([]);
  }
  const certain = compiled.map((rule) => compileLogic(rule.certain, factNumber));
  const possible = compiled.map((rule) => compileLogic(rule.possible, factNumber));
  const nothing = facts.map(() => null);
  expect(certain.some((holds) => holds(nothing))).toBe(false);
  expect(possible.every((holds) => holds(nothing))).toBe(true);
  for (const [index, moment] of moments.entries()) {
    const values = valuesAt(moment);
    // Where all is known, what is possible is certain.
    for (const answers of [certain, possible]) {
      expect([...rules.keys()].filter((rule) => answers[rule]?.(values))).toEqual(held[index]);
    }
  }
});
