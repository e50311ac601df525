import type { SourceHost, SourceRead } from '../compilation.ts';

/** Reads each file once, and gives the same again whatever becomes of it: a conversation is about the playbooks as they were when it began. */
export function rememberReads(host: SourceHost): Required<SourceHost> {
  const known = new Map<string, Promise<SourceRead>>();
  let playbookFiles: Promise<readonly string[]> | undefined;
  return {
    read(path) {
      const read = known.get(path) ?? host.read(path);
      known.set(path, read);
      return read;
    },
    playbookFiles() {
      playbookFiles ??= host.playbookFiles?.() ?? Promise.resolve([]);
      return playbookFiles;
    },
  };
}
