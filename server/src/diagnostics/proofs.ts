import { type CompiledPlaybook, distinct, type FileFinding, pathOf, prove, proveTogether } from '@poise/generator';
import type { ast, PlaybookServices, Workspace } from '@poise/language';
import { interruptAndCheck, type LangiumDocument, MultiMap } from 'langium';
import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import type { CompiledPlaybooks } from '../compiled/compiled-playbooks.ts';
import { isSame, Kept, keptFor } from './kept.ts';
import type { ServerValidator } from './validator.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook, and what is proved of it: in its own file, or in those that it uses. */
export interface Proof {
  readonly playbook: CompiledPlaybook;
  readonly findings: readonly FileFinding[];
}

/** What was told of a file, and what that rests on. */
interface Told {
  readonly rests: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is proved of the playbooks of a workspace. It follows once all files have been checked and that has been told, a playbook at a time; in between
 * an edit can put an end to it. What is proved is kept by the texts that it rests on.
 */
export class Proofs {
  private readonly validator: ServerValidator;
  private readonly compiled: CompiledPlaybooks;
  private readonly workspace: Workspace;
  private readonly settings: PlaybookServices['settings'];
  private readonly connection: Connection;
  private readonly kept = new WeakMap<Source, Kept<Proof | undefined>>();
  private readonly together = new Kept<readonly FileFinding[]>();
  private readonly told = new WeakMap<Source, Told>();
  private readonly failures = new Set<string>();

  constructor(
    validator: ServerValidator,
    compiled: CompiledPlaybooks,
    { Workspace, settings }: PlaybookServices,
    connection: Connection,
  ) {
    this.validator = validator;
    this.compiled = compiled;
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
    await inTurn(documents, token, (document) => this.validator.findings(document));
    const proofs = new Map<Source, Proof>();
    await inTurn(documents, token, (document) => {
      const proof = this.proofOf(document);
      if (!proof) return;
      proofs.set(document, proof);
      const own = proof.findings.filter(({ file }) => file === pathOf(document));
      // Nobody should wait for the proofs of other files. Where nothing was checked, what is shown stays until all is known.
      if (own.length > 0 && !this.isTold(document)) this.tell(document, own, true);
    });
    const alone = distinct([...proofs.values()].flatMap((proof) => proof.findings));
    const findings = new MultiMap([...alone, ...this.proveTogether(proofs)].map((found) => [found.file, found]));
    await inTurn(documents, token, (document) =>
      this.tell(document, findings.get(pathOf(document)), proofs.has(document)),
    );
  }

  /** What is proved of a file's playbook alone, as the files are now; nothing where it has none, or mistakes. */
  proofOf(document: Source): Proof | undefined {
    const { today } = this.settings;
    const playbook = this.unlessItFails(pathOf(document), () => this.compiled.sound(document));
    return keptFor(document, this.kept).get([today, playbook], () =>
      this.unlessItFails(pathOf(document), () => {
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
      const failure = `Nothing could be proved (${what}): ${error}`;
      const stack = error instanceof Error ? `\n${error.stack}` : '';
      // Where the same failure is reached from differs.
      if (!this.failures.has(failure)) this.connection.console.error(failure + stack);
      this.failures.add(failure);
      return undefined;
    }
  }

  /** Whether what is known of a file was told from here: otherwise it has been checked since, and who knows whether an edit came before that was told. */
  private isTold(document: Source): boolean {
    return this.told.get(document)?.diagnostics === document.diagnostics;
  }

  /** Tells what has become of a file, if that isn't what was told last. */
  private tell(document: Source, proven: readonly FileFinding[], isProved: boolean): void {
    const rests = [this.validator.findings(document), this.validator.configuration.current, isProved, ...proven];
    const last = this.told.get(document);
    const isTold = this.isTold(document);
    if (isTold && last && isSame(last.rests, rests)) return;
    const diagnostics = this.validator.judged(document, proven, isProved);
    if (isTold && JSON.stringify(document.diagnostics) === JSON.stringify(diagnostics)) {
      this.told.set(document, { rests, diagnostics: document.diagnostics ?? diagnostics });
      return;
    }
    document.diagnostics = diagnostics;
    this.told.set(document, { rests, diagnostics });
    void this.connection.sendDiagnostics({ uri: document.uri.toString(), diagnostics });
  }
}

/** Does something with one file after the other, until the token says to stop. */
async function inTurn(
  documents: readonly Source[],
  token: CancellationToken,
  handle: (document: Source) => void,
): Promise<void> {
  for (const document of documents) {
    await interruptAndCheck(token);
    handle(document);
  }
}
