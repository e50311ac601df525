import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Poise } from './poise.ts';

/** The id of the language, as `package.json` has it. */
export const LANGUAGE = 'playbook';

/** What the client asks the language server for: the same on a desktop and in a browser. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: LANGUAGE }],
  diagnosticCollectionName: LANGUAGE,
};

/** Starts the language server, and all that the extension does beside it. */
export async function activatePoise(context: ExtensionContext, client: BaseLanguageClient): Promise<Poise> {
  const poise: Poise = { context, client };
  context.subscriptions.push(client);
  await client.start();
  return poise;
}
