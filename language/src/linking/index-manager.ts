import { DefaultIndexManager, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';
import type { Workspace } from './workspace.ts';

/**
 * Says which files to resolve anew when others have changed: names may have come, gone or begun to clash there. Who names what is known to `Workspace`, which
 * needs no second index of it.
 */
export class PlaybookIndexManager extends DefaultIndexManager {
  private readonly shared: LangiumSharedCoreServices;
  private workspace: Workspace | undefined;

  constructor(shared: LangiumSharedCoreServices) {
    super(shared);
    this.shared = shared;
  }

  override updateReferences(): Promise<void> {
    return Promise.resolve();
  }

  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    this.workspace ??= (this.shared.ServiceRegistry.getServices(document.uri) as PlaybookServices).Workspace;
    return this.workspace.isAffected(document as LangiumDocument<ast.PlaybookFile>, changedUris);
  }
}
