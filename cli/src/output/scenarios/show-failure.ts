import type { Failure, ScenarioLine, ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords, plain, sentence } from '@poise/generator/words';
import { type FindingStyle, placeOf } from '../findings.ts';
import { frame } from '../frame.ts';
import { Lines } from '../lines.ts';

/** A scenario that fails: the conversation up to the line that isn't met, what was expected, what came, and why. */
export function showFailure(
  run: ScenarioRun,
  failure: Failure,
  sources: ReadonlyMap<string, string>,
  style: FindingStyle,
): string {
  const { colors, pathOf } = style;
  const { scenario } = run;
  const { line, expected, but, because } = failureInWords(failure, run);
  const linkTo = ({ file, line: number, column }: ScenarioLine['at']) =>
    placeOf(pathOf(file), { line: number - 1, character: column - 1 });
  const shown = [
    `${colors.bold(linkTo(line.at))}  ${colors.red('failed')}  ${plain(scenario.playbook)}: ${plain(scenario.title)}`,
    ...conversation(scenario.at.line, line.at, new Lines(sources.get(line.at.file) ?? ''), style),
    `  ${colors.cyan('expected')}  ${sentence(expected)}`,
    `  ${colors.cyan('but')}       ${sentence(but)}`,
    ...because.map(({ words, at }, index) => {
      const head = index === 0 ? colors.cyan('because') : '       ';
      return `  ${head}   ${sentence(words)}  ${colors.dim(linkTo(at))}`;
    }),
  ];
  return shown.map((text) => `${text}\n`).join('');
}

/** The source from the scenario's heading down to the line that fails, which is marked. */
function conversation(
  first: number,
  { line: last, column }: ScenarioLine['at'],
  lines: Lines,
  { colors, width }: FindingStyle,
): readonly string[] {
  const digits = String(last).length;
  const numbered = (number: number, text: string) =>
    `  ${colors.dim(`${String(number).padStart(digits)} |`)} ${text}`.trimEnd();
  const room = width - digits - 6;
  const shown: string[] = [];
  for (let number = first; number < last; number++) {
    shown.push(numbered(number, frame(lines.at(number - 1), { start: 0, end: 0 }, room).source));
  }
  const text = lines.at(last - 1);
  const marked = frame(text, { start: column - 1, end: text.trimEnd().length }, room);
  return [
    ...shown,
    numbered(last, marked.source),
    `  ${colors.dim(`${' '.repeat(digits)} |`)} ${marked.indent}${colors.red(marked.carets)}`,
  ];
}
