import { compileWorkspace } from '@poise/generator';
import { type PlaybookScenarios, type ScenarioRun, scenarioPlayer } from '@poise/generator/scenarios';
import { memoryHost } from '../harness/memory-host.ts';

/** The scenarios of playbooks, by path, as data. @throws Error if something is wrong with them */
export async function scenariosIn(files: Readonly<Record<string, string>>): Promise<readonly PlaybookScenarios[]> {
  const host = memoryHost(new Map(Object.entries(files)));
  const { findings, scenarios } = await compileWorkspace(Object.keys(files), host, {
    today: '2026-11-22',
    proofs: false,
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ file, range, message }) => `${file}:${range.start.line + 1}: ${message}`);
  if (said.length > 0) throw new Error(said.join('\n'));
  return scenarios;
}

/** What came of each scenario, in the order written. */
export async function playAll(files: Readonly<Record<string, string>>): Promise<readonly ScenarioRun[]> {
  const playbooks = await scenariosIn(files);
  return playbooks.flatMap((one) => one.scenarios.map(scenarioPlayer(one)));
}
