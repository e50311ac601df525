import { Position, Range, Uri, ViewColumn, type WebviewPanel, WorkspaceEdit, window, workspace } from 'vscode';
import type { Conversation, FromSimulator, ToSimulator } from '../../webviews/simulator/messages.ts';
import { ask } from '../client/ask.ts';
import type { Poise } from '../poise.ts';
import { revealSource } from '../webviews/reveal-source.ts';
import { showWebview } from '../webviews/show-webview.ts';
import { telling } from '../webviews/telling.ts';
import { type SessionParts, SimulatorSession } from './session.ts';

export const SIMULATOR = 'poise.simulator';

/** Makes the panel in which a playbook is tried out, beside its text. */
export function newPanel(uri: Uri): WebviewPanel {
  const name =
    uri.path
      .split('/')
      .at(-1)
      ?.replace(/\.playbook$/, '') ?? '';
  return window.createWebviewPanel(SIMULATOR, titleOf(name), ViewColumn.Beside, {});
}

/** @param playbook its title, or the name of its file until that is known */
function titleOf(playbook: string): string {
  return `Try out: ${playbook}`;
}

function titleFor(message: ToSimulator): string | undefined {
  if (message.kind !== 'show' || message.answer.kind !== 'simulation') return undefined;
  return titleOf(message.answer.simulation.playbook.title);
}

/** One playbook that is tried out, in a panel. */
export class SimulatorPanel {
  private readonly panel: WebviewPanel;
  private readonly session: SimulatorSession;

  constructor(panel: WebviewPanel, conversation: Conversation, poise: Poise) {
    this.panel = panel;
    const tell = telling<ToSimulator>(panel);
    this.session = new SimulatorSession(conversation, {
      ask: (method, params) => ask(poise.client, method, params),
      tell: (message) => tell(message, titleFor(message)),
      write,
    });
    panel.webview.onDidReceiveMessage((message: FromSimulator) => {
      if (message.kind === 'reveal') return this.revealSource(message);
      return this.session.take(message);
    });
    showWebview(panel.webview, { name: 'simulator', title: 'Try out' }, poise.context);
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Plays the same conversation with what the files say now. */
  replay(): void {
    void this.session.replay();
  }

  private async revealSource({ file, line, column }: Extract<FromSimulator, { kind: 'reveal' }>): Promise<void> {
    const uri = this.session.fileOf(file);
    if (uri !== undefined) await revealSource(uri, line, column);
  }
}

const write: SessionParts['write'] = async (uri, { edit: { start, end, text }, line }) => {
  const target = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.replace(target, new Range(start.line, start.character, end.line, end.character), text);
  if (!(await workspace.applyEdit(edit))) return false;
  const place = new Position(line, 0);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await window.showTextDocument(target, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Range(place, place),
    preserveFocus: true,
  });
  return true;
};
