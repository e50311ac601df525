import { type Absence, absentUse, ast, finding, type PlaybookLanguage, stringValue } from '@poise/language';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { CompileOptions, FileFinding, SourceHost } from './compilation.ts';

const ROOT = URI.parse('playbook:///');

/** The sources of a workspace, parsed, and what went wrong in getting them. */
export interface LoadedSources {
  readonly documents: readonly LangiumDocument<ast.PlaybookFile>[];
  readonly findings: readonly FileFinding[];
  readonly sources: ReadonlyMap<string, string>;
}

/** A file's path from the workspace's root. */
export function pathOf(document: LangiumDocument): string {
  return document.uri.path.slice(1);
}

function uriOf(path: string): URI {
  return ROOT.with({ path: `/${path}` });
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Which files are read, besides those that are asked for. */
interface LoadOptions extends Pick<CompileOptions, 'onProgress'> {
  /** The paths of files that are there already, with what they use. */
  readonly known?: Pick<ReadonlySet<string>, 'has'>;
  /** Whether to leave out what they use. */
  readonly alone?: boolean;
}

/** Reads the entry files and, through their `use` lines, every file they need; each once, and nothing outside the workspace. */
export async function loadSources(
  entries: readonly string[],
  host: SourceHost,
  language: PlaybookLanguage,
  { onProgress, known = new Set(), alone = false }: LoadOptions,
): Promise<LoadedSources> {
  const documents: LangiumDocument<ast.PlaybookFile>[] = [];
  const findings: FileFinding[] = [];
  const sources = new Map<string, string>();
  const absent = new Map<string, Absence | 'unreadable'>();
  const unreadable = (file: string, reason: string): void => {
    findings.push({ ...finding('unreadable-file', { reason }), range: START, related: [], file });
  };

  const wanted = new Set(entries);
  let read = 0;
  for (const path of wanted) {
    const isPlaybook = path.endsWith('.playbook') || path.startsWith('../');
    const result = isPlaybook ? await host.read(path) : { kind: 'not-a-playbook' as const };
    onProgress?.(++read, wanted.size);
    if (result.kind === 'text') {
      sources.set(path, result.text);
      const document = language.shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(
        result.text,
        uriOf(path),
      );
      // Names are resolved when they are asked for: the maps that need no preparation say what they mean.
      document.state = DocumentState.Linked;
      language.shared.workspace.LangiumDocuments.addDocument(document);
      documents.push(document);
      for (const use of alone ? [] : usesIn(document)) {
        const used = resolveUse(path, stringValue(use.path));
        if (!known.has(used)) wanted.add(used);
      }
    } else if (result.kind === 'problem') {
      unreadable(path, result.message);
      absent.set(path, 'unreadable');
    } else {
      absent.set(path, result.kind);
    }
  }
  for (const entry of entries) {
    const absence = absent.get(entry);
    if (absence && absence !== 'unreadable') unreadable(entry, WHY_ABSENT[absence]);
  }
  const files = await filesMeant(documents, absent, host);
  for (const document of documents) {
    const file = pathOf(document);
    for (const use of usesIn(document)) {
      const absence = absent.get(resolveUse(file, stringValue(use.path)));
      if (absence && absence !== 'unreadable') findings.push({ ...absentUse(use, absence, files), file });
    }
  }
  return { documents, findings, sources };
}

/** The files that there are, one of which may have been meant by a `use` line that leads nowhere. They are looked for only where there is such a line. */
async function filesMeant(
  documents: readonly LangiumDocument[],
  absent: ReadonlyMap<string, unknown>,
  host: SourceHost,
): Promise<readonly URI[]> {
  const all = absent.size > 0 ? ((await host.playbookFiles?.()) ?? []) : [];
  return [...new Set([...documents.map(pathOf), ...all])].map(uriOf);
}

const WHY_ABSENT: Readonly<Record<Absence, string>> = {
  'not-a-playbook': 'this is not a playbook file: those have names that end in `.playbook`',
  outside: 'this file lies outside the workspace',
  missing: 'this file is not there',
};

function usesIn(document: LangiumDocument<ast.PlaybookFile>): ast.Use[] {
  return document.parseResult.value.members.filter(ast.isUse).filter((use) => use.path !== undefined);
}

/** The path from the workspace's root of what a `use` line names; it begins with `../` if that lies above the root. */
function resolveUse(from: string, path: string): string {
  const segments = path.startsWith('/') ? ['..'] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}
