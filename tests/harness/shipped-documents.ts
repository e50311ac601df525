import { compileWorkspace } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { memoryHost } from './memory-host.ts';
import { shippedSources } from './shipped.ts';

/** The shipped playbooks, compiled. */
export async function shippedDocuments(): Promise<readonly Playbook[]> {
  const sources = shippedSources();
  const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
  return outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text) as Playbook);
}
