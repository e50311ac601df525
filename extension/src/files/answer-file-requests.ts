import {
  FIND_FILE,
  type FileEntry,
  type FileKind,
  type FileParams,
  LIST_FOLDER,
  READ_FILE,
} from '@poise/server/protocol';
import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Reads for the language server what it can't reach itself: in a browser, that is everything. */
export function answerFileRequests(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(READ_FILE, ({ uri }: FileParams) => readText(Uri.parse(uri))),
    client.onRequest(FIND_FILE, ({ uri }: FileParams) => find(Uri.parse(uri))),
    client.onRequest(LIST_FOLDER, ({ uri }: FileParams) => list(Uri.parse(uri))),
  ];
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function find(uri: Uri): Promise<FileKind | null> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return kindOf(type) ?? null;
  } catch (error) {
    // What can't be looked at can't be read either.
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

async function list(folder: Uri): Promise<readonly FileEntry[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.flatMap(([name, type]) => {
    const kind = kindOf(type);
    return kind ? [{ uri: Uri.joinPath(folder, name).toString(), kind }] : [];
  });
}

/** A symbolic link is what it leads to. */
function kindOf(type: FileType): FileKind | undefined {
  if (type & FileType.File) return 'file';
  if (type & FileType.Directory) return 'folder';
  return undefined;
}
