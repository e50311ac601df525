import { join } from 'node:path';
import { counted, plain } from '@poise/generator/words';
import { createPlaybookLanguage, type Formatting, formatText } from '@poise/language';
import { couldNotFinish, EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { BYTE_ORDER_MARK, decode } from '../workspace/decode.ts';
import { findEntries } from '../workspace/entries.ts';
import { fileHost } from '../workspace/file-host.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { reasonOf } from '../workspace/system-errors.ts';
import { rewriteFile } from '../writing/rewrite-file.ts';
import type { FormatOptions } from './options.ts';

/** Stands for standard input and output. */
const STANDARD = '-';

const LOOK_THERE = '`poise check` says what is wrong there';

/** `poise format`: lays out playbooks, or says which aren't laid out. @throws CommandStop */
export async function format(
  paths: readonly string[],
  options: FormatOptions,
  place: Place,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!paths.includes(STANDARD)) return formatFiles(paths, options, place, terminal);
  if (paths.length > 1) throw wrongUse('`-` stands for standard input, and no other path can be beside it');
  return formatStandardInput(options, terminal);
}

async function formatFiles(
  paths: readonly string[],
  { check }: FormatOptions,
  place: Place,
  { print }: Terminal,
): Promise<ExitCode> {
  const entries = findEntries(paths, place);
  const host = fileHost(place.root);
  const layOut = formatter();
  let [changed, unread, incomplete] = [0, 0, false];
  for (const entry of entries) {
    const shown = plain(shownPath(place, entry));
    const source = await host.read(entry);
    if (source.kind !== 'text') {
      unread += 1;
      print(`${shown}: ${source.kind === 'problem' ? plain(source.message) : 'this file is not there any more'}\n`);
      continue;
    }
    const { text, edits, leftAlone } = layOut(source.text);
    if (edits.length > 0) {
      changed += 1;
      if (!check) rewrite(join(place.root, entry), shown, text);
      print(`${shown}: ${check ? 'would change' : 'changed'}\n`);
    }
    if (leftAlone.length > 0) {
      incomplete = true;
      print(`${shown}: ${partsLeftAlone(leftAlone)}\n`);
    }
  }
  if (incomplete) print(`${LOOK_THERE}\n`);
  print(`${summary(entries.length - unread, changed, check)}\n`);
  return unread > 0 || (check && changed > 0) ? EXIT.findings : EXIT.clean;
}

/** For editors and other tools: text in, text out. With `--check` nothing comes out but the exit code. */
async function formatStandardInput({ check }: FormatOptions, { print, say }: Terminal): Promise<ExitCode> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const decoded = decode(bytes);
  if ('problem' in decoded) throw couldNotFinish(decoded.problem.replace('this file', 'standard input'));
  const { text, edits, leftAlone } = formatter()(decoded.text);
  if (leftAlone.length > 0) say(`${partsLeftAlone(leftAlone)}; ${LOOK_THERE}\n`);
  if (check) return edits.length > 0 ? EXIT.findings : EXIT.clean;
  const mark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? '\uFEFF' : '';
  print(mark + text);
  return EXIT.clean;
}

function formatter(): (text: string) => Formatting {
  const { playbook } = createPlaybookLanguage({});
  return (text) => formatText(text, playbook);
}

/** @throws CommandStop if the file can't be written; it is as it was then */
function rewrite(file: string, shown: string, text: string): void {
  try {
    rewriteFile(file, text);
  } catch (error) {
    throw couldNotFinish(`\`${shown}\` can't be written: ${reasonOf(error)}. It is as it was`);
  }
}

function partsLeftAlone(parts: Formatting['leftAlone']): string {
  return parts.length === 1
    ? '1 part has a mistake in it, and is left as it is'
    : `${parts.length} parts have mistakes in them, and are left as they are`;
}

function summary(files: number, changed: number, check: boolean): string {
  const all = counted(files, 'file');
  if (changed === 0) return `nothing to change in ${all}`;
  return `${changed} of ${all} ${check ? 'would change' : 'changed'}`;
}
