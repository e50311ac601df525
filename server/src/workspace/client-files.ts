import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import {
  FIND_FILE,
  type FileEntry,
  type FileKind,
  type FileParams,
  LIST_FOLDER,
  READ_FILE,
} from '../protocol/files.ts';

/** Files as the editor knows them, read through it. What lies on this machine is read right here, where that can be done. */
export class ClientFiles implements FileSystemProvider {
  // Nothing can be had without waiting, and of nothing are the bytes wanted: the language asks only for texts.
  readonly statSync = notOffered;
  readonly existsSync = notOffered;
  readonly readFileSync = notOffered;
  readonly readDirectorySync = notOffered;
  readonly readBinary = notOffered;
  readonly readBinarySync = notOffered;
  private readonly connection: Connection;
  private readonly local: FileSystemProvider | undefined;

  /** @param local reads what has the scheme `file` */
  constructor(connection: Connection, local?: FileSystemProvider) {
    this.connection = connection;
    this.local = local;
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    const local = this.localFor(uri);
    if (local) return local.stat(uri);
    const kind = await this.find(uri);
    if (!kind) throw new Error(`there is nothing at ${uri.toString()}`);
    return nodeOf({ uri: uri.toString(), kind });
  }

  async exists(uri: URI): Promise<boolean> {
    return this.localFor(uri)?.exists(uri) ?? (await this.find(uri)) !== null;
  }

  async readFile(uri: URI): Promise<string> {
    return this.localFor(uri)?.readFile(uri) ?? this.ask<string>(READ_FILE, uri);
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    const local = this.localFor(uri);
    if (local) return local.readDirectory(uri);
    const entries = await this.ask<readonly FileEntry[]>(LIST_FOLDER, uri);
    return entries.map(nodeOf);
  }

  private localFor({ scheme }: URI): FileSystemProvider | undefined {
    return scheme === 'file' ? this.local : undefined;
  }

  private find(uri: URI): Promise<FileKind | null> {
    return this.ask(FIND_FILE, uri);
  }

  private ask<Answer>(method: string, uri: URI): Promise<Answer> {
    const params: FileParams = { uri: uri.toString() };
    return this.connection.sendRequest<Answer>(method, params);
  }
}

function notOffered(): never {
  throw new Error('an editor offers no such look at a file');
}

function nodeOf({ uri, kind }: FileEntry): FileSystemNode {
  return { uri: URI.parse(uri), isFile: kind === 'file', isDirectory: kind === 'folder' };
}
