import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plain } from '@poise/generator/words';
import { load, type Playbook } from '@poise/runtime';
import { wrongUse } from '../exit-codes.ts';
import { decode } from '../workspace/decode.ts';
import { reasonOf } from '../workspace/system-errors.ts';
import { INDEX_NAME, listedDocuments } from '../writing/old-index.ts';

/**
 * Loads playbooks that have been compiled: one document, or all that an index lists.
 *
 * @param file the document or the index
 * @param asked the same as it was asked for
 * @throws CommandStop where they can't be loaded
 */
export function loadCompiled(file: string, asked: string): readonly Playbook[] {
  const text = textOf(file, asked);
  const isIndex = file.endsWith(INDEX_NAME);
  const documents = isIndex ? listedDocuments(text).map((name) => textOf(join(dirname(file), name), asked)) : [text];
  if (documents.length === 0) throw wrongUse(`${quoted(asked)} has no compiled playbooks: \`poise build\` makes them`);
  const loaded = load(documents);
  if (loaded.ok) return loaded.playbooks;
  const [first] = loaded.problems;
  const whose = first?.id === undefined ? '' : `, of ${quoted(first.id)}`;
  throw wrongUse(`${quoted(asked)} can't be loaded${whose}: ${plain(first?.message ?? '')}`);
}

function textOf(file: string, asked: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw wrongUse(`${quoted(asked)} can't be read: ${reasonOf(error)}`);
  }
  const decoded = decode(bytes);
  if ('text' in decoded) return decoded.text;
  throw wrongUse(`${quoted(asked)} can't be read: ${decoded.problem}`);
}

function quoted(path: string): string {
  return `\`${plain(path)}\``;
}
