import {
  ast,
  type FindingCode,
  type FindingParameters,
  finding,
  nearest,
  type PlaybookLanguage,
  rangeOf,
  stringValue,
} from '@poise/language';
import { type LangiumDocument, URI, UriUtils } from 'langium';
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

/** Reads the entry files and, through their `use` lines, every file they need; each once, and nothing outside the workspace. */
export async function loadSources(
  entries: readonly string[],
  host: SourceHost,
  language: PlaybookLanguage,
  { onProgress }: CompileOptions,
): Promise<LoadedSources> {
  const documents: LangiumDocument<ast.PlaybookFile>[] = [];
  const findings: FileFinding[] = [];
  const sources = new Map<string, string>();
  const missing: { file: string; use: ast.Use }[] = [];
  const report = <Code extends FindingCode>(
    file: string,
    code: Code,
    parameters: FindingParameters<Code>,
    use?: ast.Use,
  ): void => {
    const range = use ? rangeOf({ node: use, property: 'path' }) : START;
    findings.push({ ...finding(code, parameters), range, related: [], file });
  };

  /** Who asked for each file: the first `use` line that names it. Entries are asked for by nobody. */
  const wanted = new Map<string, { file: string; use: ast.Use } | undefined>(
    entries.map((entry) => [entry, undefined]),
  );
  let read = 0;
  for (const [path, asked] of wanted) {
    const result = await host.read(path);
    onProgress?.(++read, wanted.size);
    if (result.kind === 'text') {
      sources.set(path, result.text);
      const uri = ROOT.with({ path: `/${path}` });
      const document = language.shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(result.text, uri);
      language.shared.workspace.LangiumDocuments.addDocument(document);
      documents.push(document);
      for (const use of document.parseResult.value.members.filter(ast.isUse)) {
        const used = resolveUse(path, stringValue(use.path));
        if (!wanted.has(used)) wanted.set(used, { file: path, use });
      }
    } else if (result.kind === 'problem') {
      report(path, 'unreadable-file', { reason: result.message });
    } else if (!asked) {
      report(path, 'unreadable-file', {
        reason: result.kind === 'outside' ? 'this file lies outside the workspace' : 'this file is not there',
      });
    } else if (result.kind === 'outside') {
      report(asked.file, 'use-outside-workspace', { path: stringValue(asked.use.path) }, asked.use);
    } else {
      missing.push(asked);
    }
  }
  // Only now is it known which files there are that may have been meant.
  for (const { file, use } of missing) {
    const path = stringValue(use.path);
    const suggestion = similarPath(file, path, [...sources.keys()]);
    report(file, 'use-not-found', { path, ...(suggestion !== undefined && { suggestion }) }, use);
  }
  return { documents, findings, sources };
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
