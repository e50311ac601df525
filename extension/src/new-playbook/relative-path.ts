/** The path to a file as a `use` line in a folder has it, with `/`. */
export function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = file.split('/').filter((part) => part !== '');
  const firstOther = from.findIndex((part, index) => part !== to[index]);
  const shared = firstOther < 0 ? from.length : firstOther;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
