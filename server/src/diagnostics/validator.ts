import { type FileFinding, judge } from '@poise/generator';
import {
  absentUse,
  type ast,
  type Finding,
  type FindingCode,
  fileOf,
  headingOf,
  type PlaybookServices,
  PlaybookValidator,
  toDiagnostic,
} from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';
import { isSame } from './kept.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What one file's checks found, and what that rests on besides the file and those that it uses. */
interface Checked {
  readonly findings: readonly Finding[];
  /** The version of the workspace for which that is known. */
  version: number;
  /** The day it was. */
  readonly today: string | undefined;
  /** What other files named of it. */
  readonly fromOutside: number;
  /** The files of the playbooks that had its playbook's name, as they were. */
  readonly namesakes: readonly unknown[];
}

/** What can be found only when all files have been read: until then what is missing may well be there, and what isn't used, used. */
const REST_ON_ALL: ReadonlySet<string> = new Set<FindingCode>([
  'duplicate-playbook',
  'no-trigger',
  'unknown-name',
  'unused-name',
]);

/**
 * The language's checks, of which the file's suppressions and the configuration leave what is told at once. Langium has a file checked when it or one
 * that it uses has changed; what other files say of it may change besides.
 */
export class ServerValidator extends PlaybookValidator {
  readonly configuration: WorkspaceConfiguration;
  private readonly checked = new WeakMap<Source, Checked>();

  constructor(services: PlaybookServices, configuration: WorkspaceConfiguration) {
    super(services);
    this.configuration = configuration;
  }

  override validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    const source = document as Source;
    this.checked.delete(source);
    return Promise.resolve(this.judged(source, []));
  }

  /** What the checks find in a file as the workspace is now. */
  findings(document: Source): readonly Finding[] {
    return this.upToDate(document).findings;
  }

  /** What the language finds, and `use` lines whose files aren't there: that only the server knows. */
  override check(document: Source): Finding[] {
    return [...this.absentUses(document), ...super.check(document)];
  }

  /**
   * What is told of a file.
   *
   * @param proven what is proved of the file, so far
   * @param isProved whether that is all, of a playbook that was sound enough
   */
  judged(document: Source, proven: readonly Finding[], isProved = false): Diagnostic[] {
    const file = this.configuration.pathOf(document.uri);
    const known = this.services.Workspace.isRead
      ? this.findings(document)
      : this.findings(document).filter(({ code }) => !REST_ON_ALL.has(code));
    const found = [...known, ...proven].map((one): FileFinding => ({ ...one, file }));
    return judge(found, [{ document, file, isProved }], this.configuration.current).findings.map(toDiagnostic);
  }

  private absentUses(document: Source): Finding[] {
    const { Workspace } = this.services;
    const absent = Workspace.usesOf(document).filter(({ use, document: used }) => !used && use.path !== undefined);
    if (absent.length === 0) return [];
    const files = Workspace.documents().map(({ uri }) => uri);
    return absent.flatMap(({ use, uri }) => {
      const absence = this.configuration.absenceOf(uri);
      return absence ? [absentUse(use, absence, files)] : [];
    });
  }

  private upToDate(document: Source): Checked {
    const { Workspace, settings } = this.services;
    const { today } = settings;
    const { version } = Workspace;
    const known = this.checked.get(document);
    if (known?.version === version && known.today === today) return known;
    const fromOutside = Workspace.versionFromOutside(document);
    const heading = headingOf(document.parseResult.value);
    const namesakes = heading?.name ? Workspace.everywhere(heading.$type, heading.name).map(fileOf) : [];
    if (known && known.today === today && known.fromOutside === fromOutside && isSame(known.namesakes, namesakes)) {
      known.version = version;
      return known;
    }
    const findings = this.check(document);
    const checked = { findings, version, today, fromOutside, namesakes };
    this.checked.set(document, checked);
    return checked;
  }
}
