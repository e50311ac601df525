import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageItem,
  type Figure,
  type Figures,
  figuresOf,
  isCovered,
  itemsByFile,
  missedWords,
  sumOf,
} from '@poise/generator/coverage';
import { plain } from '@poise/generator/words';
import type { Colors } from '../../terminal.ts';
import { table } from '../table.ts';
import { percentOf } from './words.ts';

/** How the words are to look. */
export interface CoverageStyle {
  readonly colors: Colors;
  /** What people call a file, from where they are. */
  readonly pathOf: (file: string) => string;
}

/** What is covered: of each kind, in each file, and all that isn't. */
export function coverageText({ items }: Coverage, { colors, pathOf }: CoverageStyle): string {
  const files = [...itemsByFile(items)];
  const figures = figuresOf(items);
  const missed = items.filter((item) => !isCovered(item));
  const parts = [
    table([
      ['coverage', 'covered', 'of', ''],
      ...COVERAGE_KINDS.map((kind) => figureRow(kind, figures[kind])),
      figureRow('all', sumOf(figures)),
    ]),
    table([
      ['file', ...COVERAGE_KINDS],
      ...files.map(([file, those]) => [plain(pathOf(file)), ...percents(figuresOf(those))]),
    ]),
    ...(missed.length === 0
      ? []
      : [`not covered:\n${missed.map((item) => missedLine(item, pathOf, colors)).join('')}`]),
  ];
  return parts.join('\n');
}

function figureRow(name: string, figure: Figure): string[] {
  return [name, String(figure.covered), String(figure.total), percentOf(figure)];
}

function percents(figures: Figures): string[] {
  return COVERAGE_KINDS.map((kind) => percentOf(figures[kind]));
}

function missedLine(item: CoverageItem, pathOf: CoverageStyle['pathOf'], colors: Colors): string {
  const { file, line, column } = item.at;
  return `  ${colors.dim(`${plain(pathOf(file))}:${line}:${column}`)} ${plain(missedWords(item))}\n`;
}
