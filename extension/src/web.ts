import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activatePoise } from './activate.ts';
import type { Poise } from './poise.ts';

/** Where the extension runs in a browser: the language server is a worker. */
export function activate(context: ExtensionContext): Promise<Poise> {
  const address = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    // One that has been asked to end doesn't go by itself.
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activatePoise(context, (options) => new LanguageClient('poise', 'Poise', start, options));
}
