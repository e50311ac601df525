import { commands, type TextEditor, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PreviewState } from '../../webviews/preview/messages.ts';
import { onBuilt } from '../client/built.ts';
import { LANGUAGE } from '../language.ts';
import type { Poise } from '../poise.ts';
import { PREVIEW_PANEL, PreviewPanel } from './preview-panel.ts';

/** The playbook as a card beside its text: one panel, which goes along with the editor. */
export function registerPreview(poise: Poise): void {
  const { context, client } = poise;
  let preview: PreviewPanel | undefined;

  const take = (panel: WebviewPanel, uri: string): void => {
    const opened = new PreviewPanel(panel, uri, poise);
    preview = opened;
    panel.onDidDispose(() => {
      if (preview === opened) preview = undefined;
    });
    const { activeTextEditor } = window;
    if (activeTextEditor) follow(activeTextEditor);
  };

  const open = async (column: ViewColumn, of?: Uri): Promise<void> => {
    const uri = of ?? shownPlaybook();
    if (!uri) {
      await window.showInformationMessage('Open a playbook first: then you can see it as a card.');
      return;
    }
    if (preview) await preview.show(uri);
    else
      take(
        window.createWebviewPanel(PREVIEW_PANEL, 'Preview', { viewColumn: column, preserveFocus: true }),
        uri.toString(),
      );
  };

  const follow = (editor: TextEditor): void => {
    if (editor.document.languageId === LANGUAGE) void preview?.follow(editor);
  };

  context.subscriptions.push(
    commands.registerCommand('poise.openPreview', (uri?: Uri) => open(ViewColumn.Active, uri)),
    commands.registerCommand('poise.openPreviewToSide', (uri?: Uri) => open(ViewColumn.Beside, uri)),
    onBuilt(client)(() => void preview?.update()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor((editor) => editor && follow(editor)),
    window.registerWebviewPanelSerializer(PREVIEW_PANEL, {
      deserializeWebviewPanel: async (panel: WebviewPanel, state: PreviewState | undefined) => {
        if (state && !preview) take(panel, state.uri);
        else panel.dispose();
      },
    }),
  );
}

function shownPlaybook(): Uri | undefined {
  const { document } = window.activeTextEditor ?? {};
  return document?.languageId === LANGUAGE ? document.uri : undefined;
}
