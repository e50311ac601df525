import type { SourceHost } from '@poise/generator';

/** A workspace that is a map of texts. */
export function memoryHost(files: ReadonlyMap<string, string>): SourceHost {
  return {
    read: async (path) => {
      const text = files.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return path.startsWith('../') ? { kind: 'outside' } : { kind: 'missing' };
    },
    playbookFiles: async () => [...files.keys()].filter((path) => path.endsWith('.playbook')).sort(),
  };
}
