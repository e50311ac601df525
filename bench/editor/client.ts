/// <reference types="node" />

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Deferred } from 'langium';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageConnection,
  PublishDiagnosticsNotification,
  type RequestType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Server, Work } from './work.ts';
import type { Place } from './workspaces/workspace.ts';

/** What ours tells of its proofs, which are the last thing that it does. */
const WORK = 'poise/work';

/** What an editor says that it can do: so much that no server holds back what it finds. */
const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceFolders: true, configuration: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
};

/** What was told of a file. */
export interface Told {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** When, in the milliseconds of `performance.now`. */
  readonly at: number;
}

/** Bytes of a server's process: all of it, and, if nothing is left to be collected, what is still used. */
export interface Memory {
  readonly resident: number;
  readonly live: number;
}

/** An editor with a language server in a process of its own; the protocol is all that goes between them. */
export class EditorClient {
  /** When the server was started. */
  readonly started = performance.now();
  private readonly server: Server;
  private readonly root: string;
  /** Of the folder. */
  private readonly uri: string;
  private readonly patience: number;
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly listeners = new Set<(told: Told) => void>();
  private readonly workListeners = new Set<(isProving: boolean) => void>();
  private readonly versions = new Map<string, number>();
  private readonly ended: Promise<never>;
  private lastLog = '';

  private constructor({ server, root, times }: Work, options: readonly string[]) {
    this.server = server;
    this.root = root;
    this.uri = pathToFileURL(root).href;
    this.patience = times.patience;
    const tellsMemory = join(__dirname, '../../measuring/ours/memory-when-asked.cjs');
    this.child = spawn(process.execPath, [...options, '--require', tellsMemory, ...server.args], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const { stdout, stdin } = this.child;
    if (!stdout || !stdin) throw new Error('a process without input or output');
    this.ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`${server.name} ended with ${code}${this.lastWords()}`);
    });
    // Whoever waits for something hears of it.
    this.ended.catch(() => {});
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      const told = { path: this.pathOf(uri), diagnostics, at: performance.now() };
      for (const listener of [...this.listeners]) listener(told);
    });
    this.connection.onNotification(WORK, ({ isProving }: { readonly isProving: boolean }) => {
      for (const listener of [...this.workListeners]) listener(isProving);
    });
    this.connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      this.lastLog = message;
    });
    // Whatever it asks of the editor, its configuration or a place to show how far it is, there is nothing special about it.
    this.connection.onRequest((method, params) => {
      const { items } = params as { readonly items?: readonly unknown[] };
      return method === 'workspace/configuration' ? items?.map(() => null) : null;
    });
    this.connection.listen();
  }

  /**
   * Does something with an editor, whose server ends with it.
   *
   * @param options for the server's Node
   */
  static async use<Result>(
    work: Work,
    options: readonly string[],
    act: (editor: EditorClient) => Promise<Result>,
  ): Promise<Result> {
    const editor = new EditorClient(work, options);
    try {
      await editor.initialize();
      return await act(editor);
    } finally {
      editor.connection.dispose();
      editor.child.kill();
    }
  }

  private async initialize(): Promise<void> {
    await this.request(InitializeRequest.type, {
      processId: process.pid,
      rootUri: this.uri,
      capabilities: CAPABILITIES,
      workspaceFolders: [{ uri: this.uri, name: 'bench' }],
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** @param path from the folder, with nothing in it that a URI would write differently */
  uriOf(path: string): string {
    return `${this.uri}/${path}`;
  }

  private pathOf(uri: string): string {
    const folder = `${this.uri}/`;
    return uri.startsWith(folder) ? uri.slice(folder.length) : uri;
  }

  /** How many lines a file has on the disk, the last one included, which may be empty. */
  linesOf(path: string): number {
    return this.textOf(path).split('\n').length;
  }

  private textOf(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Opens a file. @param also what it says beyond what lies on the disk */
  async open(path: string, also = ''): Promise<void> {
    const text = this.textOf(path) + also;
    const { languageId } = this.server;
    this.versions.set(path, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path), languageId, version: 1, text },
    });
  }

  /** Closes a file. */
  async close(path: string): Promise<void> {
    this.versions.delete(path);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path) },
    });
  }

  /** Types another name over that which stands at a place. */
  async type({ path, line, character }: Place, before: string, after: string): Promise<void> {
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    const range = { start: { line, character }, end: { line, character: character + before.length } };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path), version },
      contentChanges: [{ range, text: after }],
    });
  }

  /** Asks for something. @throws Error where no answer comes in time */
  request<Params, Result, Failure>(type: RequestType<Params, Result, Failure>, params: Params): Promise<Result> {
    return this.inTime(this.connection.sendRequest<Result>(type.method, params), `answered ${type.method}`);
  }

  /**
   * Waits until something has been told.
   *
   * @param what that is, for whoever reads that it didn't come: `told of an error in small.playbook`
   * @param isSo is asked of everything that is told from now on, until it says yes
   * @returns when it was, in the milliseconds of `performance.now`
   * @throws Error where it doesn't come in time
   */
  until(what: string, isSo: (told: Told) => boolean): Promise<number> {
    const { promise, resolve } = new Deferred<number>();
    const listener = (told: Told): void => {
      if (!isSo(told)) return;
      this.listeners.delete(listener);
      resolve(told.at);
    };
    this.listeners.add(listener);
    const told = this.inTime(promise, what);
    // If something else has failed, nobody may be waiting any more.
    told.catch(() => {});
    return told;
  }

  /** Waits until the server has proved what can be, if it does, of what it has told. @returns when it was, as `until` does */
  async untilProved(): Promise<number> {
    if (!this.server.proves) return performance.now();
    const { promise, resolve } = new Deferred<number>();
    const listener = (isProving: boolean): void => {
      if (isProving) return;
      this.workListeners.delete(listener);
      resolve(performance.now());
    };
    this.workListeners.add(listener);
    return this.inTime(promise, 'proved what it can');
  }

  /** How much memory the server has now. */
  memory(): Promise<Memory> {
    const told = once(this.child, 'message').then(([memory]) => memory as Memory);
    this.child.send('how much?');
    return this.inTime(told, 'told of its memory');
  }

  private lastWords(): string {
    return this.lastLog && `; the last thing that it logged: ${this.lastLog}`;
  }

  private async inTime<Value>(coming: Promise<Value>, what: string): Promise<Value> {
    const late = new Deferred<never>();
    const timer = setTimeout(() => {
      late.reject(new Error(`${this.server.name} hasn't ${what} in ${this.patience / 1000} s${this.lastWords()}`));
    }, this.patience);
    try {
      return await Promise.race([coming, this.ended, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
