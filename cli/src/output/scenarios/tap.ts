import type { Failure, ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords, plain } from '@poise/generator/words';
import type { TestResults } from './results.ts';

/** The results in the Test Anything Protocol, version 14: a point for each scenario. */
export function tapReport({ findings, playbooks }: TestResults): string {
  const lines = ['TAP version 14'];
  if (findings.length > 0) {
    for (const { file, range, message, code } of findings) {
      const { line, character } = range.start;
      lines.push(`# ${plain(`${file}:${line + 1}:${character + 1} ${message} [${code}]`)}`);
    }
    lines.push('Bail out! The playbooks have errors: no scenario was played.');
  } else {
    const runs = playbooks.flatMap((playbook) => playbook.runs);
    lines.push(`1..${runs.length}`);
    lines.push(...runs.flatMap((run, index) => point(run, index + 1)));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function point(run: ScenarioRun, number: number): readonly string[] {
  const { scenario, failure } = run;
  const title = plain(`${scenario.playbook}: ${scenario.title}`).replaceAll(/[\\#]/g, '\\$&');
  return [`${failure ? 'not ok' : 'ok'} ${number} - ${title}`, ...(failure ? diagnosis(run, failure) : [])];
}

/** A block of YAML: strings of JSON are some of YAML, too. */
function diagnosis(run: ScenarioRun, failure: Failure): readonly string[] {
  const { line, expected, but, because } = failureInWords(failure, run);
  const { file, line: number, column } = line.at;
  const places = because.map(({ words, at }) => `${words} (${at.file}:${at.line}:${at.column})`);
  return [
    '---',
    `line: ${quotedText(line.text)}`,
    `expected: ${quotedText(expected)}`,
    `but: ${quotedText(but)}`,
    ...(places.length > 0 ? ['because:', ...places.map((place) => `  - ${quotedText(place)}`)] : []),
    'at:',
    `  file: ${quotedText(file)}`,
    `  line: ${number}`,
    `  column: ${column}`,
    '...',
  ].map((text) => `  ${text}`);
}

function quotedText(text: string): string {
  return JSON.stringify(plain(text));
}
