import { compileSound, pathOf } from '@poise/generator';
import { type ast, type PlaybookServices, PlaybookValidator, toDiagnostic } from '@poise/language';
import { type LangiumDocument, WorkspaceCache } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';

/** The language's checks, and then, for a playbook that is sound as far as it reaches, what its compiled form proves. */
export class ServerValidator extends PlaybookValidator {
  private readonly playbookServices: PlaybookServices;
  /** By file: whether the language's checks find an error there. */
  private readonly broken: WorkspaceCache<string, Promise<boolean>>;

  constructor(services: PlaybookServices) {
    super(services);
    this.playbookServices = services;
    this.broken = new WorkspaceCache(services.shared);
  }

  override async validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    const source = document as LangiumDocument<ast.PlaybookFile>;
    const diagnostics = await super.validateDocument(document);
    const { Workspace } = this.playbookServices;
    const closure = await Promise.all(
      Workspace.closureOf(source).map(async (used) => ({ used, isBroken: await this.isBroken(used) })),
    );
    const broken = new Set(closure.filter(({ isBroken }) => isBroken).map(({ used }) => used));
    const compiled = compileSound(source, Workspace, (used) => broken.has(used));
    const proven = compiled?.findings.filter((found) => found.file === pathOf(source)) ?? [];
    return [...diagnostics, ...proven.map(toDiagnostic)];
  }

  private isBroken(document: LangiumDocument): Promise<boolean> {
    return this.broken.get(document.uri.toString(), async () =>
      (await super.validateDocument(document)).some((diagnostic) => diagnostic.severity === 1),
    );
  }
}
