import type { ast } from '@poise/language';
import {
  type BuildOptions,
  DefaultDocumentBuilder,
  type LangiumDocument,
  type LangiumSharedCoreServices,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/** What follows when all documents have been built, those that are open in the editor first. */
export type Followup = (
  documents: readonly LangiumDocument<ast.PlaybookFile>[],
  token: CancellationToken,
) => Promise<void>;

/**
 * Builds documents, and then lets follow what concerns all of them. Langium tells its listeners of a build only where a document was built; but
 * an edit that changes no document may have cancelled what followed the last.
 */
export class FollowedDocumentBuilder extends DefaultDocumentBuilder {
  private readonly followUp: Followup;

  constructor(services: LangiumSharedCoreServices, followUp: Followup) {
    super(services);
    this.followUp = followUp;
  }

  protected override async buildDocuments(
    documents: LangiumDocument[],
    options: BuildOptions,
    token: CancellationToken,
  ): Promise<void> {
    await super.buildDocuments(documents, options, token);
    const all = this.sortDocuments(this.langiumDocuments.all.toArray());
    await this.followUp(all as LangiumDocument<ast.PlaybookFile>[], token);
  }
}
