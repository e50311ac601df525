import {
  CONFIGURATION_FILE,
  type Configuration,
  type FileFinding,
  loadConfiguration,
  NO_CONFIGURATION,
  type SourceRead,
} from '@poise/generator';
import { type Absence, toDiagnostic } from '@poise/language';
import { type FileSystemProvider, URI, UriUtils } from 'langium';
import type { Connection, WorkspaceFolder } from 'vscode-languageserver';

/**
 * What `poise.json` says of the workspace that an editor has open. As on the command line, it is the nearest one upwards from the open folder; where
 * several folders are open, from the first that has one, for they are one workspace here.
 */
export class WorkspaceConfiguration {
  private readonly files: FileSystemProvider;
  private readonly connection: Connection;
  private folders: readonly URI[] = [];
  private root: URI | undefined;
  private configuration = NO_CONFIGURATION;
  private found: readonly FileFinding[] = [];

  constructor(files: FileSystemProvider, connection: Connection) {
    this.files = files;
    this.connection = connection;
  }

  /** As of the last time that it was read. */
  get current(): Configuration {
    return this.configuration;
  }

  /** What is wrong with it: every one of these is an error. */
  get findings(): readonly FileFinding[] {
    return this.found;
  }

  /** How many errors there are in it. */
  get mistakes(): number {
    return this.found.length;
  }

  /** The path of a file from the workspace's root. */
  pathOf(uri: URI): string {
    return this.root ? UriUtils.relative(this.root, uri) : uri.path.slice(1);
  }

  /** Why a file isn't there that nobody has found. Nothing where nobody has looked: only the open folders are gone through. */
  absenceOf(uri: URI): Absence | undefined {
    const isOpen = this.folders.some((folder) => UriUtils.contains(folder, uri));
    if (!isOpen && this.root && !UriUtils.contains(this.root, uri)) return 'outside';
    if (!uri.path.endsWith('.playbook')) return 'not-a-playbook';
    return isOpen ? 'missing' : undefined;
  }

  /** Takes over what is configured for these folders. */
  open(folders: readonly WorkspaceFolder[]): Promise<void> {
    this.folders = folders.map(({ uri }) => URI.parse(uri));
    return this.read();
  }

  /** Reads the configuration as it is now, and tells the editor what is wrong with it. */
  async read(): Promise<void> {
    const root = await this.findRoot();
    if (!UriUtils.equals(root, this.root)) this.tell([]);
    this.root = root;
    const { configuration, findings } = await loadConfiguration({ read: (path) => this.readFile(path) });
    this.configuration = configuration;
    this.found = findings;
    this.tell(findings);
  }

  private async findRoot(): Promise<URI | undefined> {
    for (const folder of this.folders) {
      for (let candidate = folder; ; candidate = UriUtils.dirname(candidate)) {
        if (await this.files.exists(UriUtils.joinPath(candidate, CONFIGURATION_FILE))) return candidate;
        if (UriUtils.equals(UriUtils.dirname(candidate), candidate)) break;
      }
    }
    return this.folders[0];
  }

  /** What a file says that lies at this path from the workspace's root. */
  async readFile(path: string): Promise<SourceRead> {
    const file = this.root && UriUtils.joinPath(this.root, path);
    if (!file || !(await this.files.exists(file))) return { kind: 'missing' };
    try {
      return { kind: 'text', text: await this.files.readFile(file) };
    } catch {
      return { kind: 'problem', message: "this file can't be read" };
    }
  }

  private tell(findings: readonly FileFinding[]): void {
    if (!this.root) return;
    const uri = UriUtils.joinPath(this.root, CONFIGURATION_FILE).toString();
    void this.connection.sendDiagnostics({ uri, diagnostics: findings.map(toDiagnostic) });
  }
}
