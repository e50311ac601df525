import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What in a document is words for people or says where something comes from: all else is behaviour. */
const WORDS: ReadonlySet<string> = new Set(
  `title about owner basis note goal text parts alternatives question sayInstead translations approvedBy
   at files hashes hash version reviewBy format complete`.split(/\s+/),
);

/** The one text form of a document: keys in the order they were built in, two spaces, a newline at the end. */
export function canonicalText(document: object): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A text's hash. */
export function hashOf(text: string): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** The hash of a source file: line ends don't count. */
export function sourceHash(text: string): string {
  return hashOf(text.replaceAll('\r\n', '\n'));
}

/** The hash of what a document or rule does, whatever its words and wherever it stands. */
export function behaviourHash(document: object): string {
  return hashOf(JSON.stringify(document, (key, value: unknown) => (WORDS.has(key) ? undefined : value)));
}
