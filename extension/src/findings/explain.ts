import { commands, type Diagnostic, languages, Uri, window, workspace } from 'vscode';
import type { Poise } from '../poise.ts';
import { Pages } from './pages.ts';

/** What `source` says in each of our findings. */
export const SOURCE = 'poise';
export const EXPLAIN = 'poise.explainFinding';

const SCHEME = 'poise-page';

/** The address of the page of a finding: what the finding's code leads to. `package.json` says that it is opened as a preview. */
export function addressOfPage(code: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** `Poise: Explain a finding`: shows the page of the one that the cursor is in, or of one that is chosen. */
export function registerExplain({ context }: Poise): void {
  const pages = new Pages(context);
  context.subscriptions.push(
    // A virtual document: in a browser the extension's own files are no files of the workspace.
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async ({ path }) => pages.of(path.slice(1).replace(/\.md$/, '')),
    }),
    commands.registerCommand(EXPLAIN, async () => {
      const code = await chosenCode();
      if (code !== undefined) await commands.executeCommand('vscode.open', addressOfPage(code));
    }),
  );
}

async function chosenCode(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const found = editor ? languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === SOURCE) : [];
  const here = found.filter(({ range }) => editor && range.intersection(editor.selection));
  const [first, ...others] = here.length > 0 ? here : found;
  if (!first) {
    window.showInformationMessage('Nothing has been found in this file, so there is nothing to explain.');
    return undefined;
  }
  if (others.length === 0) return codeOf(first);
  const items = [first, ...others].map((diagnostic) => ({
    label: diagnostic.message,
    description: `Line ${diagnostic.range.start.line + 1}`,
    code: codeOf(diagnostic),
  }));
  const picked = await window.showQuickPick(items, { title: 'Explain a finding', placeHolder: 'Which one?' });
  return picked?.code;
}

/** The code of a finding. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
