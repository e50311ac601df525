import { cardItems, type View } from '@poise/generator/playing';
import { plain } from '@poise/generator/words';
import type { Place } from '@poise/runtime';
import { Lines } from '../output/lines.ts';
import type { Terminal } from '../terminal.ts';
import { indented, LABEL, showItem } from './card.ts';

/** What the last card rests on. */
export interface Grounds {
  /** The texts of the files, by their paths from the workspace's root. */
  readonly sources: ReadonlyMap<string, string>;
  /** A file's path as the reader would type it. */
  readonly pathOf: (file: string) => string;
}

/** What made the last card so: for each thing on it the lines of the playbooks, and the facts. */
export function showWhy(view: View, { sources, pathOf }: Grounds, style: Pick<Terminal, 'colors' | 'width'>): string {
  const { colors } = style;
  const shown = cardItems(view)
    .filter(({ why = [] }) => why.length > 0)
    .map(({ why = [], ...item }) => {
      const places = why.map(({ at, words }) => {
        const place = `${plain(pathOf(at.file))}:${at.line}:${at.column}`;
        const because = words === '' ? '' : indented(`because ${words}`, style);
        return `${because}${indented(sourceLine(at, sources), style)}${' '.repeat(LABEL)}${colors.dim(place)}\n`;
      });
      return showItem(item, style) + places.join('');
    });
  return shown.length > 0 ? `${shown.join('')}\n` : 'no rule has anything to say here\n\n';
}

/** The line that stands at a place. */
export function sourceLine({ file, line }: Place, sources: Grounds['sources']): string {
  return new Lines(sources.get(file) ?? '').at(line - 1).trim();
}
