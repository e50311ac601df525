import { DefaultLangiumDocuments, type LangiumDocument } from 'langium';

/** The documents of a workspace, which counts how often one has been added: a compiler adds some of them without any builder having to say so. */
export class PlaybookDocuments extends DefaultLangiumDocuments {
  added = 0;

  override addDocument(document: LangiumDocument): void {
    super.addDocument(document);
    this.added += 1;
  }
}
