import { compileWorkspace, type FileFinding } from '@poise/generator';
import { memoryHost } from './memory-host.ts';
import { shippedSources } from './shipped.ts';

/**
 * What the shipped playbooks give, as the files that are kept in `tests/baselines/`: each compiled document by its own name, and what is found in
 * each source file. Kept so that a review sees what a change does to all of them.
 *
 * @throws Error where a shipped playbook has an error: there is nothing worth keeping then
 */
export async function currentBaselines(): Promise<ReadonlyMap<string, string>> {
  const sources = shippedSources();
  const { outputs, findings } = await compileWorkspace([...sources.keys()], memoryHost(sources), {
    today: '2026-11-22',
  });
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.file} has an error: ${shown(error)}`);
  const compiled = outputs.map(({ name, text }) => [`compiled/${name}`, text] as const);
  const found = [...sources.keys()].map((path) => {
    const lines = findings.filter(({ file }) => file === path).map(shown);
    return [
      `findings/${path.replace(/^playbooks\//, '').replace(/\.playbook$/, '.txt')}`,
      `${lines.join('\n') || 'nothing'}\n`,
    ] as const;
  });
  return new Map([...compiled, ...found]);
}

function shown({ range: { start, end }, severity, code, message }: FileFinding): string {
  return `${start.line + 1}:${start.character + 1} to ${end.line + 1}:${end.character + 1} ${severity} ${code}: ${message}`;
}
