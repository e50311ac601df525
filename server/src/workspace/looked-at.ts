import { type FileSystemNode, type URI, UriUtils, type WorkspaceManager } from 'langium';

/** Whether a file, or what is in a folder, is looked at without being open: it lies in an open folder, and on the way there nothing is left out. */
export function isLookedAt(uri: URI, manager: WorkspaceManager): boolean {
  const isKept = (node: URI): boolean => manager.shouldIncludeEntry(folderAt(node));
  return (manager.workspaceFolders ?? []).some((folder) => {
    if (!UriUtils.contains(folder.uri, uri)) return false;
    for (let at = uri; !UriUtils.equals(at, folder.uri); at = UriUtils.dirname(at)) if (!isKept(at)) return false;
    return true;
  });
}

/** What has gone is neither a file nor a folder any more; and what is called as a folder that is left out, is left out as a file. */
function folderAt(uri: URI): FileSystemNode {
  return { uri, isFile: false, isDirectory: true };
}
