import { counted, grouped } from '@poise/generator/words';
import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';

/** Shows how far the first look at all files has come, in an editor that has a place for it. */
export function showFirstBuild(connection: Connection, { lsp, workspace }: LangiumSharedServices): void {
  // An editor may say that it has such a place, and refuse it all the same.
  lsp.LanguageServer.onInitialized(() => void show(connection, workspace).catch(() => undefined));
}

async function show(
  connection: Connection,
  { DocumentBuilder, LangiumDocuments, WorkspaceManager }: LangiumSharedServices['workspace'],
): Promise<void> {
  let checked = 0;
  let tell = (): void => {};
  const counting = DocumentBuilder.onDocumentPhase(DocumentState.Validated, () => {
    checked++;
    tell();
  });
  try {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin('Poise', 0, 'reading the playbooks');
    await WorkspaceManager.ready;
    const known = LangiumDocuments.all.count();
    let shown = 0;
    tell = () => {
      const percentage = Math.floor((100 * checked) / known);
      if (percentage <= shown || percentage > 100) return;
      shown = percentage;
      reporter.report(percentage, `checking ${grouped(checked)} of ${counted(known, 'file')}`);
    };
    // Of a build without any file, nobody is told when it ends.
    if (known > 0) await DocumentBuilder.waitUntil(DocumentState.Validated);
    reporter.done();
  } finally {
    counting.dispose();
  }
}
