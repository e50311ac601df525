import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activatePoise, clientOptions } from './activate.ts';
import type { Poise } from './poise.ts';

/** Where the extension runs in a browser: the language server is a worker. */
export function activate(context: ExtensionContext): Promise<Poise> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/web/server.cjs').toString(true));
  return activatePoise(context, new LanguageClient('poise', 'Poise', worker, clientOptions));
}
