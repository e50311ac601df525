import { commands } from 'vscode';
import type { Poise } from '../poise.ts';

export const RESTART_SERVER = 'poise.restartServer';
export const SHOW_LOG = 'poise.showLog';

/** The commands about the language server itself. */
export function registerServerCommands({ context, client }: Poise): void {
  context.subscriptions.push(
    commands.registerCommand(RESTART_SERVER, async () => {
      // One that hangs doesn't stop when it is asked to: another one is started all the same.
      if (client.isRunning()) await client.stop().catch(() => undefined);
      await client.start();
    }),
    commands.registerCommand(SHOW_LOG, () => client.outputChannel.show()),
  );
}
