import { createPlaybookLanguage, formatText } from '@poise/language';

/** Stands for a scenario's title until there is one. */
const UNTITLED = 'Tried out';

export const LINE_END = /\r\n|\n|\r/;

/** A scenario with these lines, as its source. @param title as the source has it, in quotes */
export function inScenario(title: string, lines: readonly string[]): string {
  return `scenario ${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The lines as a scenario for the stage. One that says nothing yet begins when any does: on a Tuesday at noon. */
export function scenarioSoFar(lines: readonly string[]): string {
  return inScenario(quotedText(UNTITLED), lines.length > 0 ? lines : ['given time tuesday 12:00']);
}

/** A conversation as a scenario, laid out. */
export function scenarioOf(title: string, lines: readonly string[]): string {
  return formatText(inScenario(quotedText(title), lines), createPlaybookLanguage({}).playbook).text;
}

/** Words as a text of the language, which they end up as whatever they are. */
export function quotedText(words: string): string {
  return `"${words.replaceAll(/["\\{}]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;
}

/** A file's text with a scenario at its end, a line free above it; and the line, counted from 0, where that begins. */
export function withScenario(own: string, scenario: string): { readonly text: string; readonly line: number } {
  const lineEnd = own.includes('\r\n') ? '\r\n' : '\n';
  const above = `${own.trimEnd()}${lineEnd}${lineEnd}`;
  return { text: above + scenario.replaceAll('\n', lineEnd), line: above.split(LINE_END).length - 1 };
}
