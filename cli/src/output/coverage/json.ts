import { type Coverage, figuresOf, itemsByFile } from '@poise/generator/coverage';

/** Raised when a reader of the older format would be misled by the newer. Properties may be added without. */
const COVERAGE_FORMAT = 1;

/** `coverage.json`: all that can be covered, with what covers it. It depends on nothing but the playbooks and what was asked for. */
export function coverageJson({ items }: Coverage): string {
  const report = {
    format: COVERAGE_FORMAT,
    total: figuresOf(items),
    files: [...itemsByFile(items)].map(([file, those]) => ({ file, total: figuresOf(those), items: those })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
