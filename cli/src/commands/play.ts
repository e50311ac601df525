import {
  createStage,
  documentOf,
  type Played,
  type SoundlyPlayed,
  scenarioOf,
  scenarioSoFar,
} from '@poise/generator/playing';
import { plain, plainLines } from '@poise/generator/words';
import { sha256 } from '../cache/digest.ts';
import { EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import { countSeverities, summaryOf } from '../output/counts.ts';
import { showFindings } from '../output/findings.ts';
import { type Input, standardInput } from '../playing/input.ts';
import { showMistakes, showUnmet } from '../playing/mistakes.ts';
import { recordScenario } from '../playing/recording.ts';
import { converse } from '../playing/session.ts';
import { typedLineReader } from '../playing/typed-line.ts';
import type { Terminal } from '../terminal.ts';
import { findEntries } from '../workspace/entries.ts';
import { fileHost } from '../workspace/file-host.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import type { PlayOptions } from './options.ts';

/** `poise play`: a conversation in the terminal, with a playbook's guidance. @throws CommandStop */
export async function play(path: string, options: PlayOptions, place: Place, terminal: Terminal): Promise<ExitCode> {
  const [entry, ...others] = findEntries([path], place);
  if (entry === undefined || others.length > 0) {
    throw wrongUse(`\`${plain(path)}\` means ${others.length + 1} playbooks: say which one to play`);
  }
  const scene = { entry, place, today: options.today };
  const stage = createStage(entry, fileHost(place.root), { today: options.today, digest: sha256 });
  const given = options.time === undefined ? [] : [givenTime(options.time)];
  const began = await stage.play(scenarioSoFar(given));
  const pathOf = (file: string) => shownPath(place, file);
  if (began.kind === 'mistaken' && began.elsewhere.length > 0) {
    const { elsewhere: findings, sources } = began;
    terminal.print(showFindings({ findings, sources }, { ...terminal, pathOf }));
    terminal.print(`${summaryOf(countSeverities(findings), new Set(findings.map(({ file }) => file)).size)}\n`);
    return EXIT.findings;
  }
  const played = playedOrStop(began, path);

  const input = standardInput();
  try {
    const { title, id, version } = documentOf(played.run);
    terminal.print(`${terminal.colors.bold(plain(title))} (${id} ${version})\n`);
    if (input.isTyped) terminal.print('Type what the customer says; `help` tells what else there is.\n');
    terminal.print('\n');
    const lines = await converse({ stage, given, played }, input, terminal, pathOf);
    return options.record ? await record(lines, scene, input, terminal) : EXIT.clean;
  } finally {
    input.end();
  }
}

/** @throws CommandStop where there is more in it than a time */
function givenTime(time: string): string {
  const line = `given time ${time.replaceAll(/\s+/g, ' ')}`;
  if (typedLineReader()(line).kind !== 'line') throw wrongUse(`\`--time\`: \`${plain(time)}\` is more than a time`);
  return line;
}

/** @throws CommandStop where nothing can be played */
function playedOrStop(played: Played, path: string): SoundlyPlayed {
  const shown = `\`${plain(path)}\``;
  switch (played.kind) {
    case 'library':
      throw wrongUse(`there is no playbook in ${shown}, only what playbooks use`);
    case 'retired':
      throw wrongUse(`the playbook in ${shown} is retired: what is retired isn't tried out any more`);
    case 'mistaken':
      throw wrongUse(`\`--time\`: ${plain(played.inScenario[0]?.message ?? '')}`);
    case 'played':
      if (played.run.failure) throw wrongUse('`--time`: the conversation can’t begin like this');
      return played;
  }
}

/** Asks for a title, and writes the conversation to the playbook's file. Without a title nothing is written. */
async function record(
  lines: readonly string[],
  scene: Parameters<typeof recordScenario>[1],
  input: Input,
  terminal: Terminal,
): Promise<ExitCode> {
  const { print } = terminal;
  const title = lines.length > 0 && !input.isGivenUp ? (await input.next('title of the scenario: '))?.trim() : '';
  if (!title) {
    print('nothing was recorded\n');
    return EXIT.clean;
  }
  const scenario = scenarioOf(title, lines);
  const recorded = await recordScenario(scenario, scene);
  if (recorded.kind === 'played' && !recorded.run.failure) {
    const { items } = recorded.run.scenario;
    const hint = items.some(({ kind }) => kind === 'expect') ? '' : ': it expects nothing yet, so add `expect …` lines';
    print(`recorded at the end of ${plain(shownPath(scene.place, scene.entry))}${hint}\n`);
    return EXIT.clean;
  }
  if (recorded.kind === 'mistaken') {
    const { inScenario, elsewhere, sources } = recorded;
    print(showMistakes([...inScenario, ...elsewhere], sources, terminal));
  }
  if (recorded.kind === 'played') print(showUnmet(recorded.run, terminal));
  print(`${plainLines(scenario)}\nnothing was recorded: this doesn’t fit the playbook as it is now\n`);
  return EXIT.findings;
}
