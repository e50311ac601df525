import { readConfiguration } from '@poise/generator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../../generator/schema/poise.schema.json' with { type: 'json' };
import { PATIENCE, runs } from '../harness/runs.ts';
import { nearlyConfiguration } from './any-configuration.ts';

const fits = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

/** What no schema can tell, for it lies in the catalogue of findings or in the list of currencies; or in the text, before there is any value. */
const BEYOND_THE_SCHEMA = ['unknown-code', 'fixed-level', 'unknown-currency', 'repeated-setting', 'broken-settings'];

function isRefused(text: string): boolean {
  return readConfiguration(text).findings.some(({ code }) => !BEYOND_THE_SCHEMA.includes(code));
}

const VALID: readonly unknown[] = [
  {},
  { $schema: './poise.schema.json' },
  { severity: {} },
  { severity: { 'missing-goal': 'error', 'unused-name': 'warning', 'no-trigger': 'info', 'review-overdue': 'off' } },
  { folders: {} },
  { folders: { drafts: {}, 'drafts/winter': { severity: {} }, '.hidden': { severity: { 'missing-goal': 'off' } } } },
  { failLevel: 'error' },
  { out: 'dist/playbooks' },
  { out: '...' },
  ...['en', 'en-GB', 'gsw', 'zh-Hant', 'zh-Hant-TW', 'es-419'].map((locale) => ({ locale })),
  { currency: 'EUR' },
  { approvals: { 'loosened boundary': 'compliance', 'words only': 'the legal team', lost: 'operations' } },
];

const INVALID: readonly unknown[] = [
  ...[[], 'error', 1, true, null],
  { severty: {} },
  { constructor: {} },
  { severity: [] },
  { severity: { 'missing-goal': 'of' } },
  { severity: { 'missing-goal': ['off'] } },
  { folders: { drafts: { failLevel: 'error' } } },
  ...['', '.', '..', '/', '/a', 'a/', './a', '../a', 'a/./b', 'a/../b', 'a//b', 'a\\b', 'C:', '*', 'a\nb'].flatMap(
    (path) => [{ folders: { [path]: {} } }, { out: path }],
  ),
  { failLevel: 'off' },
  ...['', 'EN', 'en-gb', 'en_GB', 'english', 'en-', 'en-GB '].map((locale) => ({ locale })),
  ...['', 'gbp', 'GB', 'GBPS', '£'].map((currency) => ({ currency })),
  ...['', 'same', 'loosened boundaries', 'boundary'].map((change) => ({ approvals: { [change]: 'compliance' } })),
  ...['', ' ', 'legal, compliance', 3].map((approver) => ({ approvals: { lost: approver } })),
];

describe('the schema and the reader say the same', () => {
  test.each(VALID)('%j is a configuration', (value) => {
    expect(fits(value), JSON.stringify(fits.errors)).toBe(true);
    expect(readConfiguration(JSON.stringify(value)).findings).toEqual([]);
  });

  test.each(INVALID)('%j is none', (value) => {
    expect(fits(value)).toBe(false);
    expect(readConfiguration(JSON.stringify(value)).findings).toHaveLength(1);
  });

  test('of whatever is nearly one', { timeout: PATIENCE }, () => {
    let valid = 0;
    fc.assert(
      fc.property(nearlyConfiguration, (value) => {
        const text = JSON.stringify(value);
        // Written and read again, for JSON has no `-0` and no `undefined`.
        const isValid = fits(JSON.parse(text));
        valid += isValid ? 1 : 0;
        expect(isRefused(text), JSON.stringify(fits.errors)).toBe(!isValid);
      }),
      runs(2000),
    );
    expect(valid).toBeGreaterThan(0);
  });
});

test('the schema uses no more of JSON Schema than the reader knows', () => {
  const keywords = new Set<string>();
  const visit = (part: object): void => {
    for (const [keyword, value] of Object.entries(part)) {
      keywords.add(keyword);
      if (keyword === 'properties' || keyword === '$defs')
        for (const inner of Object.values(value)) visit(inner as object);
      else if (['additionalProperties', 'propertyNames'].includes(keyword) && typeof value === 'object') visit(value);
    }
  };
  visit(schema);
  const known =
    '$defs $id $ref $schema additionalProperties description enum examples pattern properties propertyNames title type';
  expect([...keywords].sort()).toEqual(known.split(' '));
});

test('all that the schema shows as an example is right', () => {
  const properties: Readonly<
    Record<string, { readonly description?: string; readonly title?: string; readonly examples?: readonly unknown[] }>
  > = schema.properties;
  const examples = Object.entries(properties).flatMap(([name, { examples = [] }]) =>
    examples.map((example) => ({ [name]: example })),
  );
  expect(examples.length).toBeGreaterThan(0);
  for (const example of [...examples, ...schema.examples]) {
    expect(readConfiguration(JSON.stringify(example)).findings).toEqual([]);
  }
});
