import { commands, type Uri, type WebviewPanel, window } from 'vscode';
import type { Conversation } from '../../webviews/simulator/messages.ts';
import { onBuilt } from '../client/built.ts';
import { LANGUAGE } from '../language.ts';
import type { Poise } from '../poise.ts';
import { localTime } from './local-time.ts';
import { newPanel, SIMULATOR, SimulatorPanel } from './simulator-panel.ts';

export const TRY_OUT = 'poise.tryOut';

/** Trying a playbook out as the customer: one panel for each playbook. */
export function registerSimulator(poise: Poise): void {
  const { context, client } = poise;
  const panels = new Map<string, SimulatorPanel>();

  const open = (panel: WebviewPanel, conversation: Conversation): void => {
    const opened = new SimulatorPanel(panel, conversation, poise);
    panels.set(conversation.uri, opened);
    panel.onDidDispose(() => panels.delete(conversation.uri));
  };

  const tryOut = async (of?: Uri): Promise<void> => {
    const uri = of ?? (await shownPlaybook());
    if (!uri) return;
    const known = panels.get(uri.toString());
    if (known) known.reveal();
    else open(newPanel(uri), { uri: uri.toString(), opening: localTime(new Date()), events: [] });
  };

  context.subscriptions.push(
    commands.registerCommand(TRY_OUT, tryOut),
    onBuilt(client)(() => {
      for (const panel of panels.values()) panel.replay();
    }),
    window.registerWebviewPanelSerializer(SIMULATOR, {
      deserializeWebviewPanel: async (panel: WebviewPanel, conversation: Conversation | undefined) => {
        if (conversation && !panels.has(conversation.uri)) open(panel, conversation);
        else panel.dispose();
      },
    }),
  );
}

/** The playbook that is open in the editor; nothing, said aloud, where none is. */
async function shownPlaybook(): Promise<Uri | undefined> {
  const { document } = window.activeTextEditor ?? {};
  if (document?.languageId === LANGUAGE) return document.uri;
  await window.showInformationMessage('Open a playbook first: then you can try it out as the customer.');
  return undefined;
}
