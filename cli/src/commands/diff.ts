import { createCompiler, loadConfiguration } from '@poise/generator';
import { approversOf, compareSides, comparisonMarkdown, type Sides, whyNothing } from '@poise/generator/comparing';
import { changesIn } from '../diff/asked-changes.ts';
import { askedSides } from '../diff/asked-sides.ts';
import { readSide } from '../diff/read-side.ts';
import { EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import type { DiffResults } from '../output/diff/results.ts';
import type { Terminal } from '../terminal.ts';
import { fileHost } from '../workspace/file-host.ts';
import type { Place } from '../workspace/root.ts';
import type { DiffOptions } from './options.ts';

/**
 * `poise diff`: says what became of the playbooks from one version to another.
 *
 * @param after without it, the playbooks as they are here
 * @throws CommandStop
 */
export async function diff(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  place: Place,
  terminal: Terminal,
): Promise<ExitCode> {
  const failOn = options.failOn === undefined ? [] : changesIn(options.failOn);
  const asked = await askedSides(before, after, place);
  const compiler = createCompiler();
  // One after the other: they have the compiler in common.
  const was = await readSide(asked[0], place, compiler, options.today);
  const is = await readSide(asked[1], place, compiler, options.today);
  const sides = [was, is] as const;
  const nothing = whyNothing(sides);
  if (nothing !== undefined) throw wrongUse(nothing);
  const results = compareSides(sides, {
    failOn,
    approvedBy: options.approvedBy?.split(',').map((name) => name.trim()) ?? [],
    approvers: await approversFor(sides, place),
  });
  const exitCode = results.verdict?.isGood ? EXIT.clean : EXIT.findings;
  terminal.print(await shown({ ...results, today: options.today, exitCode }, options, terminal));
  return exitCode;
}

/** Compiled playbooks don't say who approves: then it is as in this workspace. */
async function approversFor(sides: Sides, place: Place): Promise<readonly ReadonlyMap<string, string>[]> {
  const said = approversOf(sides);
  if (said.length > 0) return said;
  return [(await loadConfiguration(fileHost(place.root))).configuration.approvals];
}

/** The results as they were asked for. What only one of the ways needs is loaded for that one. */
async function shown(results: DiffResults, { format }: DiffOptions, terminal: Terminal): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../output/diff/diff-report.ts')).diffReport(results);
    case 'markdown':
      return comparisonMarkdown(results);
    case 'pretty':
      return (await import('../output/diff/show-diff.ts')).showDiff(results, terminal);
  }
}
