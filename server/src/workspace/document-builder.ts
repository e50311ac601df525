import { type ast, isRead, type PlaybookServices } from '@poise/language';
import {
  type BuildOptions,
  DefaultDocumentBuilder,
  Deferred,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type MaybePromise,
  OperationCancelled,
  type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { isOpenPlaybook } from './open-playbook.ts';

/** From so many documents on it matters to whoever looks at one of them in which order they are built. */
const MANY = 100;

/** Comes to an end after so many milliseconds. */
export type Delay = (milliseconds: number) => Promise<void>;

/** How long somebody who goes on typing takes for one key at most, in milliseconds. */
const A_MOMENT = 300;

/** What follows when all documents have been built, those that are open in the editor first. */
export type Followup = (
  documents: readonly LangiumDocument<ast.PlaybookFile>[],
  token: CancellationToken,
) => Promise<void>;

/**
 * Builds documents, those that are open in the editor first, and then lets follow what concerns all of them. Langium tells its listeners of a build only where a
 * document was built; but an edit that changes no document may have cancelled what followed the last.
 */
export class FollowedDocumentBuilder extends DefaultDocumentBuilder {
  private readonly followUp: Followup;
  private readonly delay: Delay;
  /** Looks whether that is so which somebody waits for. */
  private readonly waiting = new Set<() => void>();
  /** Whether there is one among them, by the lists in which documents keep their references: each time that these are resolved, it is a new one. */
  private readonly unknown = new WeakMap<LangiumDocument['references'], boolean>();

  constructor(services: LangiumSharedCoreServices, followUp: Followup, delay: Delay) {
    super(services);
    this.followUp = followUp;
    this.delay = delay;
  }

  /** Which checks have been made is one question per file here, and asking it for each file at each edit is dear. */
  protected override resultsAreIncomplete(): boolean {
    return false;
  }

  /** One whose names an interrupted build has left half resolved is begun anew, as is one with an unknown name: that may be known now. */
  protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (document.state < DocumentState.Linked) return true;
    return this.hasUnknownName(document) || this.indexManager.isAffected(document, changedUris);
  }

  /** The same until its names are resolved anew: to ask all files for all names at each edit is dear. */
  private hasUnknownName({ references }: LangiumDocument): boolean {
    const known = this.unknown.get(references);
    if (known !== undefined) return known;
    const isUnknown = references.some(({ error }) => error !== undefined);
    this.unknown.set(references, isUnknown);
    return isUnknown;
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    await this.buildOpenDocuments(documents, options, token);
    await super.buildDocuments(documents, options, token);
    await this.untilNobodyTypes(token);
    const all = this.sortDocuments(this.langiumDocuments.all.toArray());
    await this.followUp(all as LangiumDocument<ast.PlaybookFile>[], token);
  }

  /** What concerns all files is gone into only when there has been no edit for a moment: whoever types shouldn't wait for any of it. */
  private async untilNobodyTypes(token: CancellationToken): Promise<void> {
    const { promise, resolve } = new Deferred();
    const listening = token.onCancellationRequested(resolve);
    await Promise.race([this.delay(A_MOMENT), promise]);
    listening.dispose();
    await interruptAndCheck(token);
  }

  /** Of many documents, those that are open are gone through to the end before the others are begun with. */
  private async buildOpenDocuments(
    documents: readonly LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    if (documents.length < MANY) return;
    const open = documents.filter((document) => this.textDocuments?.get(document.uri));
    const first = await this.readWithWhatTheyUse(open, token);
    await super.buildDocuments([...first], options, token);
    this.currentState = DocumentState.Changed;
    // What the others declare may make a difference.
    if (documents.every(({ state }) => state >= DocumentState.Parsed)) return;
    for (const document of first) this.resetToState(document, DocumentState.ComputedScopes);
  }

  private async readWithWhatTheyUse(
    documents: readonly LangiumDocument[],
    token: CancellationToken,
  ): Promise<ReadonlySet<LangiumDocument>> {
    const read = new Set(documents);
    for (const document of read) {
      await interruptAndCheck(token);
      if (document.state < DocumentState.Parsed) await this.langiumDocumentFactory.update(document, token);
      const { Workspace } = this.serviceRegistry.getServices(document.uri) as PlaybookServices;
      for (const { document: used } of Workspace.usesOf(document as LangiumDocument<ast.PlaybookFile>))
        if (used && used.state < DocumentState.Parsed) read.add(used);
    }
    return read;
  }

  /**
   * Waits until a document is ready for a request, and read. Langium would take it for ready as it was, from an edit until the build before it has stopped; for
   * never to be ready where others were built before it; and for what lies on the disk, if anything, from being opened until it is read. Whoever asks for nothing
   * but the text as it is typed waits only for that.
   */
  protected override async awaitDocumentState(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
    // One that goes and comes back is another document.
    const isReady = (): boolean => {
      const document = this.langiumDocuments.getDocument(uri);
      if (this.isOpenUnread(uri, document)) return false;
      return !document || state === DocumentState.Changed || (document.state >= state && isRead(document));
    };
    if (!isReady()) {
      const look = (): void => this.lookAgain();
      const listeners = [
        this.onDocumentPhase(DocumentState.Parsed, look),
        this.onDocumentPhase(state, look),
        this.onUpdate(look),
      ];
      try {
        await this.until(isReady, token);
      } finally {
        for (const listener of listeners) listener.dispose();
      }
    }
    return super.awaitDocumentState(state, uri, token);
  }

  /** Whether the editor has opened a file, and nobody has read yet what it says there. */
  private isOpenUnread(uri: URI, document: LangiumDocument | undefined): boolean {
    const { textDocuments: open } = this;
    return (
      open !== undefined && isOpenPlaybook(uri, open, this.serviceRegistry) && document?.textDocument !== open.get(uri)
    );
  }

  /**
   * Waits until the workspace is so far, and read as it is now: whoever waited for that later, while it reads the workspace, would keep the next build from
   * beginning. Langium tells nobody of a phase in which there was nothing to be done, as after the change of a file of another kind.
   */
  protected override awaitBuilderState(state: DocumentState, token: CancellationToken): Promise<void> {
    return this.until(() => this.currentState >= state && this.langiumDocuments.all.every(isRead), token);
  }

  protected override async runCancelable(
    documents: LangiumDocument[],
    targetState: DocumentState,
    token: CancellationToken,
    callback: (document: LangiumDocument) => MaybePromise<unknown>,
  ): Promise<void> {
    await super.runCancelable(documents, targetState, token, callback);
    this.lookAgain();
  }

  private async until(isSo: () => boolean, token: CancellationToken): Promise<void> {
    if (isSo()) return;
    const { promise, resolve, reject } = new Deferred();
    const look = (): void => {
      if (isSo()) resolve();
    };
    const listening = token.onCancellationRequested(() => reject(OperationCancelled));
    this.waiting.add(look);
    try {
      await promise;
    } finally {
      this.waiting.delete(look);
      listening.dispose();
    }
  }

  private lookAgain(): void {
    for (const look of this.waiting) look();
  }
}
