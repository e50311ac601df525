import { type NoMap, type SituationMap, situationMap, timeMap } from '@poise/analysis/map';
import type { FileFinding } from '@poise/generator';
import { plain } from '@poise/generator/words';
import { nearest } from '@poise/language/words';
import type { Playbook } from '@poise/runtime';
import { couldNotFinish, EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import { showFindings } from '../output/findings.ts';
import { situationFaces, timeFaces } from '../output/map/faces.ts';
import type { Terminal } from '../terminal.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { compile } from './compile.ts';
import type { MapOptions } from './options.ts';

/** More facts than that make no table that a person would read. */
const MOST_FACTS = 4;
/** What the time of the week leads to: how long a team may take to answer. The language keeps the word, so no fact has that name. */
const TIME = 'time';
/** A picture has a grid of two, and one beside the other for the third. */
const MOST_DRAWN = 3;

/**
 * `poise map`: says which situations lead to which playbook, escalation or step, and which to nothing; or how long a team may take to answer.
 *
 * @param facts the names of what a situation is made of; or `time` alone
 * @throws CommandStop
 */
export async function map(
  facts: readonly string[],
  options: MapOptions,
  place: Place,
  terminal: Terminal,
): Promise<ExitCode> {
  const twice = facts.find((fact, index) => facts.indexOf(fact) < index);
  if (twice !== undefined) throw wrongUse(`${quoted(twice)} is named twice`);
  if (facts.length > MOST_FACTS) throw wrongUse(`a map shows at most ${MOST_FACTS} facts at once`);
  const ofTime = facts.includes(TIME);
  if (ofTime && facts.length > 1)
    throw wrongUse(`${quoted(TIME)} is shown by itself: how long a team may take to answer, by the hour of the week`);
  if (options.svg !== undefined) {
    if (facts.length > MOST_DRAWN) throw wrongUse(`a picture shows at most ${MOST_DRAWN} facts at once`);
    if (!options.svg.endsWith('.svg'))
      throw wrongUse(`${quoted(options.svg)} is no name of a picture: it ends in .svg`);
  }
  const compiling = { failLevel: 'error', today: options.today, quiet: false, cache: false } as const;
  const compiled = await compile(options.in ?? [], compiling, place, terminal);
  if (compiled.failed) {
    const { findings, sources } = compiled.compilation;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const style = { ...terminal, pathOf: (file: string) => shownPath(place, file) };
    const isJson = options.format === 'json';
    terminal.print(isJson ? await broken(errors, options.today) : showFindings({ findings: errors, sources }, style));
    return EXIT.findings;
  }
  const { outputs, playbooks } = compiled.compilation;
  const wanted = new Set(playbooks.filter(({ file }) => compiled.entries.includes(file)).map(({ id }) => `${id}.json`));
  const documents = outputs.filter(({ name }) => wanted.has(name)).map(({ text }) => JSON.parse(text) as Playbook);
  if (documents.length === 0) throw wrongUse('there is no playbook in these files');
  const faces = ofTime
    ? timeFaces(timeMap(documents, options.today), options.today, terminal)
    : situationFaces(situationsOf(documents, facts), options.today, terminal);
  terminal.print(await faces[options.format]());
  if (options.svg !== undefined) await write(await faces.svg(), options.svg, place, terminal);
  return EXIT.clean;
}

/** @throws CommandStop if there is no such map */
function situationsOf(documents: readonly Playbook[], facts: readonly string[]): SituationMap {
  const drawn = situationMap(documents, facts);
  if ('kind' in drawn) throw wrongUse(whyNot(drawn));
  return drawn;
}

function whyNot(reason: NoMap): string {
  if (reason.kind === 'tooLarge') return 'these facts make too many situations to be told one by one: choose fewer';
  const { fact, why } = reason;
  switch (why.kind) {
    case 'text':
      return `${quoted(fact)} is a text: a map needs facts of which there are few values, or stretches of values`;
    case 'several':
      return `these playbooks don't agree on what ${quoted(fact)} is: choose some of them with \`--in\``;
    case 'unknown': {
      const meant = nearest(fact, why.known);
      const known = why.known.length > 0 ? `: there are ${why.known.join(', ')}` : '';
      return `no condition of these playbooks asks about ${quoted(fact)}${meant === undefined ? known : `: did you mean ${quoted(meant)}?`}`;
    }
  }
}

/** What is wrong with the playbooks, where a program reads it. */
async function broken(errors: readonly FileFinding[], today: string): Promise<string> {
  return (await import('../output/map/map-report.ts')).brokenReport(errors, today, EXIT.findings);
}

/** Writes the picture. @throws CommandStop if it can't be written */
async function write(picture: string, file: string, place: Place, terminal: Terminal): Promise<void> {
  const { dirname, basename, resolve } = await import('node:path');
  const [{ writeFiles }, { OutputError }, { reasonOf }] = await Promise.all([
    import('../writing/write-files.ts'),
    import('../writing/output-error.ts'),
    import('../workspace/system-errors.ts'),
  ]);
  const target = resolve(place.folder, file);
  try {
    writeFiles(dirname(target), new Map([[basename(target), picture]]));
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    throw couldNotFinish(`${quoted(file)} can't be written: ${reasonOf(error.cause)}`);
  }
  terminal.say(`${quoted(file)} is written\n`);
}

function quoted(name: string): string {
  return `\`${plain(name)}\``;
}
