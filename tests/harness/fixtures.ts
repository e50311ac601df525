import { readdirSync, readFileSync } from 'node:fs';
import { type Fixture, readFixture } from './fixture.ts';

const FOLDER = new URL('../fixtures/', import.meta.url);

/** Every fixture of findings, by its path in `tests/fixtures/`. */
export function allFixtures(): ReadonlyMap<string, Fixture> {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.playbook') && !path.startsWith('bytes/'));
  return new Map(paths.sort().map((path) => [path, readFixture(path, readFileSync(new URL(path, FOLDER), 'utf8'))]));
}
