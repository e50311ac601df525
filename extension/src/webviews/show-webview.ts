import { type ExtensionContext, Uri, type Webview } from 'vscode';
import { webviewPage } from './page.ts';

/** Puts the page of a webview into its panel: its script and its style sheet are bundled under its name. */
export function showWebview(
  webview: Webview,
  { name, title }: { readonly name: string; readonly title: string },
  { extensionUri }: ExtensionContext,
): void {
  const folder = Uri.joinPath(extensionUri, 'dist', 'webviews');
  const addressOf = (file: string): string => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = webviewPage({
    title,
    script: addressOf(`${name}.js`),
    style: addressOf(`${name}.css`),
    source: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
  });
}
