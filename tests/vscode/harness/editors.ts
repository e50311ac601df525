import * as vscode from 'vscode';

/** The address of a file of the workspace: a copy of the shipped playbooks. @param path from the workspace's root */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The extension that is tested. */
export function poise(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('poise.poise-vscode');
  if (!extension) throw new Error('the extension is not there');
  return extension;
}

/** Shows a file of the workspace, once the language server is there. */
export async function show(path: string): Promise<vscode.TextEditor> {
  await poise().activate();
  // What is opened before it is shown stays open for minutes after it is closed.
  return vscode.window.showTextDocument(uriOf(path));
}

/**
 * Writes a new file, and waits until the editor has seen it: of one that comes and goes in a moment it tells nobody. Whoever writes one deletes it.
 *
 * @returns its address
 */
export async function create(path: string, text: string): Promise<vscode.Uri> {
  const uri = uriOf(path);
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uriOf('.'), path));
  const seen = new Promise((resolve) => watcher.onDidCreate(resolve));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await seen;
  watcher.dispose();
  return uri;
}

/** Writes a new file, and shows it. Whoever writes one deletes it. */
export async function showNew(path: string, text: string): Promise<vscode.TextEditor> {
  await create(path, text);
  return show(path);
}

/** Where some words stand in a document. @param from where to look from, as an offset */
export function rangeOf(document: vscode.TextDocument, words: string, from = 0): vscode.Range {
  const start = document.getText().indexOf(words, from);
  if (start < 0) throw new Error(`${document.uri.path} doesn't say \`${words}\``);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** The place before some words. @param offset so many characters further on */
export function placeOf(document: vscode.TextDocument, words: string, offset = 0): vscode.Position {
  return rangeOf(document, words).start.translate(0, offset);
}

/** Writes something else in the place of some words, as a person would. */
export async function replace(editor: vscode.TextEditor, words: string, others: string): Promise<void> {
  const range = rangeOf(editor.document, words);
  if (!(await editor.edit((edit) => edit.replace(range, others)))) throw new Error('the edit was refused');
}

/** Asks one of the providers that Visual Studio Code's own features ask, such as `vscode.executeHoverProvider`. */
export async function ask<Answer>(command: string, ...what: unknown[]): Promise<Answer> {
  return vscode.commands.executeCommand<Answer>(command, ...what);
}

/** Waits until something is so, and looks again whenever an event tells of a change. */
export function until<Value>(event: vscode.Event<unknown>, look: () => Value | undefined | false): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscription = event(again);
    again();

    function again(): void {
      try {
        const value = look();
        if (value === undefined || value === false) return;
        subscription.dispose();
        resolve(value);
      } catch (error) {
        subscription.dispose();
        reject(error);
      }
    }
  });
}

/** Waits for what is found in a file to be as wished. */
export function untilFound(
  uri: vscode.Uri,
  isSo: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const diagnostics = vscode.languages.getDiagnostics(uri);
    return isSo(diagnostics) && diagnostics;
  });
}

/** The code of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Closes all editors, and leaves what was not saved. */
export async function closeEditors(): Promise<void> {
  // Visual Studio Code writes to its own settings while it starts.
  const changed = vscode.workspace.textDocuments.filter(
    ({ isDirty, languageId }) => isDirty && languageId === 'playbook',
  );
  for (const document of changed) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
