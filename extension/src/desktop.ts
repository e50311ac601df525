import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activatePoise, clientOptions } from './activate.ts';
import type { Poise } from './poise.ts';

/** Where the extension can have processes of its own: the language server is one. */
export function activate(context: ExtensionContext): Promise<Poise> {
  const server = { module: context.asAbsolutePath('dist/desktop/server.cjs'), transport: TransportKind.ipc };
  return activatePoise(context, new LanguageClient('poise', 'Poise', server, clientOptions));
}
