/** What the page of a webview is made of. */
export interface WebviewPage {
  readonly title: string;
  /** Addresses of its script and its style sheet. */
  readonly script: string;
  readonly style: string;
  /** Where style sheets may come from, as the editor says it. */
  readonly source: string;
  /** Made for this page: a script with it may run, and no other. */
  readonly nonce: string;
}

/** The page of a webview. It may load its own script and style sheet, and nothing else. */
export function webviewPage({ title, script, style, source, nonce }: WebviewPage): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>${title}</title>
</head>
<body>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
