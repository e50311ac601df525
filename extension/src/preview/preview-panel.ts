import { PREVIEW, type PreviewAnswer } from '@poise/server/protocol';
import type { TextEditor, Uri, WebviewPanel } from 'vscode';
import type { FromPreview, SourcePlace, ToPreview } from '../../webviews/preview/messages.ts';
import { ask } from '../client/ask.ts';
import type { Poise } from '../poise.ts';
import { revealSource } from '../webviews/reveal-source.ts';
import { showWebview } from '../webviews/show-webview.ts';
import { type Telling, telling } from '../webviews/telling.ts';

export const PREVIEW_PANEL = 'poise.preview';

/** The panel in which a playbook is shown as a card. */
export class PreviewPanel {
  private readonly panel: WebviewPanel;
  private readonly poise: Poise;
  private readonly tell: Telling<ToPreview>;
  /** The file that is shown. */
  private uri: string;
  private shown: PreviewAnswer | undefined;
  /** Where the cursor was last, in one of the files. */
  private cursor: SourcePlace | undefined;
  /** The file that the cursor has come into, as long as it is no playbook: it is shown as soon as it is one. */
  private awaited: string | undefined;
  /** The last time that the server was asked: an answer to an earlier question comes too late. */
  private asked = 0;

  constructor(panel: WebviewPanel, uri: string, poise: Poise) {
    this.panel = panel;
    this.uri = uri;
    this.poise = poise;
    this.tell = telling(panel);
    panel.webview.onDidReceiveMessage((message: FromPreview) => this.take(message));
    panel.title = 'Preview';
    showWebview(panel.webview, { name: 'preview', title: 'Preview' }, poise.context);
  }

  /** Brings the panel to the front, and shows this file in it. */
  async show(uri: Uri): Promise<void> {
    this.panel.reveal(undefined, true);
    if (uri.toString() !== this.uri) await this.turnTo(uri.toString());
  }

  /** Goes along with the cursor: into another playbook, too, but not into the files that the shown one uses. */
  async follow({ document, selection }: TextEditor): Promise<void> {
    const uri = document.uri.toString();
    const { line, character } = selection.active;
    const hasTurned = this.cursor?.uri !== uri;
    this.cursor = { uri, line: line + 1, column: character + 1 };
    // Of a file that is used, what the card says of it is looked for.
    const isShown = this.shown?.kind === 'guide' && this.shown.files.some((file) => file.uri === uri);
    if (hasTurned) {
      this.awaited = isShown || uri === this.uri ? undefined : uri;
      await this.turnToAwaited();
    }
    this.tellCursor();
  }

  /** Shows what the files say since they were built. */
  async update(): Promise<void> {
    await Promise.all([this.refresh(), this.turnToAwaited()]);
  }

  private async refresh(): Promise<void> {
    const turn = ++this.asked;
    const { uri } = this;
    const answer = await this.answerFor(uri);
    // Most of what is built is about other files.
    if (!answer || turn !== this.asked || JSON.stringify(answer) === JSON.stringify(this.shown)) return;
    this.shown = answer;
    this.tellAll();
  }

  private async turnToAwaited(): Promise<void> {
    const { awaited } = this;
    if (awaited === undefined) return;
    const answer = await this.answerFor(awaited);
    if (answer?.kind === 'guide' && this.awaited === awaited) await this.turnTo(awaited);
  }

  private turnTo(uri: string): Promise<void> {
    this.uri = uri;
    this.shown = undefined;
    this.awaited = undefined;
    return this.refresh();
  }

  private async take(message: FromPreview): Promise<void> {
    if (message.kind === 'reveal') return revealSource(message.place.uri, message.place.line, message.place.column);
    // The webview begins anew whenever it comes to be seen again.
    if (this.shown) this.tellAll();
    else await this.refresh();
  }

  private answerFor(uri: string): Promise<PreviewAnswer | undefined> {
    return ask<PreviewAnswer>(this.poise.client, PREVIEW, { uri });
  }

  private tellAll(): void {
    if (!this.shown) return;
    const title = this.shown.kind === 'guide' ? `Preview: ${this.shown.guide.title}` : undefined;
    this.tell({ kind: 'show', uri: this.uri, answer: this.shown }, title);
    this.tellCursor();
  }

  private tellCursor(): void {
    if (this.cursor) this.tell({ kind: 'cursor', place: this.cursor });
  }
}
