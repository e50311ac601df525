import type { SourceHost, SourceRead } from '@poise/generator';

/** Reads each file once, and gives the same again whatever becomes of it: a conversation is about the playbooks as they were when it began. */
export function rememberReads(host: SourceHost): SourceHost {
  const known = new Map<string, Promise<SourceRead>>();
  return {
    read(path) {
      const read = known.get(path) ?? host.read(path);
      known.set(path, read);
      return read;
    },
  };
}
