import type { Severity } from '@poise/language';

/** What a fixture says must be found: exactly these, no more. */
export interface Expectation {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  /** 1-based line and column of the marked text, and its length in UTF-16 units, in the text without marks. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Given where the words themselves are part of what is tested. */
  readonly message: string | undefined;
}

export interface Fixture {
  /** By path; all of them are compiled together, as one workspace. */
  readonly files: ReadonlyMap<string, string>;
  /** Those of them that are playbooks or libraries: not `poise.json`. */
  readonly entries: readonly string[];
  readonly expected: readonly Expectation[];
  readonly today: string;
}

const FILE = /^\/\/ file: (\S+)$/;
const TODAY = /^\/\/ today: (\d{4}-\d{2}-\d{2})$/;
const EXPECTATION = /^\s*\/\/ (error|warning|info) ([a-z][a-z-]*)(?:: (.*))?$/;

/**
 * Reads a fixture: playbook text in which `»…«` marks what must be found, and comment lines right below say what, one for each mark from left to
 * right (`// error unknown-name: the message`, the message being optional). The marks are taken out before the text is compiled; the
 * comments stay, but in JSON, which has none. `// file: name` begins another file of the same fixture.
 *
 * @throws Error where a mark has no expectation or an expectation no mark: a malformed fixture is a failing test
 */
export function readFixture(name: string, source: string): Fixture {
  const files = new Map<string, string>();
  const expected: Expectation[] = [];
  let today = '2026-11-22';
  let file = 'main.playbook';
  let lines: string[] = [];
  const marks: { line: number; column: number; length: number }[] = [];
  const fail = (line: number, why: string): never => {
    throw new Error(`${name}:${line}: ${why}`);
  };
  const close = (at: number): void => {
    if (marks.length > 0) fail(at, 'a mark has no expectation below it');
    if (lines.some((line) => line.trim() !== '') || files.size > 0) files.set(file, lines.join('\n'));
    lines = [];
  };

  for (const [index, raw] of source.split('\n').entries()) {
    const at = index + 1;
    const opensFile = FILE.exec(raw);
    if (opensFile) {
      close(at);
      file = opensFile[1] ?? file;
      continue;
    }
    today = TODAY.exec(raw)?.[1] ?? today;
    const expectation = EXPECTATION.exec(raw);
    if (expectation) {
      const mark = marks.shift() ?? fail(at, 'an expectation has no mark above it');
      const [, severity, code, message] = expectation;
      expected.push({ file, ...mark, severity: severity as Severity, code: code ?? '', message });
    } else if (marks.length > 0) {
      fail(at, 'a mark has no expectation below it');
    }
    if (expectation && file.endsWith('.json')) continue;
    const { text, marked } = takeMarks(raw, (why) => fail(at, why));
    lines.push(text);
    marks.push(...marked.map((mark) => ({ ...mark, line: lines.length })));
  }
  close(source.split('\n').length);
  const entries = [...files.keys()].filter((path) => !path.endsWith('.json'));
  return { files, entries, expected, today };
}

function takeMarks(
  raw: string,
  fail: (why: string) => never,
): { text: string; marked: { column: number; length: number }[] } {
  let text = '';
  let open: number | undefined;
  const marked: { column: number; length: number }[] = [];
  for (const character of raw) {
    if (character === '»') {
      if (open !== undefined) fail('marks stand inside each other');
      open = text.length;
    } else if (character === '«') {
      if (open === undefined) return fail('a mark ends that has not begun');
      marked.push({ column: open + 1, length: text.length - open });
      open = undefined;
    } else {
      text += character;
    }
  }
  if (open !== undefined) fail('a mark has no end');
  return { text, marked };
}
