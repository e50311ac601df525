import { CONFIGURATION_FILE, readConfiguration } from '@poise/generator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelOf } from '../../generator/src/configuration/configuration.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { nearlyConfiguration } from './any-configuration.ts';

const read = (value: unknown) => readConfiguration(JSON.stringify(value)).configuration;

describe('a configuration says what stands in it', () => {
  test('nothing, where there is nothing', () => {
    expect(read({})).toEqual({ levels: new Map(), folders: new Map(), approvals: new Map() });
  });

  test('every setting', () => {
    const all = { failLevel: 'info', out: 'build/json', locale: 'en-GB', currency: 'EUR' };
    const folders = { 'drafts/old': { severity: { 'missing-goal': 'info' } } };
    const approvals = { 'loosened boundary': 'compliance', lost: 'operations' };
    expect(read({ ...all, severity: { 'unused-name': 'off' }, folders, approvals })).toEqual({
      ...all,
      levels: new Map([['unused-name', 'off']]),
      folders: new Map([['drafts/old', new Map([['missing-goal', 'info']])]]),
      approvals: new Map(Object.entries(approvals)),
    });
  });

  test('what is wrong in it takes nothing else along', () => {
    const { configuration, findings } = readConfiguration(
      `{ "failLevel": "high", "severity": { "missing-gaol": "off", "bad-date": "off", "unused-name": "info", "no-trigger": 1 },
         "currency": "GPB", "out": "build", "colour": "red" }`,
    );
    expect(configuration).toEqual({
      levels: new Map([['unused-name', 'info']]),
      folders: new Map(),
      approvals: new Map(),
      out: 'build',
    });
    expect(findings.map(({ code }) => code)).toEqual([
      'wrong-setting',
      'unknown-code',
      'fixed-level',
      'wrong-setting',
      'unknown-currency',
      'unknown-setting',
    ]);
  });

  test('of two that are the same, the first', () => {
    expect(readConfiguration('{ "out": "a", "out": "b" }').configuration.out).toBe('a');
  });
});

describe('a level', () => {
  const configuration = read({
    severity: { 'missing-goal': 'error', 'unused-name': 'off' },
    folders: {
      'drafts/winter': { severity: { 'missing-goal': 'info' } },
      drafts: { severity: { 'missing-goal': 'off', 'missing-phrase': 'error' } },
    },
  });

  test.each([
    ['missing-goal', 'late.playbook', 'error'],
    ['missing-goal', 'drafts.playbook', 'error'],
    ['missing-goal', 'drafts/late.playbook', 'off'],
    ['missing-goal', 'drafts/summer/late.playbook', 'off'],
    ['missing-goal', 'drafts/winter/late.playbook', 'info'],
    ['missing-goal', 'drafts/winter/deep/late.playbook', 'info'],
    ['missing-goal', 'old/drafts/late.playbook', 'error'],
    ['missing-phrase', 'drafts/winter/late.playbook', 'error'],
    ['missing-phrase', 'late.playbook', undefined],
    ['unused-name', 'drafts/winter/late.playbook', 'off'],
    ['review-overdue', 'late.playbook', undefined],
  ] as const)('of %s in %s is %s: the deepest folder wins, code by code', (code, file, level) => {
    expect(levelOf(code, file, configuration)).toBe(level);
  });
});

describe('any text gives a configuration', () => {
  const texts: fc.Arbitrary<string> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(...'{}[]:,"\\/* \n'.split(''), 'severity', '"failLevel"', 'off', 'true', '1e', '-', '\ud800'),
        {
          maxLength: 20,
        },
      )
      .map((parts) => parts.join('')),
    // Something that was right, and of which a part is lost or doubled.
    fc.tuple(nearlyConfiguration, fc.nat(200), fc.nat(5), fc.boolean()).map(([value, at, length, doubled]) => {
      const text = JSON.stringify(value, undefined, 2);
      return text.slice(0, at + (doubled ? length : 0)) + text.slice(doubled ? at : at + length);
    }),
  );

  test('and what is no JSON is called that, and nothing else', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { configuration, findings } = readConfiguration(text);
        expect(configuration.levels).toBeInstanceOf(Map);
        const isBroken = findings.some(({ code }) => code === 'broken-settings');
        expect(isBroken).toBe(!isJson(text));
        if (isBroken) expect(findings).toHaveLength(1);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { file, severity, range } of findings) {
          expect({ file, severity }).toEqual({ file: CONFIGURATION_FILE, severity: 'error' });
          expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? -1);
        }
      }),
      runs(3000),
    );
  });

  test('however deep its braces are', () => {
    for (const text of ['['.repeat(1e5), '{"a":'.repeat(1e5), `${'['.repeat(1e5)}${']'.repeat(1e5)}`]) {
      expect(readConfiguration(text).findings.map(({ code }) => code)).toEqual(['broken-settings']);
    }
  });

  test('however long it is', () => {
    const severity = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`code-${index}`, 'off']));
    expect(readConfiguration(JSON.stringify({ severity })).findings).toHaveLength(2000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
