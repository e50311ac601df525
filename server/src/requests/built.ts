import { DocumentState, URI } from 'langium';
import { BUILT, type Built } from '../protocol/built.ts';
import type { ServerParts } from './index.ts';

/** Tells the editor of each build that came to its end, and which files it was about: one that an edit overtakes isn't worth a word. */
export function tellOfBuilds({ connection, shared }: ServerParts): void {
  const { DocumentBuilder, LangiumDocuments } = shared.workspace;
  const untold = new Set<string>();
  const tell = (isDone: (uri: URI) => boolean): void => {
    const changed = [...untold].filter((uri) => isDone(URI.parse(uri)));
    for (const uri of changed) untold.delete(uri);
    connection.sendNotification(BUILT, { changed } satisfies Built);
  };
  // What has been read anew is indexed anew.
  DocumentBuilder.onDocumentPhase(DocumentState.IndexedContent, ({ uri }) => void untold.add(uri.toString()));
  DocumentBuilder.onUpdate((_changed, deleted) => {
    for (const uri of deleted) untold.add(uri.toString());
    // Nothing may be left to be built.
    if (deleted.length > 0) tell((uri) => !LangiumDocuments.hasDocument(uri));
  });
  // Those that are open are built before the others.
  DocumentBuilder.onBuildPhase(DocumentState.Validated, () =>
    tell((uri) => (LangiumDocuments.getDocument(uri)?.state ?? DocumentState.Validated) >= DocumentState.Validated),
  );
}
