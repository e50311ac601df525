import { DefaultIndexManager, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';

/**
 * A file is affected by a change of any file that it uses, directly or not: names may have come, gone or begun to clash there. One that it would use
 * and that isn't there yet may come, too.
 */
export class PlaybookIndexManager extends DefaultIndexManager {
  private readonly services: LangiumSharedCoreServices;

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.services = services;
  }

  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (super.isAffected(document, changedUris)) return true;
    const { Workspace } = this.services.ServiceRegistry.getServices(document.uri) as PlaybookServices;
    return Workspace.closureOf(document as LangiumDocument<ast.PlaybookFile>).some(
      (member) =>
        changedUris.has(member.uri.toString()) ||
        Workspace.usesOf(member).some(({ uri }) => changedUris.has(uri.toString())),
    );
  }
}
