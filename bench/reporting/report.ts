import type { MeasuredOf } from '../measuring/case.ts';
import type { Part } from '../part.ts';
import { table } from './markdown.ts';

/** Where and when a benchmark ran. */
export interface Setting {
  readonly day: string;
  readonly machine: string;
  /** Of Node, of ours and of the peers. */
  readonly versions: string;
  readonly rounds: number;
}

/** The results, as Markdown. */
export function reportOn(parts: readonly Part[], measuredOf: MeasuredOf, setting: Setting): string {
  const { day, machine, versions, rounds } = setting;
  const paragraphs = [
    '# Benchmark',
    'Written by `npm run bench`; [how to read it](README.md).',
    `${day}, ${machine}. ${versions}. Medians of ${rounds} rounds, in brackets the least and the most.`,
    '## Aims',
    aimsTable(parts, measuredOf),
    ...parts.flatMap(({ report }) => report(measuredOf)),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function aimsTable(parts: readonly Part[], measuredOf: MeasuredOf): string {
  const rows = parts
    .flatMap(({ aims }) => aims(measuredOf))
    .map(({ aim, by, measured, isMet }) => [aim, by, measured, isMet ? 'met' : '**not met**']);
  return table(['aim', 'by', 'measured', ''], rows);
}
