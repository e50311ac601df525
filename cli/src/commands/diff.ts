import { diffPlaybooks } from '@poise/analysis/diff';
import { createCompiler, loadConfiguration } from '@poise/generator';
import { askedSides } from '../diff/asked-sides.ts';
import { type ReadSide, readSide } from '../diff/read-side.ts';
import { changesIn, judgeDifference } from '../diff/verdict.ts';
import { EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import type { DiffResults } from '../output/diff/results.ts';
import { plain } from '../output/plain.ts';
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
  if (sides.every(({ playbooks, broken }) => playbooks.length === 0 && !broken)) {
    throw wrongUse(`there is no playbook in ${quoted(was.name)} and none in ${quoted(is.name)}: nothing to compare`);
  }
  if (was.broken || is.broken) {
    terminal.print(await shown({ today: options.today, exitCode: EXIT.findings, sides }, options, terminal));
    return EXIT.findings;
  }
  const difference = diffPlaybooks(was.playbooks, is.playbooks);
  const verdict = judgeDifference(difference, {
    failOn,
    approvedBy: options.approvedBy?.split(',').map((name) => name.trim()) ?? [],
    approvers: await approversOf(sides, place),
  });
  const exitCode = verdict.isGood ? EXIT.clean : EXIT.findings;
  const results = { today: options.today, exitCode, sides, difference, verdict };
  terminal.print(await shown(results, options, terminal));
  return exitCode;
}

/** Compiled playbooks don't say who approves: then it is as in this workspace. */
async function approversOf(sides: readonly ReadSide[], place: Place): Promise<readonly ReadonlyMap<string, string>[]> {
  const said = sides.flatMap(({ configuration }) => (configuration ? [configuration.approvals] : []));
  if (said.length > 0) return said;
  return [(await loadConfiguration(fileHost(place.root))).configuration.approvals];
}

/** The results as they were asked for. What only one of the ways needs is loaded for that one. */
async function shown(results: DiffResults, { format }: DiffOptions, terminal: Terminal): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../output/diff/diff-report.ts')).diffReport(results);
    case 'markdown':
      return (await import('../output/diff/diff-markdown.ts')).diffMarkdown(results);
    case 'pretty':
      return (await import('../output/diff/show-diff.ts')).showDiff(results, terminal);
  }
}

function quoted(name: string): string {
  return `\`${plain(name)}\``;
}
