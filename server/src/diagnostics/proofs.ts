import {
  type CompiledPlaybook,
  compileSound,
  distinct,
  type FileFinding,
  pathOf,
  prove,
  proveTogether,
} from '@poise/generator';
import type { ast, PlaybookServices, Workspace } from '@poise/language';
import { interruptAndCheck, type LangiumDocument, MultiMap } from 'langium';
import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import { Kept } from './kept.ts';
import type { ServerValidator } from './validator.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook, and what is proved of it: in its own file, or in those that it uses. */
interface Proof {
  readonly playbook: CompiledPlaybook;
  readonly findings: readonly FileFinding[];
}

/**
 * What is proved of the playbooks of a workspace. It follows once all files have been checked and that has been told, a playbook at a time; in between
 * an edit can put an end to it. What is proved is kept by the texts that it rests on.
 */
export class Proofs {
  private readonly validator: ServerValidator;
  private readonly workspace: Workspace;
  private readonly settings: PlaybookServices['settings'];
  private readonly connection: Connection;
  private readonly kept = new WeakMap<Source, Kept<Proof | undefined>>();
  private readonly together = new Kept<readonly FileFinding[]>();
  private readonly told = new WeakMap<Source, readonly Diagnostic[]>();
  private readonly failures = new Set<string>();

  constructor(validator: ServerValidator, { Workspace, settings }: PlaybookServices, connection: Connection) {
    this.validator = validator;
    this.workspace = Workspace;
    this.settings = settings;
    this.connection = connection;
  }

  /**
   * Proves what isn't proved yet, and tells what has become of each file.
   *
   * @param documents all files of the workspace, checked; those that are to be seen to first come first
   * @throws OperationCancelled as soon as the token says so
   */
  async follow(documents: readonly Source[], token: CancellationToken): Promise<void> {
    const broken = new Set<Source>();
    for (const document of documents) {
      await interruptAndCheck(token);
      if (this.validator.findings(document).some(({ severity }) => severity === 'error')) broken.add(document);
    }
    const proofs = new Map<Source, Proof>();
    for (const document of documents) {
      await interruptAndCheck(token);
      const proof = this.proofOf(document, broken);
      if (!proof) continue;
      proofs.set(document, proof);
      const own = proof.findings.filter(({ file }) => file === pathOf(document));
      // Nobody should wait for the proofs of other files. Where nothing was checked, what is shown stays until all is known.
      if (own.length > 0 && !this.isTold(document)) this.tell(document, this.validator.judged(document, own));
    }
    await interruptAndCheck(token);
    const alone = distinct([...proofs.values()].flatMap((proof) => proof.findings));
    const findings = new MultiMap([...alone, ...this.proveTogether(proofs)].map((found) => [found.file, found]));
    for (const document of documents) {
      await interruptAndCheck(token);
      const proven = findings.get(pathOf(document));
      this.tell(document, this.validator.judged(document, proven, proofs.has(document)));
    }
  }

  private proofOf(document: Source, broken: ReadonlySet<Source>): Proof | undefined {
    let kept = this.kept.get(document);
    if (!kept) {
      kept = new Kept();
      this.kept.set(document, kept);
    }
    const { today } = this.settings;
    const texts = this.workspace
      .closureOf(document)
      .flatMap((used) => [used.uri.toString(), used.textDocument.getText(), broken.has(used)]);
    return kept.get([today, ...texts], () =>
      this.unlessItFails(pathOf(document), () => {
        const playbook = compileSound(document, this.workspace, (used) => broken.has(used));
        return playbook && { playbook, findings: prove(document, playbook, this.workspace, today) };
      }),
    );
  }

  /** What is proved of several playbooks beside each other. It takes as long as it takes, and comes last. */
  private proveTogether(proofs: ReadonlyMap<Source, Proof>): readonly FileFinding[] {
    const { today } = this.settings;
    // The order in which files are looked at changes with what is open.
    const inOrder = [...proofs].sort(([a], [b]) => (pathOf(a) < pathOf(b) ? -1 : 1));
    const compiled = new Map(inOrder.map(([document, { playbook }]) => [playbook, document]));
    const what = 'playbooks that start together';
    return this.together.get(
      [today, ...compiled.keys()],
      () => this.unlessItFails(what, () => proveTogether(compiled, today)) ?? [],
    );
  }

  /** What comes of a proof; nothing where it fails. That is a mistake of ours, of which the log tells once: what the checks find is shown all the same. */
  private unlessItFails<Value>(what: string, make: () => Value): Value | undefined {
    try {
      return make();
    } catch (error) {
      const failure = `Nothing could be proved (${what}): ${error instanceof Error ? (error.stack ?? error.message) : error}`;
      if (!this.failures.has(failure)) this.connection.console.error(failure);
      this.failures.add(failure);
      return undefined;
    }
  }

  /** Whether what is known of a file was told from here: otherwise it has been checked since, and who knows whether an edit came before that was told. */
  private isTold(document: Source): boolean {
    return this.told.get(document) === document.diagnostics;
  }

  private tell(document: Source, diagnostics: Diagnostic[]): void {
    if (this.isTold(document) && JSON.stringify(document.diagnostics) === JSON.stringify(diagnostics)) return;
    document.diagnostics = diagnostics;
    this.told.set(document, diagnostics);
    void this.connection.sendDiagnostics({ uri: document.uri.toString(), diagnostics });
  }
}
