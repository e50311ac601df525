import type { WebviewPanel } from 'vscode';

/** Tells a panel something, with the title that goes with it. */
export type Telling<Message> = (message: Message, title?: string) => void;

/** Tells a panel what it shows. One that has been closed meanwhile is told nothing: VS Code would take that for a mistake. */
export function telling<Message>(panel: WebviewPanel): Telling<Message> {
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  return (message, title) => {
    if (isClosed) return;
    if (title !== undefined) panel.title = title;
    void panel.webview.postMessage(message);
  };
}
