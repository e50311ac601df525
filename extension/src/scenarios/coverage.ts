import type { FileCoverage as Covered, CoveredItem } from '@poise/server/protocol';
import {
  BranchCoverage,
  type CancellationToken,
  DeclarationCoverage,
  FileCoverage,
  type FileCoverageDetail,
  StatementCoverage,
  type TestItem,
  type TestRunRequest,
  Uri,
} from 'vscode';
import { rangeOf } from './places.ts';
import { outcomeOf, type RunParts, runScenarios } from './run-scenarios.ts';
import { keyOf } from './scenario-items.ts';
import { partsOf, summed } from './sum-coverage.ts';

/** Shows what scenarios cover, beside the lines that are covered. */
export class ScenarioCoverage {
  private readonly parts: RunParts;
  private readonly details = new WeakMap<FileCoverage, FileCoverageDetail[]>();

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  /** Plays scenarios, and tells what all of them cover together. */
  async run(request: TestRunRequest): Promise<void> {
    const covered: Covered[] = [];
    const byFile = new Map<string, TestItem[]>();
    await runScenarios(request, this.parts, {
      each: ({ plan, answer }) => {
        if (answer.kind !== 'played') return;
        covered.push(...answer.coverage);
        for (const { uri } of answer.coverage) byFile.set(uri, [...(byFile.get(uri) ?? []), ...plan.scenarios]);
      },
      end: (run) => {
        for (const { uri, items } of summed(covered)) {
          const details = detailsOf(items);
          const file = FileCoverage.fromDetails(Uri.parse(uri), details);
          file.includesTests = byFile.get(uri) ?? [];
          this.details.set(file, details);
          run.addCoverage(file);
        }
      },
    });
  }

  of(file: FileCoverage): FileCoverageDetail[] {
    return this.details.get(file) ?? [];
  }

  /** What one scenario covers of a file: it is played again, alone. */
  async ofScenario(file: FileCoverage, item: TestItem, token: CancellationToken): Promise<FileCoverageDetail[]> {
    if (!item.parent) return [];
    const outcome = await outcomeOf({ file: item.parent, scenarios: [item] }, this.parts, token, true);
    if (outcome?.answer.kind !== 'played') return [];
    const covered = outcome.answer.coverage.find(({ uri }) => keyOf(uri) === file.uri.toString());
    return detailsOf(covered?.items ?? []);
  }
}

/** Steps are listed by their names, too. What wasn't seen of a line that was is marked at its end. */
function detailsOf(items: readonly CoveredItem[]): FileCoverageDetail[] {
  return partsOf(items).flatMap(({ whole, branches }) => {
    const { kind, name, hits } = whole;
    const range = rangeOf(whole.range);
    const sides = branches.map((one) => new BranchCoverage(one.hits, undefined, one.missing ?? one.name));
    const painted = new StatementCoverage(hits, range, sides);
    return kind === 'step' ? [new DeclarationCoverage(name, hits, range), painted] : [painted];
  });
}
