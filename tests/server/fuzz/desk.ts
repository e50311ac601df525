import { TextDocument, URI } from 'langium';
import {
  type ClientCapabilities,
  DiagnosticSeverity,
  FileChangeType,
  type FileEvent,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { Editor } from '../../harness/editor.ts';
import { type Change, contentChanges } from './changes.ts';

export function uriOf(path: string): string {
  return URI.file(`/${path}`).toString();
}

/** What an editor is given as `MarkupKind`s and the like makes no difference here: only what decides over edits, and what the server asks for. */
export const ABLE: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: false, insertReplaceSupport: true } },
  },
};

const ASKED_OF_THE_EDITOR = [
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
];

/** An editor with a workspace, and what its files say: those that are open, and those on the disk. All that changes is told to the server. */
export class Desk {
  readonly editor: Editor;
  readonly disk: Map<string, string>;
  readonly open = new Map<string, TextDocument>();
  readonly capabilities: ClientCapabilities;
  /** A number that grows with everything that is told. */
  changes = 0;
  private readonly originals: ReadonlyMap<string, string>;
  private readonly before = new Map<string, string>();
  private versions = 0;

  private constructor(editor: Editor, files: ReadonlyMap<string, string>, capabilities: ClientCapabilities) {
    this.editor = editor;
    this.capabilities = capabilities;
    this.originals = files;
    this.disk = new Map(files);
  }

  static async with(files: ReadonlyMap<string, string>, capabilities: ClientCapabilities): Promise<Desk> {
    const editor = await Editor.on(files, capabilities);
    for (const method of ASKED_OF_THE_EDITOR) editor.connection.onRequest(method, () => null);
    return new Desk(editor, files, capabilities);
  }

  /** The playbooks and libraries that are there: open or on the disk. */
  get paths(): readonly string[] {
    const paths = new Set([...this.disk.keys(), ...this.open.keys()]);
    return [...paths].filter((path) => path.endsWith('.playbook')).sort();
  }

  /** What every file says that is there. */
  get texts(): Map<string, string> {
    return new Map([...this.disk, ...[...this.open].map(([path, document]) => [path, document.getText()] as const)]);
  }

  textOf(path: string): string {
    return this.open.get(path)?.getText() ?? this.disk.get(path) ?? '';
  }

  /** How many errors are shown. */
  get errors(): number {
    const shown = this.paths.flatMap((path) => this.editor.shown(uriOf(path).slice('file:///'.length)) ?? []);
    return shown.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  }

  async tell(method: string, params: object): Promise<void> {
    this.changes += 1;
    await this.editor.connection.sendNotification(method, params);
  }

  async openFile(path: string): Promise<void> {
    if (this.open.has(path)) return;
    this.versions += 1;
    const [uri, text] = [uriOf(path), this.textOf(path)];
    this.open.set(path, TextDocument.create(uri, 'playbook', this.versions, text));
    await this.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'playbook', version: this.versions, text },
    });
  }

  async closeFile(path: string): Promise<void> {
    if (this.open.delete(path)) await this.tell('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
  }

  /** Changes a file in the editor, all changes in one notification. */
  async edit(path: string, changes: readonly Change[]): Promise<void> {
    await this.openFile(path);
    const text = this.textOf(path);
    let changed = text;
    const all = changes.flatMap((change) => {
      const some = contentChanges(change, changed, this.sourcesFor(path));
      changed = TextDocument.update(TextDocument.create('', '', 0, changed), some, 1).getText();
      return some;
    });
    this.before.set(path, text);
    await this.change(path, all);
  }

  /** Applies edits that refer to one text, as an editor does: to the file in the editor, or else on the disk. */
  async apply({ changes = {}, documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(changes)) await this.applyTo(uri, edits);
    for (const change of documentChanges) {
      if ('edits' in change) await this.applyTo(change.textDocument.uri, change.edits as TextEdit[]);
      else if (change.kind === 'create') await this.write(pathOf(change.uri), '');
    }
  }

  async applyTo(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const path = pathOf(uri);
    const document = TextDocument.create(uri, '', 0, this.textOf(path));
    const text = TextDocument.applyEdits(document, [...edits]);
    if (this.open.has(path)) await this.change(path, [{ text }]);
    else await this.write(path, text);
  }

  /** Writes a file on the disk, or takes it away. */
  async write(path: string, text: string | undefined): Promise<void> {
    const there = this.disk.has(path);
    if (text === undefined && !there) return;
    this.put(path, text);
    const type = text === undefined ? FileChangeType.Deleted : there ? FileChangeType.Changed : FileChangeType.Created;
    await this.tellOfEvents([{ uri: uriOf(path), type }]);
  }

  async changeOnDisk(path: string, change: Change): Promise<void> {
    const text = this.disk.get(path) ?? '';
    const changes = contentChanges(change, text, this.sourcesFor(path));
    await this.write(path, TextDocument.update(TextDocument.create('', '', 0, text), changes, 1).getText());
  }

  /** Brings a file back to what it said at first, wherever it is. */
  async mend(path: string): Promise<void> {
    const original = this.originals.get(path);
    if (this.open.has(path) && original !== undefined) await this.edit(path, [{ kind: 'original' }]);
    if (this.disk.get(path) !== original) await this.write(path, original);
    if (original === undefined) await this.closeFile(path);
  }

  async mendAll(): Promise<void> {
    for (const path of new Set([...this.originals.keys(), ...this.disk.keys(), ...this.open.keys()]))
      await this.mend(path);
  }

  /** Takes away a folder with all that is in it, of which an editor is told once. */
  async deleteFolder(folder: string): Promise<void> {
    for (const path of [...this.disk.keys()]) if (path.startsWith(`${folder}/`)) this.put(path, undefined);
    await this.tellOfEvents([{ uri: uriOf(folder), type: FileChangeType.Deleted }]);
  }

  /** Tells of files what is so, though nothing has happened, or it was told before. */
  async tellAgain(paths: readonly string[]): Promise<void> {
    const typeOf = (path: string) => (this.disk.has(path) ? FileChangeType.Changed : FileChangeType.Deleted);
    await this.tellOfEvents(paths.map((path) => ({ uri: uriOf(path), type: typeOf(path) })));
  }

  async move(path: string, to: string): Promise<void> {
    const text = this.textOf(path);
    const wasOpen = this.open.has(path);
    if (wasOpen) await this.closeFile(path);
    this.put(path, undefined);
    this.put(to, text);
    await this.tellOfEvents([
      { uri: uriOf(path), type: FileChangeType.Deleted },
      { uri: uriOf(to), type: FileChangeType.Created },
    ]);
    if (wasOpen) await this.openFile(to);
  }

  private async change(path: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    this.versions += 1;
    const document = this.open.get(path);
    if (!document) return;
    this.open.set(path, TextDocument.update(document, contentChanges, this.versions));
    await this.tell('textDocument/didChange', {
      textDocument: { uri: uriOf(path), version: this.versions },
      contentChanges,
    });
  }

  private put(path: string, text: string | undefined): void {
    if (text === undefined) this.disk.delete(path);
    else this.disk.set(path, text);
    this.editor.put(path, text);
  }

  private tellOfEvents(changes: FileEvent[]): Promise<void> {
    return this.tell('workspace/didChangeWatchedFiles', { changes });
  }

  private sourcesFor(path: string) {
    const original = this.originals.get(path) ?? '';
    return { texts: [...this.originals.values()], original, before: this.before.get(path) ?? original };
  }
}

function pathOf(uri: string): string {
  return URI.parse(uri).path.slice(1);
}
