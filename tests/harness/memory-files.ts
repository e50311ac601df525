import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';

/**
 * Files in memory, by path from the root (`rules/house.playbook`), as the language server reads them.
 *
 * @param ready comes to an end once the disk gives what is read now
 */
export function memoryFiles(
  texts: ReadonlyMap<string, string>,
  ready: () => Promise<void> = () => Promise.resolve(),
): FileSystemProvider {
  const pathOf = (uri: URI): string => uri.path.replace(/^\/|\/$/g, '');
  const isFolder = (path: string): boolean =>
    path === '' || [...texts.keys()].some((other) => other.startsWith(`${path}/`));
  const existsSync = (uri: URI): boolean => texts.has(pathOf(uri)) || isFolder(pathOf(uri));
  const statSync = (uri: URI): FileSystemNode => {
    if (!existsSync(uri)) throw new Error(`${uri.path} isn't there`);
    return { isFile: texts.has(pathOf(uri)), isDirectory: isFolder(pathOf(uri)), uri };
  };
  const readFileSync = (uri: URI): string => {
    const text = texts.get(pathOf(uri));
    if (text === undefined) throw new Error(`${uri.path} isn't there`);
    return text;
  };
  const readDirectorySync = (uri: URI): FileSystemNode[] => {
    const folder = pathOf(uri);
    const below = [...texts.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`));
    const names = new Set(below.map((path) => path.slice(folder === '' ? 0 : folder.length + 1).split('/')[0] ?? ''));
    return [...names].map((name) => statSync(URI.file(folder === '' ? `/${name}` : `/${folder}/${name}`)));
  };
  const readBinarySync = (uri: URI): Uint8Array => new TextEncoder().encode(readFileSync(uri));
  return {
    existsSync,
    statSync,
    readFileSync,
    readBinarySync,
    readDirectorySync,
    exists: async (uri) => existsSync(uri),
    stat: async (uri) => statSync(uri),
    readFile: async (uri) => {
      await ready();
      return readFileSync(uri);
    },
    readBinary: async (uri) => readBinarySync(uri),
    readDirectory: async (uri) => {
      await ready();
      return readDirectorySync(uri);
    },
  };
}
