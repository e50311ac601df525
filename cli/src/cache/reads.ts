import type { SourceHost, SourceRead } from '@poise/generator';
import type { FileHost } from '../workspace/file-host.ts';
import { sha256 } from './digest.ts';

/** What a run has looked at. */
export interface Reads {
  /** By path. */
  readonly files: ReadonlyMap<string, SourceRead>;
  /** All playbook files of the workspace, if it has asked for them. */
  readonly playbookFiles: readonly string[] | undefined;
}

/** A host that remembers what it has read. */
export interface RecordingHost extends SourceHost {
  readonly reads: Reads;
}

export function recordReads(host: FileHost): RecordingHost {
  const files = new Map<string, SourceRead>();
  let playbookFiles: readonly string[] | undefined;
  return {
    get reads() {
      return { files, playbookFiles };
    },
    read: async (path) => {
      const read = await host.read(path);
      files.set(path, read);
      return read;
    },
    playbookFiles: async () => {
      playbookFiles = await host.playbookFiles();
      return playbookFiles;
    },
  };
}

/** The same for the same content, and for nothing else. */
export function fingerprint(read: SourceRead): string {
  switch (read.kind) {
    case 'text':
      return sha256(read.text);
    case 'problem':
      return `problem ${read.message}`;
    case 'missing':
    case 'outside':
      return read.kind;
  }
}
