import { createCompiler } from '@poise/generator';
import { coveredItems } from '@poise/generator/coverage';
import { type ScenarioRun, scenarioPlayer } from '@poise/generator/scenarios';
import { failureInWords } from '@poise/generator/words';
import type { PlayedScenario } from '@poise/server/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { Editor } from '../../harness/editor.ts';
import { memoryHost } from '../../harness/memory-host.ts';
import { shippedSources } from '../../harness/shipped.ts';
import { FILES, HOUSE, LAMP, play, played, THANKS } from './setup.ts';

let editor: Editor;
afterEach(() => editor.end());

async function open(files: ReadonlyMap<string, string>): Promise<void> {
  editor = await Editor.on(files);
}

const COMPILER = createCompiler();

/** What `poise test` makes of some files. */
async function tested(files: ReadonlyMap<string, string>, paths: readonly string[]) {
  const options = { today: '2026-11-22', scenarios: true };
  const compilation = await COMPILER.compile(paths, memoryHost(files), options);
  const asked = compilation.scenarios.filter(({ file }) => paths.includes(file));
  return { ...compilation, runs: asked.flatMap((one) => one.scenarios.map(scenarioPlayer(one))) };
}

/** In the words in which an editor is told of a run. */
function inWords(run: ScenarioRun) {
  const { title } = run.scenario;
  if (!run.failure) return { title };
  const { line, expected, but, because } = failureInWords(run.failure, run);
  const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const why = because.map(({ words, at }) => [sentence(words), `file:///${at.file}`, at.line]);
  return { title, line: line.at.line, expected, but, why };
}

function asTold({ title, failure }: PlayedScenario) {
  if (!failure) return { title };
  const { place, expected, but, because } = failure;
  const why = because.map(({ words, place: at }) => [words, at.uri, at.range.start.line + 1]);
  return { title, line: place.range.start.line + 1, expected, but, why };
}

describe('a scenario comes out in the editor as `poise test` has it', () => {
  const shipped = shippedSources();
  const playbooks = [...shipped].filter(([, text]) => /^scenario /m.test(text)).map(([path]) => path);
  const turned = new Map([...shipped].map(([path, text]) => [path, withLastExpectationsTurned(text)]));

  test.each([
    { files: shipped, what: 'as they are shipped', fails: false },
    { files: turned, what: 'with expectations that are not met', fails: true },
  ])('$what', async ({ files, fails }) => {
    await open(files);
    const { runs, outputs } = await tested(files, [...files.keys()]);
    expect(runs.length).toBeGreaterThan(50);
    if (fails) expect(runs.filter(({ failure }) => !failure)).toEqual([]);
    const hits = new Map<string, number>();
    for (const path of playbooks) {
      const { scenarios, coverage } = await played(editor, path);
      expect(scenarios.map(asTold), path).toEqual(
        runs.filter(({ scenario }) => scenario.at.file === path).map(inWords),
      );
      for (const item of coverage.flatMap(({ items }) => items))
        hits.set(item.id, (hits.get(item.id) ?? 0) + item.hits);
    }
    const documents = outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text));
    expect(hits).toEqual(new Map(coveredItems(documents, runs).map(({ id, item }) => [id, item.hits])));
  });
});

describe('nothing is played while there are mistakes', () => {
  const HERE = 'the file has mistakes';
  const USED = 'a file that it uses has mistakes';
  const BESIDE = 'a playbook that it is tried out with has mistakes';
  const CONFIGURATION = '`poise.json` has mistakes';
  const IMPOSSIBLE = 'step never\n  skip when anger is at least 8 and anger is at most 3\n';
  test.each<[where: string, files: Readonly<Record<string, string>>, ofLamp: string, ofThanks: string | undefined]>([
    ['in the file', { 'lamp.playbook': `${LAMP}step\n` }, HERE, BESIDE],
    ['in a file that it uses', { 'house.playbook': HOUSE.replace('to supervisors', 'to nobody') }, USED, USED],
    ['in a playbook that it is played with', { 'thanks.playbook': `${THANKS}  say nothing\n` }, BESIDE, HERE],
    ['that are proved', { 'lamp.playbook': LAMP.replace('step agree', `${IMPOSSIBLE}step agree`) }, HERE, BESIDE],
    [
      'that are proved of a playbook that it is played with',
      { 'thanks.playbook': `${THANKS}${IMPOSSIBLE}` },
      BESIDE,
      HERE,
    ],
    ['in `poise.json`', { 'poise.json': '{ "severity": { "no-such-code": "off" } ' }, CONFIGURATION, CONFIGURATION],
    [
      'that the configuration makes of advice',
      {
        'poise.json': '{ "severity": { "scenario-expects-nothing": "error" } }',
        'lamp.playbook': `${LAMP}scenario "Empty"\n  agent closes conversation\n`,
      },
      HERE,
      undefined,
    ],
  ])('%s', async (_where, files, ofLamp, ofThanks) => {
    const all: Readonly<Record<string, string>> = { ...FILES, ...files };
    const { runs } = await tested(new Map(Object.entries(all)), ['lamp.playbook']);
    expect(runs).toEqual([]);
    await open(new Map(Object.entries(all)));
    expect(await play(editor, 'lamp.playbook')).toMatchObject({ kind: 'mistaken', reason: ofLamp });
    expect(await play(editor, 'thanks.playbook')).toMatchObject(
      ofThanks ? { kind: 'mistaken', reason: ofThanks } : { kind: 'played' },
    );
  });
});

/** The last expectation of each scenario is turned round. */
function withLastExpectationsTurned(text: string): string {
  const lines = text.split('\n');
  let isTurned = false;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    if (line.startsWith('scenario ')) isTurned = false;
    if (isTurned || !/^ +expect /.test(line)) continue;
    lines[index] = line.replace(/expect (no )?/, (_, no) => (no ? 'expect ' : 'expect no '));
    isTurned = true;
  }
  return lines.join('\n');
}
