import { headingOf } from '@poise/language';
import type { Connection } from 'vscode-languageserver';
import { WORK, type Work } from '../protocol/work.ts';
import type { Followup } from '../workspace/document-builder.ts';

/** Tells the editor when the proofs that follow a build begin, and when they end or are given up. */
export function tellingOfWork(connection: Connection, followUp: Followup): Followup {
  return async (documents, token) => {
    const playbooks = documents.filter(({ parseResult }) => headingOf(parseResult.value)).length;
    const tell = (work: Work) => void connection.sendNotification(WORK, work);
    tell({ isProving: true, playbooks });
    try {
      await followUp(documents, token);
    } finally {
      tell({ isProving: false, playbooks });
    }
  };
}
