import { createPlaybookLanguage, findingsOf } from '@poise/language';
import type { Compilation, CompileOptions, FileFinding, SourceHost } from './compilation.ts';
import { loadSources, pathOf } from './load-sources.ts';

/**
 * Compiles playbooks: reads, checks, and turns them into JSON. The one path that checking, building and editing all take.
 *
 * @param entries the files to compile, as paths from the workspace's root; what they use is read besides
 */
export async function compileWorkspace(
  entries: readonly string[],
  host: SourceHost,
  options: CompileOptions,
): Promise<Compilation> {
  const language = createPlaybookLanguage({ today: options.today });
  const { documents, findings: loading, sources } = await loadSources(entries, host, language, options);
  await language.shared.workspace.DocumentBuilder.build([...documents], { validation: true });
  const checked = documents.flatMap((document) =>
    findingsOf(document).map((found) => ({ ...found, file: pathOf(document) })),
  );
  const findings: FileFinding[] = [...loading, ...checked].sort(byFileAndPlace);
  return { findings, playbooks: [], outputs: [], sources };
}

function byFileAndPlace(a: FileFinding, b: FileFinding): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}
