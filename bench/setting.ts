/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { grouped } from './reporting/numbers.ts';
import type { Setting } from './reporting/report.ts';

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** This machine, this day, and what is installed. */
export function settingOf(rounds: number): Setting {
  const cores = cpus();
  const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as Manifest;
  const peers = Object.entries(manifest.devDependencies).map(([name, version]) => `${name} ${version}`);
  return {
    day: new Date().toISOString().slice(0, 10),
    machine: `${cores.length} × ${cores[0]?.model.trim()}, ${grouped(totalmem() / 1e9)} GB, ${platform()} ${release()} ${arch()}`,
    versions: [`Node ${process.versions.node}`, `Poise ${manifest.version}`, ...peers].join(', '),
    rounds,
  };
}
