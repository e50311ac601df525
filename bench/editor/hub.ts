/** What is done with a name on which all files depend. */
import { ReferencesRequest, RenameRequest, WorkspaceSymbolRequest } from 'vscode-languageserver/node';
import { quantile } from '../measuring/samples.ts';
import type { EditorClient, Told } from './client.ts';
import { mentions, TypedName } from './editing.ts';
import { timed, timesOf } from './series.ts';
import type { AmongWork } from './work.ts';
import { NOWHERE } from './workspaces/workspace.ts';

/**
 * Opens one of the files that depend on it and then the one that declares it, and waits until they have been told of. The other way round a server may tell of the
 * dependent for the sake of the first one: and Langium doesn't link files anew that it was linking when the next edit came.
 */
export async function openHub(editor: EditorClient, { hub, dependents: [dependent = ''] }: AmongWork): Promise<void> {
  for (const opened of [dependent, hub.path]) {
    const told = editor.until(`told of ${opened}, which was opened`, ({ path }) => path === opened);
    await editor.open(opened);
    await told;
  }
}

/** Milliseconds from an edit until it is told what came of it: of the dependent file that is open, and of the last of all. */
export interface HubTimes {
  readonly open: number;
  /** As `open` where only open files are told of. */
  readonly all: number;
}

/** Gives it another name where it is declared, and the right one again, each when all that is told of that has been. */
export async function editHub(editor: EditorClient, { server, hub, dependents, times }: AmongWork): Promise<HubTimes> {
  const name = new TypedName(editor, hub);
  const edit = async (next: string): Promise<HubTimes> => {
    const isWrong = next !== hub.name;
    const untold = new Set(server.tellsOfAll ? dependents : dependents.slice(0, 1));
    const isSeen = ({ path, diagnostics }: Told): boolean =>
      untold.has(path) && mentions(diagnostics, hub.name) === isWrong;
    const openTold = editor.until('told of an open file', (told) => told.path === dependents[0] && isSeen(told));
    const allTold = editor.until('told of all that depend on a name', (told) => {
      if (isSeen(told)) untold.delete(told.path);
      return untold.size === 0;
    });
    const start = performance.now();
    await name.type(next);
    return { open: (await openTold) - start, all: (await allTold) - start };
  };
  const open: number[] = [];
  const all = await timesOf(times.hubEdits, times, async (index) => {
    const there = await edit(`${NOWHERE}_${index}`);
    const back = await edit(hub.name);
    open.push((there.open + back.open) / 2);
    return (there.all + back.all) / 2;
  });
  return { open: quantile(open, 0.5), all: all.median };
}

/** Finds all places that name it. @returns milliseconds @throws Error unless all are found */
export async function findReferences(editor: EditorClient, work: AmongWork): Promise<number> {
  const params = { ...atHub(editor, work), context: { includeDeclaration: true } };
  const took = await timesOf(work.times.requests, work.times, () =>
    timed(async () => {
      const found = await editor.request(ReferencesRequest.type, params);
      mustBeAll(found?.map(({ uri }) => uri) ?? [], work);
    }),
  );
  return took.median;
}

/** Gives it another name in all files, which is thrown away. @returns milliseconds @throws Error unless all files are edited */
export async function rename(editor: EditorClient, work: AmongWork): Promise<number> {
  const params = { ...atHub(editor, work), newName: 'another_name' };
  const took = await timesOf(work.times.requests, work.times, () =>
    timed(async () => {
      const edit = await editor.request(RenameRequest.type, params);
      const documents = edit?.documentChanges?.flatMap((change) =>
        'textDocument' in change ? [change.textDocument.uri] : [],
      );
      mustBeAll([...Object.keys(edit?.changes ?? {}), ...(documents ?? [])], work);
    }),
  );
  return took.median;
}

/** Finds it in the whole workspace by a part of its name. @returns milliseconds @throws Error unless it is found */
export async function findSymbols(editor: EditorClient, { hub, times }: AmongWork): Promise<number> {
  const took = await timesOf(times.requests, times, () =>
    timed(async () => {
      const found = await editor.request(WorkspaceSymbolRequest.type, { query: hub.name.slice(0, -1) });
      if (!found?.some(({ name }) => name === hub.name)) throw new Error(`${hub.name} isn't found`);
    }),
  );
  return took.median;
}

function atHub(editor: EditorClient, { hub: { path, line, character } }: AmongWork) {
  return { textDocument: { uri: editor.uriOf(path) }, position: { line, character } };
}

function mustBeAll(uris: readonly string[], { dependents }: AmongWork): void {
  const { size } = new Set(uris);
  // The file that declares it, too.
  if (size !== dependents.length + 1) throw new Error(`${size} files are found, where ${dependents.length + 1} are`);
}
