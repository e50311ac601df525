import type { FindingCode, Severity } from '@poise/language';

/** How much a finding matters in this workspace; `off`: it isn't told. */
export type Level = Severity | 'off';

/** The levels of some findings, by code. All others keep their own. */
export type Levels = ReadonlyMap<FindingCode, Level>;

/** What `poise.json` says of a workspace. `generator/schema/poise.schema.json` describes the file. */
export interface Configuration {
  readonly levels: Levels;
  /** By folder, as its path from the root: what is different there and below. Where several hold, the deepest wins, code by code. */
  readonly folders: ReadonlyMap<string, Levels>;
  /** What makes a run fail: a finding of this level or a worse one. */
  readonly failLevel?: Severity;
  /** The folder for finished files, as its path from the root. */
  readonly out?: string;
  /** The language that the playbooks are written in (BCP 47). */
  readonly locale?: string;
  /** The usual currency (ISO 4217). */
  readonly currency?: string;
  /** Who approves changes, by their class and what they are about (`loosened boundary`), or by their class alone. */
  readonly approvals: ReadonlyMap<string, string>;
}

/** The configuration of a workspace that has none. */
export const NO_CONFIGURATION: Configuration = { levels: new Map(), folders: new Map(), approvals: new Map() };

/** What a workspace's `poise.json` is called. Its folder is the root. */
export const CONFIGURATION_FILE = 'poise.json';

/** The level that a finding has in a file, given by its path from the root; nothing if the finding keeps its own. */
export function levelOf(code: FindingCode, file: string, { levels, folders }: Configuration): Level | undefined {
  if (folders.size > 0) {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder)) {
      const level = folders.get(folder)?.get(code);
      if (level) return level;
    }
  }
  return levels.get(code);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
