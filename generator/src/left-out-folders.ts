/** Installed packages and build output: no sources of a workspace. */
export const LEFT_OUT_FOLDERS = ['node_modules', 'dist'] as const;

/** Whether what is in a folder is left out where playbooks are looked for, by the folder's name: also where that begins with a dot. */
export function isLeftOutFolder(name: string): boolean {
  return name.startsWith('.') || LEFT_OUT_FOLDERS.some((folder) => folder === name);
}
