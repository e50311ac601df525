import type { Playbook } from '@poise/runtime';
import { portableDocumentOf } from '../compile/document.ts';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { playedDocuments } from '../scenarios/scenario-documents.ts';

/** A playbook, and what it is played with. */
export interface Cast {
  readonly playbook: string;
  /** Sorted by id: the playbook itself, as one that is active, and all that it needs. */
  readonly documents: readonly Playbook[];
}

/** Makes the documents of a playbook and of those that it is tried out with. @param around see `playbooksAround` */
export function castOf(playbook: CompiledPlaybook, around: readonly CompiledPlaybook[]): Cast {
  return { playbook: playbook.id, documents: playedDocuments(playbook, around, portableDocumentOf) };
}
