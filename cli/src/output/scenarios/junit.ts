import type { Failure, ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords, plain } from '@poise/generator/words';
import builder from 'junit-report-builder';
import type { TestResults } from './results.ts';

/** The results as JUnit's XML, which build servers show: a suite for each playbook, a case for each scenario. Without times: they are never the same. */
export function junitReport({ findings, playbooks }: TestResults): string {
  const report = builder.newBuilder().name('poise test');
  for (const { playbook, runs } of playbooks) {
    const suite = report.testSuite().name(playbook);
    for (const run of runs) {
      const { scenario, failure } = run;
      const one = suite.testCase().className(playbook).name(plain(scenario.title)).file(plain(scenario.at.file));
      if (failure) one.failure(...inShort(run, failure)).stacktrace(inFull(run, failure));
    }
  }
  for (const { file, range, message, code } of findings) {
    const place = plain(`${file}:${range.start.line + 1}:${range.start.character + 1}`);
    const one = report.testSuite().name(plain(file)).testCase().className(plain(file)).name(`${place} ${code}`);
    one.file(plain(file)).error(plain(message), code);
  }
  return `${report.build()}\n`;
}

function inShort(run: ScenarioRun, failure: Failure): [message: string, type: string] {
  const { expected, but } = failureInWords(failure, run);
  return [plain(`expected ${expected}, but ${but}`), failure.kind];
}

function inFull(run: ScenarioRun, failure: Failure): string {
  const { line, expected, but, because } = failureInWords(failure, run);
  const where = ({ file, line: number, column }: typeof line.at) => `${file}:${number}:${column}`;
  const lines = [
    `${where(line.at)} ${line.text}`,
    `expected ${expected}`,
    `but ${but}`,
    ...because.map(({ words, at }) => `because ${words} (${where(at)})`),
  ];
  // What would end the section that this is put into.
  return lines.map((text) => plain(text).replaceAll(']]>', ']] >')).join('\n');
}
