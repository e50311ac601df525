import {
  ast,
  type CheckSettings,
  createPlaybookLanguage,
  type Finding,
  headingOf,
  type PlaybookLanguage,
} from '@poise/language';
import type { LangiumDocument } from 'langium';
import type {
  Compilation,
  CompileOptions,
  FileFinding,
  OutputFile,
  PlaybookSummary,
  SourceHost,
} from './compilation.ts';
import { portableDigest } from './compile/canonical.ts';
import type { CompiledPlaybook } from './compile/playbook.ts';
import { writeDocuments } from './compile/write-documents.ts';
import { compileSound, distinct, prove } from './compile-sound.ts';
import { judge } from './configuration/judge.ts';
import { type LoadedConfiguration, loadConfiguration } from './configuration/load-configuration.ts';
import { loadSources, pathOf } from './load-sources.ts';
import { compileNeighbours, NO_NEIGHBOURS } from './neighbours/compile-neighbours.ts';
import { loadNeighbours } from './neighbours/load-neighbours.ts';
import { unplayable } from './neighbours/unplayable.ts';
import type { PlaybookScenarios } from './scenarios/scenario.ts';
import { type Cast, type PlaybookSource, scenariosOf } from './scenarios/scenario-documents.ts';
import { sourceChecks } from './source-checks.ts';
import { proveTogether } from './together-findings.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Compiles workspaces, one after the other. Making one takes far longer than compiling a small file with it. */
export interface Compiler {
  /** As `compileWorkspace`. Calls wait for each other. */
  compile(entries: readonly string[], host: SourceHost, options: CompileOptions): Promise<Compilation>;
}

/** Makes a compiler, to be used more than once. */
export function createCompiler(): Compiler {
  let settings: CheckSettings = {};
  const language = createPlaybookLanguage({
    get today() {
      return settings.today;
    },
    get locale() {
      return settings.locale;
    },
    get currency() {
      return settings.currency;
    },
    moreChecks: sourceChecks,
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    compile: (entries, host, options) => {
      const compilation = last.then(async () => {
        const loaded = await loadConfiguration(host);
        const { locale, currency } = loaded.configuration;
        settings = { today: options.today, locale, currency };
        const { DocumentBuilder, LangiumDocuments } = language.shared.workspace;
        await DocumentBuilder.update([], LangiumDocuments.all.map((document) => document.uri).toArray());
        return compileWith(language, entries, host, loaded, options);
      });
      last = compilation.catch(() => undefined);
      return compilation;
    },
  };
}

/**
 * Compiles playbooks: reads, checks, and turns them into JSON. The one path that checking, building and editing all take.
 *
 * @param entries the files to compile, as paths from the workspace's root; what they use is read besides
 */
export function compileWorkspace(
  entries: readonly string[],
  host: SourceHost,
  options: CompileOptions,
): Promise<Compilation> {
  return createCompiler().compile(entries, host, options);
}

async function compileWith(
  language: PlaybookLanguage,
  entries: readonly string[],
  host: SourceHost,
  { configuration, ...configured }: LoadedConfiguration,
  options: CompileOptions,
): Promise<Compilation> {
  const asked = await loadSources(entries, host, language, options);
  const { documents, findings: loading, sources } = asked;
  const around = await loadNeighbours(asked, host, language, options);

  const inFile = (document: Source, findings: readonly Finding[]) =>
    findings.map((found) => ({ ...found, file: pathOf(document) }));
  const found: FileFinding[] = [
    ...configured.findings,
    ...loading,
    ...documents.flatMap((document) =>
      inFile(document, language.playbook.validation.DocumentValidator.check(document)),
    ),
  ];
  const broken = new Set(found.filter(isError).map((one) => one.file));

  const { Workspace } = language.playbook;
  const playbooks: CompiledPlaybook[] = [];
  const withTrees: PlaybookSource[] = [];
  const timings = new Map<string, number>();
  const proved = new Map<CompiledPlaybook, Source>();
  const proven: FileFinding[] = [];
  for (const document of documents) {
    const start = options.clock?.();
    const playbook = compileSound(document, Workspace, (used) => broken.has(pathOf(used)));
    if (!playbook) continue;
    playbooks.push(playbook);
    withTrees.push({ playbook, file: document.parseResult.value, path: pathOf(document) });
    if (options.proofs !== false) {
      proved.set(playbook, document);
      proven.push(...prove(document, playbook, Workspace, options.today));
    }
    if (options.clock && start !== undefined) timings.set(playbook.id, options.clock() - start);
  }
  found.push(...distinct(proven), ...proveTogether(proved, options.today));

  const sound = new Set(proved.values());
  const files = documents.map((document) => ({ document, file: pathOf(document), isProved: sound.has(document) }));
  const judged = judge(found, files, configuration);
  const isPlayable = options.scenarios === true && !judged.findings.some(isError);
  const cast: Cast = {
    playbooks: withTrees,
    ...(isPlayable ? compileNeighbours(around, language) : NO_NEIGHBOURS),
  };
  const findings = inOrder([...judged.findings, ...(isPlayable ? unplayable(cast, language) : [])]);
  const hasErrors = findings.some(isError);
  const digest = options.digest ?? portableDigest;
  let outputs: readonly OutputFile[] | undefined;
  let scenarios: readonly PlaybookScenarios[] | undefined;
  return {
    findings,
    suppressions: inOrder(judged.suppressions),
    configuration,
    playbooks: summaries(documents, playbooks, findings),
    get outputs() {
      outputs ??= hasErrors ? [] : writeDocuments(playbooks, digest);
      return outputs;
    },
    get scenarios() {
      scenarios ??= hasErrors ? [] : scenariosOf(cast, digest);
      return scenarios;
    },
    timings,
    sources: new Map([...sources, ...configured.sources, ...(isPlayable ? around.sources : [])]),
    neighbours: new Set(isPlayable ? around.sources.keys() : []),
  };
}

function isError({ severity }: FileFinding): boolean {
  return severity === 'error';
}

type FilePlace = Pick<FileFinding, 'file' | 'range'>;

/** The order in which findings are told: by file, then place. */
export function inOrder<Found extends FilePlace>(found: readonly Found[]): readonly Found[] {
  return [...found].sort(byFileAndPlace);
}

function byFileAndPlace(a: FilePlace, b: FilePlace): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

function summaries(
  documents: readonly Source[],
  playbooks: readonly CompiledPlaybook[],
  findings: readonly FileFinding[],
): PlaybookSummary[] {
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

function countRules({ boundaries, escalations, followUps, agentCare, trends }: CompiledPlaybook): number {
  return boundaries.length + escalations.length + followUps.length + agentCare.length + trends.length;
}

function isRule(member: ast.Member): boolean {
  return [ast.isBoundary, ast.isEscalation, ast.isFollowUp, ast.isAgentCare, ast.isTrend].some((is) => is(member));
}
