import { describe, expect, test } from 'vitest';
import { graphqlTypes } from '../../bench/compiling/graphql-types.ts';
import { typeSpecModels } from '../../bench/compiling/typespec-models.ts';
import { manyFiles, oneFile, type Workload } from '../../bench/compiling/workloads.ts';
import { FULL } from '../../bench/effort.ts';

/** How far from the lines that were asked for a workload may be: whoever compares speeds divides by its lines anyway. */
const ABOUT = 0.1;
const { smallLines, lines, files } = FULL.sizes.compiling;
/** What `poise` reads at most of one file. */
const MOST_BYTES = 1024 * 1024;

const linesOf = (workload: Workload) => [...workload.values()].join('').split('\n').length - 1;

describe.each([smallLines, lines / 8, lines / 4, lines / 2, lines])('one file of %d lines', (wanted) => {
  test.each([
    ['Poise', oneFile(wanted)],
    ['TypeSpec', typeSpecModels(1, wanted)],
    ['GraphQL', graphqlTypes(wanted)],
  ])('is one for %s', (_, workload) => {
    expect(workload.size).toBe(1);
    expect(Math.abs(linesOf(workload) / wanted - 1)).toBeLessThan(ABOUT);
    for (const text of workload.values()) expect(text.length).toBeLessThan(MOST_BYTES);
  });
});

describe.each([files / 8, files / 4, files / 2, files])('%d files of 100 lines', (wanted) => {
  const ours = manyFiles(wanted);

  test('are so many, of which each playbook uses another file and goes on with one', () => {
    expect(ours.size).toBe(wanted);
    expect(Math.abs(linesOf(ours) / (wanted * 100) - 1)).toBeLessThan(ABOUT);
    const playbooks = [...ours.values()].filter((text) => /^playbook /m.test(text));
    expect(playbooks.length).toBeGreaterThan(wanted / 2);
    for (const text of playbooks) {
      const [, used = ''] = /^use "(.+)"$/m.exec(text) ?? [];
      const [, next] = /continue with (\w+)/.exec(text) ?? [];
      expect(ours.has(used)).toBe(true);
      expect(ours.has(`${next}.playbook`)).toBe(true);
    }
  });

  test('are as many lines for the peers, of which TypeSpec has a file besides that imports the others', () => {
    const models = typeSpecModels(wanted, linesOf(ours) / wanted);
    expect(models.size).toBe(wanted + 1);
    expect(Math.abs(linesOf(models) / linesOf(ours) - 1)).toBeLessThan(ABOUT);
    expect(Math.abs(linesOf(graphqlTypes(linesOf(ours))) / linesOf(ours) - 1)).toBeLessThan(ABOUT);
  });
});
