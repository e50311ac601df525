import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activatePoise } from './activate.ts';
import type { Poise } from './poise.ts';
import { NODE_OPTIONS } from './server/node-options.ts';
import { registerTasks } from './tasks/tasks.ts';

/** Where the extension can have processes of its own: the language server is one. */
export function activate(context: ExtensionContext): Promise<Poise> {
  const server = {
    module: context.asAbsolutePath('dist/desktop/server.cjs'),
    transport: TransportKind.ipc,
    options: { execArgv: [...NODE_OPTIONS] },
  };
  registerTasks(context);
  return activatePoise(context, (options) => new LanguageClient('poise', 'Poise', server, options));
}
