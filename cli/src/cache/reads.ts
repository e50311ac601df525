import type { SourceHost, SourceRead } from '@poise/generator';
import { sha256 } from './digest.ts';

/** What was read in a run, by path. */
export type Reads = ReadonlyMap<string, SourceRead>;

/** A host that remembers what it has read. */
export interface RecordingHost extends SourceHost {
  readonly reads: Reads;
}

export function recordReads(host: SourceHost): RecordingHost {
  const reads = new Map<string, SourceRead>();
  return {
    reads,
    read: async (path) => {
      const read = await host.read(path);
      reads.set(path, read);
      return read;
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
