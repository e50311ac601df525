import { commands, window } from 'vscode';
import { type BaseLanguageClient, CloseAction, type ErrorHandler } from 'vscode-languageclient';
import { RESTART_SERVER, SHOW_LOG } from '../commands/server.ts';

const RESTART = 'Restart';
const LOG = 'Show log';

/** Starts the language server again when it has ended by itself; where that happens time and again, a person is told. */
export function crashHandler(client: () => BaseLanguageClient): ErrorHandler {
  let usual: ErrorHandler | undefined;
  const handler = (): ErrorHandler => {
    usual ??= client().createDefaultErrorHandler();
    return usual;
  };
  return {
    error: (...what) => handler().error(...what),
    closed: async () => {
      const { action } = await handler().closed();
      if (action === CloseAction.DoNotRestart) void tell();
      return { action, handled: true };
    },
  };
}

async function tell(): Promise<void> {
  const chosen = await window.showErrorMessage(
    'Poise has stopped several times in a row. Until it runs again, nothing is checked, and what you see may be out of date.',
    RESTART,
    LOG,
  );
  if (chosen === RESTART) await commands.executeCommand(RESTART_SERVER);
  if (chosen === LOG) await commands.executeCommand(SHOW_LOG);
}
