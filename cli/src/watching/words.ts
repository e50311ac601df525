import { plain } from '@poise/generator/words';
import { columnsOf } from '../output/width.ts';
import type { Terminal } from '../terminal.ts';

const MOST_NAMES = 3;
const WIDEST = 80;

/** The line before a run: when it began, and what had changed. */
export function runLine(names: readonly string[], time: Date, { colors, width }: Pick<Terminal, 'colors' | 'width'>) {
  const text = `── ${timeOfDay(time)}  ${namesInShort(names)} `;
  return `\n${colors.dim(text.padEnd(text.length + Math.max(2, Math.min(width, WIDEST) - columnsOf(text)), '─'))}\n`;
}

/** The line after a run. */
export const WAITING = 'watching for changes; Ctrl-C ends it\n';

function namesInShort(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(plain);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** Of the clock on the wall. */
function timeOfDay(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
