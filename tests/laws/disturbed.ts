import fc from 'fast-check';

/** Strings, remarks, line ends, other white space, and any other run of characters. */
const PIECES = /"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\n|[^\S\n]+|[^\s"/]+|./gu;

/** Space within a line, and at its ends. */
const SPACES = ['', ' ', '  ', '\t', '      ', '\u00A0'] as const;

/** Deeper than any of these. */
const DEEPEST = ' '.repeat(8);

/**
 * The same words on the same lines, with other space between them, at the ends of lines and before their first word. But a condition that begins a
 * line is indented deeper than what stands around it.
 */
export function respaced(text: string): fc.Arbitrary<string> {
  return fc.infiniteStream(fc.constantFrom(...SPACES)).map((stream) => {
    const next = (): string => stream.next().value ?? '';
    return text
      .split('\n')
      .map(
        (line) =>
          (/^\s*(?:when|unless)\b/.test(line) ? DEEPEST : next()) +
          (line.match(PIECES) ?? [])
            .map((piece) => (isSpace(piece) ? ` ${next()}` : piece))
            .join('')
            .trimStart() +
          next(),
      )
      .join('\n');
  });
}

/** The same words with other space, line ends and remarks between them: what it means may be another thing, or nothing at all. */
export function shaken(text: string): fc.Arbitrary<string> {
  const between = fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 12 },
    { arbitrary: fc.constantFrom(' ', '\t ', '   '), weight: 4 },
    { arbitrary: fc.constantFrom('\n', '\n\n\n', '\r\n', '\n    ', ' \n\t\n'), weight: 2 },
    {
      arbitrary: fc.constantFrom(
        ' // a remark\n',
        '\n// a remark\n',
        '\n  /// a note\n\n',
        '\n\n    // one\n\t// two\n',
      ),
      weight: 1,
    },
  );
  return fc.infiniteStream(between).map((stream) =>
    (text.match(PIECES) ?? [])
      .map((piece, index, pieces) => {
        if (!/^\s/.test(piece)) return piece;
        const space = stream.next().value ?? piece;
        // A remark goes on to the end of its line, whatever follows.
        return pieces[index - 1]?.startsWith('//') && !space.startsWith('\n') ? `\n${space}` : space;
      })
      .join(''),
  );
}

function isSpace(piece: string): boolean {
  return /^[^\S\n]+$/.test(piece);
}
