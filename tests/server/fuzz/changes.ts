import fc from 'fast-check';
import { TextDocument } from 'langium';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { INTRUDERS } from '../../laws/mutated.ts';

/** How somebody changes a text. Numbers are places: of what there is, the one at that number, counted round and round. */
export type Change =
  | { readonly kind: 'type' | 'long line'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'paste';
      readonly at: number;
      readonly from: number;
      readonly line: number;
      readonly lines: number;
    }
  | { readonly kind: 'move'; readonly line: number; readonly lines: number; readonly to: number }
  | { readonly kind: 'line ends'; readonly text: '\n' | '\r\n' | '\r' }
  | { readonly kind: 'tabs' | 'empty' | 'original' | 'undo' };

/** What a change may take from. */
export interface Sources {
  readonly texts: readonly string[];
  /** The text as it is shipped, and as it was before the last change. */
  readonly original: string;
  readonly before: string;
}

const place = fc.nat(50_000);
const lines = fc.integer({ min: 1, max: 8 });

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, text: typed() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: place,
      length: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer({ min: 1, max: 200 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('paste' as const), at: place, from: place, line: place, lines }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), line: place, lines, to: place }) },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\r').map((text) => ({ kind: 'line ends' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('long line' as const),
      at: place,
      text: fc.constantFrom('so ', '"', '(', '1 '),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Change>({ kind: 'tabs' }, { kind: 'empty' }) },
  { weight: 5, arbitrary: fc.constantFrom<Change>({ kind: 'original' }, { kind: 'undo' }) },
);

function typed(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      'a',
      'e',
      ' ',
      '\n',
      '"',
      '{',
      '}',
      ',',
      '1',
      '\n  say "',
      '\nstep more\n',
      '🙂',
      '\uD83D',
      '\uDE42',
    ),
    fc.constantFrom(...INTRUDERS),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
}

/** The changes of one notification that this is for a text; the later refer to the text as the earlier leave it. */
export function contentChanges(change: Change, text: string, sources: Sources): TextDocumentContentChangeEvent[] {
  const document = TextDocument.create('', '', 0, text);
  const replace = (start: number, end: number, by: string): TextDocumentContentChangeEvent => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    text: by,
  });
  const lineAt = (line: number): number => document.offsetAt({ line: line % document.lineCount, character: 0 });
  const at = 'at' in change ? change.at % (text.length + 1) : 0;
  switch (change.kind) {
    case 'type':
      return [replace(at, at, change.text)];
    case 'long line':
      return [replace(at, at, change.text.repeat(2500))];
    case 'delete':
      return [replace(at, at + change.length, '')];
    case 'paste': {
      const from = (sources.texts[change.from % sources.texts.length] ?? '').split('\n');
      const start = change.line % from.length;
      const here = lineAt(change.at);
      return [replace(here, here, `${from.slice(start, start + change.lines).join('\n')}\n`)];
    }
    case 'move': {
      const [start, end] = [lineAt(change.line), lineAt((change.line % document.lineCount) + change.lines)];
      const rest = TextDocument.create('', '', 0, text.slice(0, start) + text.slice(Math.max(start, end)));
      const to = { line: change.to % rest.lineCount, character: 0 };
      return [
        replace(start, Math.max(start, end), ''),
        { range: { start: to, end: to }, text: text.slice(start, Math.max(start, end)) },
      ];
    }
    case 'line ends':
      return [{ text: text.replace(/\r\n|\r|\n/g, change.text) }];
    case 'tabs':
      return [{ text: text.replaceAll('  ', '\t') }];
    case 'empty':
      return [{ text: '' }];
    case 'original':
      return [{ text: sources.original }];
    case 'undo':
      return [{ text: sources.before }];
  }
}
