import { Position, Range, Uri, ViewColumn, window } from 'vscode';

/** Shows a place in a file, where the file is shown already if it is. Lines and columns count from 1. */
export async function revealSource(uri: string, line: number, column: number): Promise<void> {
  const place = new Position(line - 1, column - 1);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  await window.showTextDocument(Uri.parse(uri), {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Range(place, place),
  });
}
