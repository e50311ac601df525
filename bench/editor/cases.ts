/// <reference types="node" />
/** What an editor waits for, beside other language servers: the cases of a plan. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workload } from '../compiling/workloads.ts';
import type { Case } from '../measuring/case.ts';
import { type Bench, measureChild } from '../measuring/processes.ts';
import { writeWorkload } from '../measuring/workload.ts';
import { grouped } from '../reporting/numbers.ts';
import type { AloneFigure, AmongFigure, ExtraFigure, MemoryFigure } from './figures.ts';
import { type EditorSubject, measurableServers, type Servers } from './servers.ts';
import type { AloneWork, Repetitions, TypingWork } from './work.ts';

/** How large the workloads are, and how often things are done. */
export interface EditorSizes {
  readonly smallLines: number;
  readonly largeLines: number;
  /** Of about 100 lines each. */
  readonly files: number;
  readonly times: Repetitions;
  /** Edits until memory is looked at the second and the third time: multiples of twenty. */
  readonly fewEdits: number;
  readonly manyEdits: number;
}

/** All that is measured of language servers. */
export interface EditorCases {
  readonly sizes: EditorSizes;
  /** One file by itself. */
  readonly small: Servers<Case<AloneFigure>>;
  readonly large: Servers<Case<AloneFigure>>;
  /** Small and large files among many. */
  readonly among: Servers<Case<AmongFigure>> & { readonly Poise: Case<AmongFigure | ExtraFigure> };
  /** Somebody types for a long time. */
  readonly typing: Pick<Servers<Case<MemoryFigure>>, 'Poise' | 'plain Langium'>;
}

/** Writes the workspaces. @throws Error where the extension hasn't been built */
export async function prepareEditor(bench: Bench, sizes: EditorSizes): Promise<EditorCases> {
  const { smallLines, largeLines, files: count, times, fewEdits, manyEdits } = sizes;
  const servers = await measurableServers(bench);

  const alone = (lines: number): Servers<Case<AloneFigure>> =>
    mapServers(servers, ({ server, alone }, subject) => {
      const folder = join(bench.scratch, `editor-${server.languageId}-${lines}`);
      const { files, reference } = alone(lines);
      const work: AloneWork = { server, times, root: writeFiles(folder, files), reference };
      writeWorkload(folder, work);
      return {
        name: `${subject}, ${grouped(lines)} lines in an editor`,
        once: subject === 'tsp-server',
        measure: () => measureChild<AloneFigure>(bench, 'editor/ours/alone.cjs', { folder, expected: 1 }),
      };
    });

  const tasks = mapServers(servers, ({ server, among }) => {
    const folder = join(bench.scratch, `editor-${server.languageId}-among-${count}`);
    const { files, ...places } = among(count, smallLines, largeLines);
    const root = writeFiles(folder, files);
    const work: TypingWork = { server, times, root, ...places, files: [...files.keys()], fewEdits, manyEdits };
    writeWorkload(folder, work);
    return { folder, expected: files.size };
  });
  const among = <Figure extends string>(subject: EditorSubject): Case<Figure> => ({
    name: `${subject}, among ${grouped(count)} files in an editor`,
    once: subject !== 'Poise',
    measure: () => measureChild<Figure>(bench, 'editor/ours/among.cjs', tasks[subject]),
  });
  const typing = (subject: EditorSubject): Case<MemoryFigure> => ({
    name: `${subject}, ${grouped(manyEdits)} edits among ${grouped(count)} files`,
    once: true,
    measure: () => measureChild<MemoryFigure>(bench, 'editor/ours/typing.cjs', tasks[subject]),
  });
  return {
    sizes,
    small: alone(smallLines),
    large: alone(largeLines),
    among: { ...mapServers(servers, (_, subject) => among<AmongFigure>(subject)), Poise: among('Poise') },
    typing: { Poise: typing('Poise'), 'plain Langium': typing('plain Langium') },
  };
}

/** Writes files into a folder, which is made. @returns where they are: nothing else is there */
function writeFiles(folder: string, files: Workload): string {
  const root = join(folder, 'files');
  mkdirSync(root, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  return root;
}

function mapServers<From, To>(servers: Servers<From>, map: (one: From, subject: EditorSubject) => To): Servers<To> {
  const mapped = (subject: EditorSubject): To => map(servers[subject], subject);
  return {
    Poise: mapped('Poise'),
    'plain Langium': mapped('plain Langium'),
    'tsp-server': mapped('tsp-server'),
  };
}
