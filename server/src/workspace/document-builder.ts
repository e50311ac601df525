import { type ast, isRead, type PlaybookServices } from '@poise/language';
import {
  type BuildOptions,
  DefaultDocumentBuilder,
  type Disposable,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  OperationCancelled,
  type URI,
  UriUtils,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/** From so many documents on it matters to whoever looks at one of them in which order they are built. */
const MANY = 100;

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

  constructor(services: LangiumSharedCoreServices, followUp: Followup) {
    super(services);
    this.followUp = followUp;
  }

  /** Which checks have been made is one question per file here, and asking it for each file at each edit is dear. */
  protected override resultsAreIncomplete(): boolean {
    return false;
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    await this.buildOpenDocuments(documents, options, token);
    await super.buildDocuments(documents, options, token);
    const all = this.sortDocuments(this.langiumDocuments.all.toArray());
    await this.followUp(all as LangiumDocument<ast.PlaybookFile>[], token);
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
   * Waits until a document is ready for a request, and read. Langium would take it for ready as it was, from an edit until the build before it has stopped; and for
   * never to be ready where others were built before it. Whoever asks for nothing but the text doesn't wait.
   */
  protected override async awaitDocumentState(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
    const document = this.langiumDocuments.getDocument(uri);
    if (document && state > DocumentState.Changed) await this.untilReady(document, state, token);
    return super.awaitDocumentState(state, uri, token);
  }

  private async untilReady(document: LangiumDocument, state: DocumentState, token: CancellationToken): Promise<void> {
    const isReady = (): boolean => document.state >= state && isRead(document);
    if (isReady()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const listeners: Disposable[] = [
      this.onDocumentPhase(state, (built) => {
        if (built === document && isReady()) resolve();
      }),
      // Where a build was put an end to right then, nobody was told of the document; and the next build leaves out what is done.
      this.onBuildPhase(state, () => {
        if (isReady()) resolve();
      }),
      this.onUpdate((_changed, deleted) => {
        if (deleted.some((uri) => UriUtils.equals(uri, document.uri))) resolve();
      }),
      token.onCancellationRequested(() => reject(OperationCancelled)),
    ];
    try {
      await promise;
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }
}
