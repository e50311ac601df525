import type { FileFinding } from '@poise/generator';
import type { ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords, sentence } from '@poise/generator/words';
import { frame } from '../output/frame.ts';
import { Lines } from '../output/lines.ts';
import type { Terminal } from '../terminal.ts';
import { indented, showItem } from './card.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** What is found in typed lines. */
export function showMistakes(
  findings: readonly FileFinding[],
  sources: ReadonlyMap<string, string>,
  style: Style,
): string {
  const shown = findings.map(({ file, range, message, help, severity }) => {
    const line = new Lines(sources.get(file) ?? '').at(range.start.line);
    const { source, indent, carets } = frame(
      line,
      { start: range.start.character, end: range.end.character },
      style.width,
    );
    const tone = severity === 'error' ? 'bad' : 'careful';
    return (
      `${source}\n${indent}${style.colors.red(carets)}\n` +
      showItem({ label: severity === 'info' ? 'remark' : severity, text: sentence(message), tone }, style) +
      (help === undefined ? '' : showItem({ label: 'help', text: sentence(help), tone: 'plain' }, style))
    );
  });
  return `${shown.join('')}\n`;
}

/** Why the last line can't be, or doesn't come true. */
export function showUnmet(run: ScenarioRun, style: Style): string {
  if (!run.failure) return '';
  const { expected, but, because } = failureInWords(run.failure, run);
  return [
    showItem({ label: 'expected', text: sentence(expected), tone: 'plain' }, style),
    showItem({ label: 'but', text: sentence(but), tone: 'bad' }, style),
    ...because.map(({ words, at }, index) => {
      const text = `${sentence(words)} (line ${at.line} of ${at.file})`;
      return index === 0 ? showItem({ label: 'because', text, tone: 'plain' }, style) : indented(text, style);
    }),
    '\n',
  ].join('');
}
