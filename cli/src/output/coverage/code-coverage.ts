import { type CodeTerm, type Coverage, type CoverageItem, codeTerm, itemsByFile } from '@poise/generator/coverage';
import type { CoverageMapData, FileCoverageData, Range } from 'istanbul-lib-coverage';
import { Lines } from '../lines.ts';

/**
 * What coverage of playbooks is in the terms of coverage of code, which viewers know. Hits are scenarios.
 *
 * @param sources the texts by their paths from the workspace's root, which are the paths of the result
 */
export function codeCoverage(coverage: Coverage, sources: ReadonlyMap<string, string>): CoverageMapData {
  return Object.fromEntries(
    [...itemsByFile(coverage.items)].map(([file, items]) => [file, fileCoverage(file, items, sources.get(file) ?? '')]),
  );
}

function fileCoverage(path: string, items: readonly CoverageItem[], text: string): FileCoverageData {
  const lines = new Lines(text);
  // Nothing says where a rule ends: it is taken for its line. Columns count from 0 here.
  const range = ({ at: { line, column } }: CoverageItem): Range => ({
    start: { line, column: column - 1 },
    end: { line, column: lines.at(line - 1).length },
  });
  const of = (term: CodeTerm) => items.filter(({ kind }) => codeTerm(kind) === term);
  const statements = of('statement');
  const functions = of('function');
  const branches = of('branch');
  return {
    path,
    statementMap: numbered(statements.map(range)),
    s: numbered(statements.map(({ hits }) => hits)),
    fnMap: numbered(
      functions.map((item) => ({ name: item.name, decl: range(item), loc: range(item), line: item.at.line })),
    ),
    f: numbered(functions.map(({ hits }) => hits)),
    // One way each: viewers don't mark a branch of which no way was taken.
    branchMap: numbered(
      branches.map((item) => ({ type: 'switch', loc: range(item), locations: [range(item)], line: item.at.line })),
    ),
    b: numbered(branches.map(({ hits }) => [hits])),
  };
}

function numbered<Entry>(entries: readonly Entry[]): Record<string, Entry> {
  return Object.fromEntries(entries.map((entry, index) => [String(index), entry]));
}
