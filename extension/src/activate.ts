import { commands, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client/options.ts';
import { registerServerCommands } from './commands/server.ts';
import { registerComparing } from './comparing/register-comparing.ts';
import { answerFileRequests } from './files/answer-file-requests.ts';
import { registerExplain } from './findings/explain.ts';
import { registerNewPlaybook } from './new-playbook/new-playbook.ts';
import type { Poise } from './poise.ts';
import { registerPreview } from './preview/register-preview.ts';
import { registerScenarios } from './scenarios/register-scenarios.ts';
import { ScenarioItems } from './scenarios/scenario-items.ts';
import { registerSimulator } from './simulator/register-simulator.ts';
import { registerStatus } from './status/status.ts';

/** Each part of the extension takes its place beside the language server here. */
const PARTS: readonly ((poise: Poise) => void)[] = [
  registerServerCommands,
  registerNewPlaybook,
  registerExplain,
  registerStatus,
  registerPreview,
  registerSimulator,
  registerScenarios,
  registerComparing,
];

/**
 * Starts the language server, and all that the extension does beside it.
 *
 * @param make makes the client, which differs between desktops and browsers
 */
export async function activatePoise<Client extends BaseLanguageClient>(
  context: ExtensionContext,
  make: (options: LanguageClientOptions) => Client,
): Promise<Poise> {
  const client: Client = make(clientOptions(() => client));
  const poise: Poise = { context, client, scenarios: new ScenarioItems(client) };
  context.subscriptions.push(client, poise.scenarios, ...answerFileRequests(client));
  for (const register of PARTS) register(poise);
  await commands.executeCommand('setContext', 'poise.isActive', true);
  await client.start();
  return poise;
}
