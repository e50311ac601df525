import type { TextDocument } from 'langium';
import type { Finding } from '../findings/finding.ts';
import { spelledAsName } from '../structure/names.ts';
import { MEMBERS } from '../structure/placement.ts';

/** The words behind which a name is given. */
const DECLARING: ReadonlySet<string> = new Set([
  ...Object.values(MEMBERS).map(({ keyword }) => keyword),
  ...['stage', 'offer', 'promise'],
]);

/** A text in quotes, or a word. */
const WORDS = /"[^"]*"|[\p{L}\d_-]+/gu;

/** What may be declared on lines that can't be read: that it isn't known elsewhere only follows from that. */
export function mayBeDeclaredOn(unread: readonly Finding[], document: TextDocument): ReadonlySet<string> {
  const names = unread.flatMap(({ range: { start }, data }) => {
    const line = document.getText({ start: { ...start, character: 0 }, end: { line: start.line + 1, character: 0 } });
    const words = line.match(WORDS) ?? [];
    const first = words.find((word) => !/^\d+$/.test(word)) ?? '';
    if (!DECLARING.has(first.toLowerCase())) return [];
    const meant = 'suggestion' in data && typeof data.suggestion === 'string' ? [data.suggestion] : [];
    return [...meant, ...words, ...words.map(spelledAsName)];
  });
  return new Set(names);
}
