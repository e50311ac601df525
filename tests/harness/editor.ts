/// <reference types="node" />

import { PassThrough } from 'node:stream';
import { startServer } from '@poise/server';
import { Deferred } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type LSPAny,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { memoryFiles } from './memory-files.ts';

/** What the server told of a file. */
export interface Told {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An editor that does what a test tells it, with a language server of its own: all that goes between them is the protocol. Files lie in a map; those
 * that are opened are the editor's own from then on.
 */
export class Editor {
  readonly connection: ProtocolConnection;
  /** Everything that the server told of files, the oldest first. */
  readonly told: Told[] = [];
  /** What the server said that it can do. */
  can: ServerCapabilities = {};
  private readonly files: Map<string, string>;
  private readonly versions = new Map<string, number>();
  private readonly watchers = new Set<() => void>();
  private readonly server: LangiumSharedServices;
  private disk: Promise<void> = Promise.resolve();

  private constructor(files: Map<string, string>) {
    this.files = files;
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    this.server = startServer({
      connection: createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
      fileSystemProvider: () => memoryFiles(files, () => this.disk),
      today: () => '2026-11-22',
      // A test edits when it has seen what came of the last edit.
      delay: () => Promise.resolve(),
    });
    this.connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.told.push({ path: uri.slice('file:///'.length), diagnostics });
      for (const watch of [...this.watchers]) watch();
    });
    this.connection.listen();
  }

  /**
   * Starts an editor on a workspace.
   *
   * @param capabilities what it says that it can do: nothing beyond the protocol's first version, unless a test is about more
   * @param initializationOptions what an editor of our own says besides
   */
  static async on(
    files: ReadonlyMap<string, string>,
    capabilities: ClientCapabilities = {},
    initializationOptions?: LSPAny,
  ): Promise<Editor> {
    const editor = new Editor(new Map(files));
    const { capabilities: can } = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: 'file:///',
      capabilities,
      ...(initializationOptions !== undefined && { initializationOptions }),
      ...(capabilities.workspace?.workspaceFolders && { workspaceFolders: [{ uri: 'file:///', name: 'test' }] }),
    });
    editor.can = can;
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** Writes what a file says from now on: opens it if it isn't open. */
  async write(path: string, text: string): Promise<void> {
    const uri = `file:///${path}`;
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    if (version === 1) {
      const textDocument = { uri, languageId: 'playbook', version, text };
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    } else {
      const change = { textDocument: { uri, version }, contentChanges: [{ text }] };
      await this.connection.sendNotification(DidChangeTextDocumentNotification.type, change);
    }
  }

  /** Closes a file without saving it. */
  async close(path: string): Promise<void> {
    this.versions.delete(path);
    const textDocument = { uri: `file:///${path}` };
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** Changes files on the disk, not in the editor, which tells the server of it; without a text a file is gone. */
  async save(path: string, text: string | undefined): Promise<void> {
    const type =
      text === undefined
        ? FileChangeType.Deleted
        : this.files.has(path)
          ? FileChangeType.Changed
          : FileChangeType.Created;
    this.put(path, text);
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file:///${path}`, type }],
    });
  }

  /** Changes a file on the disk without a word to the server; without a text it is gone. */
  put(path: string, text: string | undefined): void {
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
  }

  /** The newest that was told of a file. */
  shown(path: string): readonly Diagnostic[] | undefined {
    return this.told.findLast((one) => one.path === path)?.diagnostics;
  }

  /** The codes of the newest that was told of a file, in order. */
  codes(path: string): readonly string[] | undefined {
    return this.shown(path)
      ?.map(({ code }) => String(code))
      .sort();
  }

  /** Waits until something that the server tells has made this true. */
  until(isSo: () => boolean): Promise<void> {
    const { promise, resolve } = new Deferred();
    const watch = (): void => {
      if (!isSo()) return;
      this.watchers.delete(watch);
      resolve();
    };
    this.watchers.add(watch);
    watch();
    return promise;
  }

  /** Waits until the server has done all that follows from what it was told. */
  async settled(): Promise<void> {
    // Whatever was sent before an answer has come before it.
    const answered = () => this.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    await answered();
    await this.server.workspace.WorkspaceLock.read(() => undefined);
    await answered();
  }

  /** Keeps the server from building anything until the result is called, as a long build does. */
  keepBusy(): () => void {
    const { promise, resolve } = new Deferred();
    void this.server.workspace.WorkspaceLock.write(() => promise);
    return resolve;
  }

  /** Does something, sees that the server has been told of it, and only then lets the disk give what is read from there, as a slow one does. */
  async whileReading<Result>(act: () => Promise<Result>): Promise<Result> {
    const { promise, resolve } = new Deferred();
    this.disk = promise;
    const result = act();
    // It waits for nothing.
    await this.connection.sendRequest('shutdown');
    resolve();
    return result;
  }

  end(): void {
    this.connection.dispose();
  }
}
