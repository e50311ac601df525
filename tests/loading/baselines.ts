import { readdirSync, readFileSync } from 'node:fs';

const COMPILED = new URL('../baselines/compiled/', import.meta.url);

/** The shipped playbooks as they are compiled, in the order of their ids. */
export function baselineTexts(): string[] {
  return readdirSync(COMPILED)
    .filter((name) => name !== 'index.json')
    .sort()
    .map((name) => readFileSync(new URL(name, COMPILED), 'utf8'));
}
