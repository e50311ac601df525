import { readFileSync } from 'node:fs';
import { compileWorkspace } from '@poise/generator';
import { memoryHost } from '../harness/memory-host.ts';

const NAMES = ['house_rules.playbook', 'parcel.playbook'];
const texts = new Map(
  NAMES.map((name) => [name, readFileSync(new URL(`parcel/${name}`, import.meta.url), 'utf8')] as const),
);

/**
 * A small playbook with something of nearly everything, compiled.
 *
 * @throws Error where something is found in it
 */
export async function parcelText(): Promise<string> {
  const { outputs, findings } = await compileWorkspace(NAMES, memoryHost(texts), {
    today: '2026-11-22',
    proofs: false,
  });
  const parcel = outputs.find(({ name }) => name === 'parcel.json');
  if (!parcel || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return parcel.text;
}
