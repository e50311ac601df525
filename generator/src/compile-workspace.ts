import { ast, createPlaybookLanguage, type Finding, findingsOf, headingOf } from '@poise/language';
import type { Playbook } from '@poise/runtime';
import type { LangiumDocument } from 'langium';
import type { Compilation, CompileOptions, FileFinding, PlaybookSummary, SourceHost } from './compilation.ts';
import { compilePlaybook } from './compile/playbook.ts';
import { writeDocuments } from './compile/write-documents.ts';
import { loadSources, pathOf } from './load-sources.ts';
import { provenFindings } from './proven-findings.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/**
 * Compiles playbooks: reads, checks, and turns them into JSON. The one path that checking, building and editing all take.
 *
 * @param entries the files to compile, as paths from the workspace's root; what they use is read besides
 */
export async function compileWorkspace(entries: readonly string[], host: SourceHost, options: CompileOptions): Promise<Compilation> {
  const language = createPlaybookLanguage({ today: options.today });
  const { documents, findings: loading, sources } = await loadSources(entries, host, language, options);
  await language.shared.workspace.DocumentBuilder.build([...documents], { validation: true });

  const inFile = (document: Source, findings: readonly Finding[]) => findings.map((found) => ({ ...found, file: pathOf(document) }));
  const findings: FileFinding[] = [...loading, ...documents.flatMap((document) => inFile(document, findingsOf(document)))];
  const broken = new Set(findings.filter((found) => found.severity === 'error').map((found) => found.file));

  const byPath = new Map(documents.map((document) => [pathOf(document), document]));
  const playbooks: Playbook[] = [];
  const { Workspace } = language.playbook;
  for (const document of documents) {
    const heading = headingOf(document.parseResult.value);
    // What can be proved is asked only of what is sound as far as it reaches: anything else would be guessing.
    const isSound = Workspace.closureOf(document).every((used) => !broken.has(pathOf(used)));
    if (!heading || !isSound) continue;
    const playbook = compilePlaybook(heading, Workspace);
    playbooks.push(playbook);
    findings.push(...provenFindings(playbook, (path) => byPath.get(path)));
  }

  findings.sort(byFileAndPlace);
  const hasErrors = findings.some((found) => found.severity === 'error');
  return {
    findings,
    playbooks: summaries(documents, playbooks, findings),
    outputs: hasErrors ? [] : writeDocuments(playbooks),
    sources,
  };
}

function byFileAndPlace(a: FileFinding, b: FileFinding): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

function summaries(documents: readonly Source[], playbooks: readonly Playbook[], findings: readonly FileFinding[]): PlaybookSummary[] {
  const compiled = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
  return documents
    .flatMap((document): PlaybookSummary[] => {
      const file = document.parseResult.value;
      const heading = headingOf(file);
      if (!heading?.name) return [];
      const playbook = compiled.get(heading.name);
      const path = pathOf(document);
      return [
        {
          id: heading.name,
          title: playbook?.title ?? heading.name,
          file: path,
          version: playbook?.version ?? '',
          steps: file.members.filter(ast.isStep).length,
          rules: playbook ? countRules(playbook) : file.members.filter(isRule).length,
          phrases: playbook ? playbook.phrases.reduce((sum, list) => sum + list.phrases.length, 0) : 0,
          scenarios: file.members.filter(ast.isScenario).length,
          findings: findings.filter((found) => found.file === path).length,
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function countRules({ boundaries, escalations, followUps, agentCare, trends }: Playbook): number {
  return boundaries.length + escalations.length + followUps.length + agentCare.length + trends.length;
}

function isRule(member: ast.Member): boolean {
  return [ast.isBoundary, ast.isEscalation, ast.isFollowUp, ast.isAgentCare, ast.isTrend].some((is) => is(member));
}
