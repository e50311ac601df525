import { compileSound, judge, pathOf } from '@poise/generator';
import { type ast, type Finding, type PlaybookServices, PlaybookValidator, toDiagnostic } from '@poise/language';
import { type LangiumDocument, WorkspaceCache } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceConfiguration } from './workspace-configuration.ts';

/**
 * The language's checks, and then, for a playbook that is sound as far as it reaches, what its compiled form proves; of all that, what the file's
 * suppressions and the configuration leave.
 */
export class ServerValidator extends PlaybookValidator {
  private readonly playbookServices: PlaybookServices;
  private readonly configuration: WorkspaceConfiguration;
  /** By file: whether the language's checks find an error there. */
  private readonly broken: WorkspaceCache<string, Promise<boolean>>;

  constructor(services: PlaybookServices, configuration: WorkspaceConfiguration) {
    super(services);
    this.playbookServices = services;
    this.configuration = configuration;
    this.broken = new WorkspaceCache(services.shared);
  }

  override async validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    const source = document as LangiumDocument<ast.PlaybookFile>;
    const checked = (await super.validateDocument(document)).map(({ data }) => data as Finding);
    const { Workspace } = this.playbookServices;
    const closure = await Promise.all(
      Workspace.closureOf(source).map(async (used) => ({ used, isBroken: await this.isBroken(used) })),
    );
    const broken = new Set(closure.filter(({ isBroken }) => isBroken).map(({ used }) => used));
    const compiled = compileSound(source, Workspace, (used) => broken.has(used));
    const proven = compiled?.findings.filter((found) => found.file === pathOf(source)) ?? [];
    const file = this.configuration.pathOf(source.uri);
    const found = [...checked, ...proven].map((one) => ({ ...one, file }));
    const judged = judge(
      found,
      [{ document: source, file, isProved: compiled !== undefined }],
      this.configuration.current,
    );
    return judged.findings.map(toDiagnostic);
  }

  private isBroken(document: LangiumDocument): Promise<boolean> {
    return this.broken.get(document.uri.toString(), async () =>
      (await super.validateDocument(document)).some((diagnostic) => diagnostic.severity === 1),
    );
  }
}
