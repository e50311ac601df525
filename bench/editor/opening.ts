import type { EditorClient } from './client.ts';
import { mentions, openWithNonsense } from './editing.ts';
import type { AmongWork } from './work.ts';
import { NOWHERE } from './workspaces/workspace.ts';

/** What was told first, and when: milliseconds from the server's start. */
export interface Opened {
  /** Of the file that is open. */
  readonly found: number;
  /** Of the last of all files; as `found` where no others are told of. */
  readonly foundInAll: number;
  /** What is proved; as `foundInAll` where nothing is. */
  readonly proved: number;
  /** Puts the open file right, and waits until that has been seen. */
  readonly takeAway: () => Promise<void>;
}

/** Opens one file of many, and waits until the server has told of all that it tells of. */
export async function openAmong(editor: EditorClient, work: AmongWork): Promise<Opened> {
  const { server, small } = work;
  const all = server.tellsOfAll ? untilAllTold(editor, work) : undefined;
  const { foundAt, takeAway } = await openWithNonsense(editor, small.path);
  const allAt = (await all) ?? foundAt;
  const provedAt = server.proves ? await editor.untilProved() : allAt;
  const since = (at: number): number => at - editor.started;
  return { found: since(foundAt), foundInAll: since(allAt), proved: since(provedAt), takeAway };
}

/** Waits until all files have been told of, and of one what is wrong in it. */
function untilAllTold(editor: EditorClient, { files, faulty }: AmongWork): Promise<number> {
  const untold = new Set(files);
  let isFaultFound = false;
  return editor.until('told of all files', ({ path, diagnostics }) => {
    untold.delete(path);
    isFaultFound ||= path === faulty && mentions(diagnostics, NOWHERE);
    return isFaultFound && untold.size === 0;
  });
}
