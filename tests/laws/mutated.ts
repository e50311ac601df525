import fc from 'fast-check';

/** What a text is cut into: strings, words and numbers, white space, line ends, and any other character by itself. */
const PIECES = /"[^"\n]*"?|[\p{L}\p{N}_]+|\r?\n|[^\S\n]+|./gsu;

/** Things that nobody expects at a place, some of them on purpose the worst there is. */
export const INTRUDERS = [
  ...[
    '"',
    '\\',
    '(',
    ')',
    ',',
    ':',
    '{',
    '}',
    '//',
    '///',
    '“',
    "'",
    '-',
    '.',
    '...',
    '*',
    '<time>',
    '{x}',
    '{',
    '\\{',
  ],
  ...[
    'when',
    'unless',
    'or',
    'and',
    'not',
    'is',
    'has',
    'to',
    'on',
    'say',
    'never',
    'always',
    'step',
    'team',
    'playbook',
    'use',
    'end',
  ],
  ...[
    'customer says',
    'agent',
    'approved by',
    'has happened',
    'at least',
    'in the last',
    'one of',
    'from 0 to 10',
    'yes',
    'known',
  ],
  ...[
    '0',
    '-1',
    '99999999999999999999',
    '1,519',
    '0.1',
    '2026-02-30',
    '24:00',
    '25:61',
    '1.2',
    'GBP',
    'XXX',
    'constructor',
    '__proto__',
  ],
  ...['\u0000', '\uFEFF', '\uD800', '\u2028', '\r', '\t', '\u202E', '👩‍👩‍👧', 'é', 'ß', '界'],
] as const;

type Change =
  | { readonly kind: 'delete' | 'double' | 'blank'; readonly at: number; readonly span: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number }
  | { readonly kind: 'insert' | 'replace'; readonly at: number; readonly text: string };

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('delete' as const, 'double' as const, 'blank' as const),
    at: place,
    span: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'replace' as const),
    at: place,
    text: fc.oneof(
      { arbitrary: fc.constantFrom(...INTRUDERS), weight: 4 },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
  }),
);

/** What becomes of any text in which a few of its words or lines are taken out, doubled, swapped, or replaced by what doesn't belong there. */
export const mutation: fc.Arbitrary<(text: string) => string> = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constant((text: string): readonly string[] => text.match(PIECES) ?? []), weight: 2 },
      fc.constant((text: string) => text.split(/(?<=\n)/)),
    ),
    fc.array(change, { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([cut, changes]) =>
      (text) =>
        changes.reduce<readonly string[]>(apply, cut(text)).join(''),
  );

/** The text with a few of its words or lines taken out, doubled, swapped, or replaced by what doesn't belong there. */
export function mutated(text: string): fc.Arbitrary<string> {
  return mutation.map((change) => change(text));
}

function apply(parts: readonly string[], change: Change): readonly string[] {
  const at = Math.floor(change.at * parts.length);
  switch (change.kind) {
    case 'delete':
      return parts.toSpliced(at, change.span);
    case 'double':
      return parts.toSpliced(at, 0, ...parts.slice(at, at + change.span));
    case 'blank':
      return parts.toSpliced(at, change.span, ' ');
    case 'insert':
      return parts.toSpliced(at, 0, change.text);
    case 'replace':
      return parts.toSpliced(at, 1, change.text);
    case 'swap': {
      if (parts.length === 0) return parts;
      const other = Math.floor(change.with * parts.length);
      return parts.with(at, parts[other] ?? '').with(other, parts[at] ?? '');
    }
  }
}
