import { delayNextTick, type FileSystemProvider, type TextDocument, URI, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import { isLookedAt } from './looked-at.ts';
import { isAddress, isFolder, isOpenPlaybook } from './open-playbook.ts';

/**
 * Follows what happens to documents. Of one that is closed unsaved, what lies on the disk counts again; one that is open stays what the editor says, whatever
 * happens on the disk. What the editor takes for another language is none of ours, and what comes into a folder that is left out neither.
 */
export class OpenFirstUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly files: FileSystemProvider;
  private readonly open: LangiumSharedServices['workspace']['TextDocuments'];
  private readonly documents: LangiumSharedServices['workspace']['LangiumDocuments'];

  constructor(services: LangiumSharedServices) {
    super(services);
    this.files = services.workspace.FileSystemProvider;
    this.open = services.workspace.TextDocuments;
    this.documents = services.workspace.LangiumDocuments;
  }

  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    // With a folder all that is in it would go.
    if (isFolder(uri)) return;
    const isOurs = this.serviceRegistry.hasServices(uri);
    void this.files.exists(uri).then((exists) => {
      const isThere = exists && isOurs && isLookedAt(uri, this.workspaceManager);
      this.fireDocumentUpdate(isThere ? [uri] : [], isThere ? [] : [uri]);
    });
  }

  /**
   * An editor asks for completion in the same breath as it tells of a key: a build begins once that has been answered. What has just been opened is built at
   * once, for until then it is taken for what lies on the disk.
   */
  override didChangeContent(change: TextDocumentChangeEvent<TextDocument>): void {
    const { document } = change;
    const isKnown = this.documents.getDocument(URI.parse(document.uri))?.textDocument === document;
    if (!isKnown) {
      super.didChangeContent(change);
      return;
    }
    // What is being built, or proved, is overtaken already.
    this.workspaceLock.cancelWrite();
    // Messages are taken one in a tick, the next one after what is put off from here.
    void delayNextTick()
      .then(delayNextTick)
      .then(() => super.didChangeContent(change));
  }

  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    const open = this.open.keys().map((key) => URI.parse(key));
    const stay = open.filter((uri) => deleted.some((gone) => UriUtils.contains(gone, uri)));
    const isOpen = new Map(open.map((uri) => [String(uri), isOpenPlaybook(uri, this.open, this.serviceRegistry)]));
    super.fireDocumentUpdate(
      [...changed, ...stay].filter(
        (uri) => isAddress(uri) && (isOpen.get(uri.toString()) ?? isLookedAt(uri, this.workspaceManager)),
      ),
      deleted.filter(isAddress),
    );
  }
}
