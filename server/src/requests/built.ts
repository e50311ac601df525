import { DocumentState } from 'langium';
import { BUILT } from '../protocol/built.ts';
import type { ServerParts } from './index.ts';

/** Tells the editor of each build that came to its end: one that an edit overtakes isn't worth a word. */
export function tellOfBuilds({ connection, shared }: ServerParts): void {
  shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => connection.sendNotification(BUILT));
}
