import { catalogue, type FindingCode, type Severity } from '@poise/language';
import { describe, expect, test } from 'vitest';
import { allFixtures } from '../harness/fixtures.ts';
import { documentation } from '../harness/markdown.ts';
import { ownFiles } from '../harness/own-sources.ts';

/** A finding is one thing in five places: its code in the table, its page, its fixture, its level, and the check that reports it. */
const codes = Object.keys(catalogue) as FindingCode[];
const PAGE = /^docs\/diagnostics\/(.+)\.md$/;
/** Pages about all findings, not about one. */
const OVERVIEWS = ['README', 'index'];

/** What no fixture and no example can bring about: it is said of a file that there is no text of, or that nobody asked for. Other tests hold it. */
const WITHOUT_TEXT: readonly FindingCode[] = ['unreadable-file', 'unsound-playbook'];
/** What no page can show, for it would be endless. */
const WITHOUT_EXAMPLE: readonly FindingCode[] = [...WITHOUT_TEXT, 'line-too-long', 'undecided-condition'];

const pages = new Map(
  [...documentation()].flatMap(([path, text]) => {
    const name = PAGE.exec(path)?.[1];
    return name === undefined || OVERVIEWS.includes(name) ? [] : [[name, text] as const];
  }),
);
const expectations = [...allFixtures().values()].flatMap(({ expected }) => expected);
/** Where the words of findings are, and their data: what is named there isn't reported by it. */
const TABLES = /^language\/src\/findings\/|^analysis\/src\/(finding|.*\/data)\.ts$/;
const reporting = ['analysis/src/', 'language/src/', 'generator/src/', 'cli/src/']
  .flatMap((folder) => [...ownFiles(folder, '.ts')])
  .filter(([path]) => !TABLES.test(path))
  .map(([, text]) => text)
  .join('\n');

describe('each finding', () => {
  test.each(codes)('%s has a page that gives its code and level', (code) => {
    const page = pages.get(code) ?? '';
    expect(page.match(/^# .*$/gm)).toEqual([`# ${code}`]);
    expect(page.match(/^Level: .*$/gm)).toEqual([`Level: ${levelOf(code)}`]);
    const examples = page.match(/^```playbook (wrong|right)$/gm) ?? [];
    expect([...new Set(examples)]).toEqual(
      WITHOUT_EXAMPLE.includes(code) ? [] : ['```playbook wrong', '```playbook right'],
    );
  });

  test.each(codes.filter((code) => !WITHOUT_TEXT.includes(code)))('%s has a fixture that says its words', (code) => {
    const own = expectations.filter((expectation) => expectation.code === code);
    expect(own.filter(({ message }) => message !== undefined)).not.toEqual([]);
    expect(new Set(own.map(({ severity }) => severity))).toEqual(new Set([levelOf(code)]));
  });

  test.each(codes)('%s is reported by something', (code) => {
    expect(reporting).toContain(`'${code}'`);
  });
});

test('no page, fixture or exception is about a finding that there is not', () => {
  const named = [...pages.keys(), ...expectations.map(({ code }) => code), ...WITHOUT_TEXT];
  expect(named.filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
});

function levelOf(code: FindingCode): Severity {
  return catalogue[code].severity;
}
