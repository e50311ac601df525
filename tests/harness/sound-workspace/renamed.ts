import { nodesIn, type PlainWorkspace, refsIn } from './plain.ts';

/** A workspace in which everything has another name: what had one name has one name, and what had two has two. */
export function renamed(workspace: PlainWorkspace): { workspace: PlainWorkspace; names: ReadonlyMap<string, string> } {
  const files = [...workspace.values()];
  const declared = [...nodesIn(files)].flatMap((node) => ('name' in node ? [node.name] : []));
  const old = [...new Set([...declared, ...[...refsIn(files)].map(({ name }) => name)])].sort();
  // What `on phone` refers to is known by this name.
  const names = new Map(old.map((name, index) => [name, name === 'channel' ? name : `thing_${index}`]));
  const rename = (part: unknown, key = ''): unknown => {
    if (key === 'name' && typeof part === 'string') return names.get(part);
    if (typeof part === 'string') return part.replace(/(?<!\\)\{(\w+)\}/g, (_, name) => `{${names.get(name)}}`);
    if (Array.isArray(part)) return part.map((element) => rename(element));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([property, value]) => [property, rename(value, property)]));
  };
  return { workspace: new Map([...workspace].map(([path, file]) => [path, rename(file) as typeof file])), names };
}
