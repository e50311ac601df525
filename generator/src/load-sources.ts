import { ast, finding, nearest, type PlaybookLanguage, rangeOf, stringValue } from '@poise/language';
import { DocumentState, type LangiumDocument, URI, UriUtils } from 'langium';
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

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Why a file that is wanted isn't there to be compiled. */
type Absence = 'not-a-playbook' | 'outside' | 'missing' | 'unreadable';

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
  const absent = new Map<string, Absence>();
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
      const uri = ROOT.with({ path: `/${path}` });
      const document = language.shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(result.text, uri);
      // Names are resolved when they are asked for: the maps that need no preparation say what they mean.
      document.state = DocumentState.ComputedScopes;
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
  // Only now is it known which files there are that may have been meant.
  for (const document of documents) {
    for (const use of usesIn(document)) {
      const text = absentUse(pathOf(document), use, absent, [...sources.keys()]);
      const range = rangeOf({ node: use, property: 'path' });
      if (text) findings.push({ ...text, range, related: [], file: pathOf(document) });
    }
  }
  return { documents, findings, sources };
}

const WHY_ABSENT: Readonly<Record<Exclude<Absence, 'unreadable'>, string>> = {
  'not-a-playbook': 'this is not a playbook file: those have names that end in `.playbook`',
  outside: 'this file lies outside the workspace',
  missing: 'this file is not there',
};

function usesIn(document: LangiumDocument<ast.PlaybookFile>): ast.Use[] {
  return document.parseResult.value.members.filter(ast.isUse).filter((use) => use.path !== undefined);
}

/** What is wrong with a `use` line whose file can't be had. One that can't be read has its finding at the file itself. */
function absentUse(from: string, use: ast.Use, absent: ReadonlyMap<string, Absence>, known: readonly string[]) {
  const path = stringValue(use.path);
  switch (absent.get(resolveUse(from, path))) {
    case 'not-a-playbook':
      return finding('use-not-a-playbook', {
        path,
        ...(/\.\w+$/.test(path) ? {} : { suggestion: `${path}.playbook` }),
      });
    case 'outside':
      return finding('use-outside-workspace', { path });
    case 'missing': {
      const suggestion = similarPath(from, path, known);
      return finding('use-not-found', { path, ...(suggestion !== undefined && { suggestion }) });
    }
    default:
      return undefined;
  }
}

/** What a file may have meant by a path that leads nowhere: one spelt alike, or a file of the same name in another folder. */
function similarPath(from: string, path: string, known: readonly string[]): string | undefined {
  const folder = UriUtils.dirname(ROOT.with({ path: `/${from}` }));
  const candidates = known
    .filter((other) => other !== from)
    .map((other) => UriUtils.relative(folder, ROOT.with({ path: `/${other}` })));
  return nearest(path, candidates) ?? candidates.find((candidate) => baseName(candidate) === baseName(path));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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
