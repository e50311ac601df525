import { finding } from '@poise/language';
import type { SourceHost } from '../compilation.ts';
import { CONFIGURATION_FILE, NO_CONFIGURATION } from './configuration.ts';
import { type ConfigurationReading, readConfiguration } from './read-configuration.ts';

/** A workspace's configuration and the text that it was read from, if there is any. */
export interface LoadedConfiguration extends ConfigurationReading {
  readonly sources: ReadonlyMap<string, string>;
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads a workspace's `poise.json`; without one, nothing is configured. */
export async function loadConfiguration(host: SourceHost): Promise<LoadedConfiguration> {
  const read = await host.read(CONFIGURATION_FILE);
  switch (read.kind) {
    case 'text':
      return { ...readConfiguration(read.text), sources: new Map([[CONFIGURATION_FILE, read.text]]) };
    case 'missing':
      return { configuration: NO_CONFIGURATION, findings: [], sources: new Map() };
    case 'outside':
    case 'problem': {
      const reason = read.kind === 'problem' ? read.message : 'this file lies outside the workspace';
      const unreadable = {
        ...finding('unreadable-file', { reason }),
        range: START,
        related: [],
        file: CONFIGURATION_FILE,
      };
      return { configuration: NO_CONFIGURATION, findings: [unreadable], sources: new Map() };
    }
  }
}
