import { type FileFinding, judge } from '@poise/generator';
import { type ast, type Finding, type PlaybookServices, PlaybookValidator, toDiagnostic } from '@poise/language';
import { type LangiumDocument, WorkspaceCache } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';
import { acrossFiles } from './across-files.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What one file's checks found, and which day it was and what the playbooks of the workspace were to each other then. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly across: string;
}

/**
 * The language's checks, of which the file's suppressions and the configuration leave what is told at once. Langium has a file checked when it or one
 * that it uses has changed; what other files say of it may change besides.
 */
export class ServerValidator extends PlaybookValidator {
  private readonly configuration: WorkspaceConfiguration;
  private readonly checked = new WeakMap<Source, Checked>();
  private readonly across: WorkspaceCache<'all', string>;

  constructor(services: PlaybookServices, configuration: WorkspaceConfiguration) {
    super(services);
    this.configuration = configuration;
    this.across = new WorkspaceCache(services.shared);
  }

  override validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    const source = document as Source;
    this.checked.delete(source);
    return Promise.resolve(this.judged(source, []));
  }

  /** What the checks find in a file as the workspace is now. */
  findings(document: Source): readonly Finding[] {
    const { Workspace, settings } = this.services;
    const across = this.across.get('all', () => `${settings.today} ${acrossFiles(Workspace)}`);
    let checked = this.checked.get(document);
    if (checked?.across !== across) {
      checked = { findings: this.check(document), across };
      this.checked.set(document, checked);
    }
    return checked.findings;
  }

  /**
   * What is told of a file.
   *
   * @param proven what is proved of the file, so far
   * @param isProved whether that is all, of a playbook that was sound enough
   */
  judged(document: Source, proven: readonly Finding[], isProved = false): Diagnostic[] {
    const file = this.configuration.pathOf(document.uri);
    const found = [...this.findings(document), ...proven].map((one): FileFinding => ({ ...one, file }));
    return judge(found, [{ document, file, isProved }], this.configuration.current).findings.map(toDiagnostic);
  }
}
