import { createCompiler } from '@poise/generator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allFixtures } from '../harness/fixtures.ts';
import { blocksOf, documentation } from '../harness/markdown.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { respaced, shaken } from './disturbed.ts';
import { faultsOf, format } from './layout-faults.ts';
import { mutated } from './mutated.ts';
import { soundSources, withoutPlaces } from './sound.ts';

const shipped = shippedSources();
const compiler = createCompiler();
const texts: ReadonlyMap<string, string> = new Map([
  ...shipped,
  ...[...allFixtures()].flatMap(([name, { files }]) =>
    [...files].map(([path, text]) => [`${name}, ${path}`, text] as const),
  ),
  ...[...documentation()].flatMap(([page, text]) =>
    blocksOf(text)
      .filter(({ info }) => /^playbook\b/.test(info))
      .map((block) => [`${page}:${block.line}`, block.text] as const),
  ),
]);

/** Some lines of a text: as long as is needed to go wrong, and short enough to be read when it does. */
const excerpt = fc.constantFrom(...[...texts.values()].filter((text) => text.length > 400)).chain((text) => {
  const lines = text.split('\n');
  return fc.nat(Math.max(0, lines.length - 30)).map((from) => lines.slice(from, from + 40).join('\n'));
});

test.each([...texts])('the laws of formatting hold for %s', async (_name, text) => {
  expect(await faultsOf(text)).toEqual([]);
});

describe('the laws of formatting hold', () => {
  const holds = (name: string, any: fc.Arbitrary<string>, usual: number) =>
    test(
      `for ${name}`,
      async () => {
        await fc.assert(
          fc.asyncProperty(any, async (text) => {
            expect(await faultsOf(text)).toEqual([]);
          }),
          runs(usual),
        );
      },
      PATIENCE,
    );

  holds('playbooks with anything in them changed', excerpt.chain(mutated), 60);
  holds('playbooks with any space, line ends and remarks between their words', excerpt.chain(shaken), 60);
  holds('any texts at all', fc.string({ unit: 'binary', maxLength: 200 }), 60);

  test(
    'for sound workspaces in any layout, and nothing in them is left as it was',
    async () => {
      await fc.assert(
        fc.asyncProperty(soundSources, async ({ canonical, otherwise }) => {
          for (const text of [...canonical.values(), ...otherwise.values()]) {
            expect(await faultsOf(text)).toEqual([]);
            expect(format(text).leftAlone).toEqual([]);
          }
        }),
        runs(10),
      );
    },
    PATIENCE,
  );
});

test(
  'however the words of a line are spaced, the same comes out',
  () => {
    const laidOut = fc.constantFrom(...shipped.values()).map((text) => format(text).text);
    const pairs = laidOut.chain((text) => fc.tuple(fc.constant(text), respaced(text)));
    fc.assert(
      fc.property(pairs, ([text, other]) => {
        expect(format(other).text).toBe(text);
      }),
      runs(10),
    );
  },
  PATIENCE,
);

test('the shipped playbooks compile to the same when formatted, but for what says where in which text', async () => {
  const compiled = async (sources: ReadonlyMap<string, string>) => {
    const { outputs } = await compiler.compile([...sources.keys()], memoryHost(sources), {
      today: '2026-11-22',
      proofs: false,
    });
    expect(outputs.length).toBeGreaterThan(1);
    return withoutPlaces(outputs);
  };
  const disturbed = new Map([...shipped].map(([path, text]) => [path, text.replace(/^ +/gm, '')]));
  const formatted = new Map([...disturbed].map(([path, text]) => [path, format(text).text]));
  expect(await compiled(formatted)).toEqual(await compiled(disturbed));
});
