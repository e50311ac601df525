import type { Coverage, CoverageItem } from '@poise/generator/coverage';
import { describe, expect, test } from 'vitest';
import { htmlFiles, lcovFiles } from '../../cli/src/output/coverage/viewer-files.ts';

const sources = new Map([
  [
    'playbooks/late.playbook',
    `playbook late "Late <parcel>"

trigger overdue
  when order_delay is more than 10 days

step hear "Listen & wait"
  say "That \u0001b\u0002is\u0001/b\u0002 long."
  go to help when attempts is at least 3
`,
  ],
  ['playbooks/shared/house.playbook', 'boundary calm never warn\n'],
  ['playbooks/shared/late.playbook', 'situation odd when vip\n'],
]);

function item(
  kind: CoverageItem['kind'],
  file: string,
  line: number,
  column: number,
  hits: number,
  name: string,
): CoverageItem {
  return { kind, rule: name, at: { file: `playbooks/${file}`, line, column }, name, missing: 'never "seen"', hits };
}

const coverage: Coverage = {
  items: [
    item('rules', 'late.playbook', 3, 1, 2, 'trigger overdue'),
    item('thresholds', 'late.playbook', 3, 1, 2, 'trigger overdue: order_delay'),
    { ...item('thresholds', 'late.playbook', 3, 1, 0, 'trigger overdue: order_delay'), nearest: '14 days' },
    item('steps', 'late.playbook', 6, 1, 1, 'step hear'),
    item('lines', 'late.playbook', 7, 3, 0, 'step hear: `say`'),
    item('transitions', 'late.playbook', 8, 3, 0, 'step hear'),
    item('rules', 'shared/house.playbook', 1, 15, 0, 'boundary calm'),
    item('rules', 'shared/late.playbook', 1, 1, 1, 'situation odd'),
  ],
};

describe('lcov', () => {
  const info = String(lcovFiles(coverage, sources).get('lcov.info'));

  test('has a record for each file, which says what it adds up to', () => {
    const records = lcovRecords(info);
    expect([...records.keys()]).toEqual([...sources.keys()]);
    expect(records.get('playbooks/late.playbook')).toEqual({
      functions: { '6 step hear': 1 },
      lines: { 3: 2, 7: 0 },
      branches: { '3 0 0': 2, '3 1 0': 0, '8 2 0': 0 },
    });
    expect(records.get('playbooks/shared/house.playbook')).toEqual({ functions: {}, lines: { 1: 0 }, branches: {} });
  });

  test('is the same each time', () => {
    expect(String(lcovFiles(coverage, sources).get('lcov.info'))).toBe(info);
  });
});

describe('the pages', () => {
  const files = htmlFiles(coverage, sources);
  const page = (path: string) => String(files.get(path));

  test('are there for each folder and file, with all that they refer to', () => {
    const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
    expect(pages).toEqual([
      'index.html',
      'playbooks/index.html',
      'playbooks/late.playbook.html',
      'playbooks/shared/index.html',
      'playbooks/shared/house.playbook.html',
      'playbooks/shared/late.playbook.html',
    ]);
    for (const path of pages) {
      for (const [, link = ''] of page(path).matchAll(/(?:src|href)="([^"#:]+)"/g)) {
        expect([...files.keys()], `${path} refers to ${link}`).toContain(
          new URL(link, `https://x/${path}`).pathname.slice(1),
        );
      }
    }
  });

  test('show the source as it is, with what is missing on each line', () => {
    const late = page('playbooks/late.playbook.html');
    expect(late).toContain('playbook late "Late &lt;parcel&gt;"');
    expect(late).toContain('That ␁b␂is␁/b␂ long.');
    expect(titlesIn(late)).toEqual([
      'trigger overdue: order_delay never "seen"; the nearest was 14 days',
      'step hear: `say` never "seen"',
      'step hear never "seen"',
    ]);
    expect(titlesIn(page('playbooks/shared/house.playbook.html'))).toEqual(['boundary calm never "seen"']);
    expect(titlesIn(page('playbooks/shared/late.playbook.html'))).toEqual([]);
  });

  test('speak of playbooks, not of code, and of no day', () => {
    const all = [...files].filter(([path]) => path.endsWith('.html')).map(([, content]) => String(content));
    for (const text of all) {
      expect(text).not.toMatch(
        /Statements|Functions|Branches|[Cc]ode coverage|(?:statement|function|branch) not covered/,
      );
      expect(text).not.toMatch(/\d{4}-\d\d-\d\dT/);
    }
    expect(page('index.html')).toMatch(/Rules and lines[\s\S]*Ways and limits[\s\S]*Steps/);
  });

  test('are the same each time', () => {
    expect([...htmlFiles(coverage, sources)]).toEqual([...files]);
  });
});

function titlesIn(html: string): string[] {
  return [...html.matchAll(/<span class="[^"]*-no" title="([^"]*)">/g)].map(([, title = '']) =>
    title.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
}

interface LcovRecord {
  readonly functions: Record<string, number>;
  readonly lines: Record<string, number>;
  readonly branches: Record<string, number>;
}

/** Reads a tracefile by the grammar that geninfo(1) gives, and checks the sums in it. */
function lcovRecords(text: string): ReadonlyMap<string, LcovRecord> {
  const records = new Map<string, LcovRecord>();
  for (const record of text.split(/(?<=^end_of_record\n)/m)) {
    const [head = '', ...rest] = record.trimEnd().split('\n');
    expect(head).toBe('TN:');
    expect(rest.pop()).toBe('end_of_record');
    const fields = rest.map((line) => /^([A-Z]+):(.*)$/.exec(line) ?? expect.fail(`not lcov: ${line}`));
    const all = (key: string) => fields.filter(([, name]) => name === key).map(([, , value = '']) => value);
    const lineOf = new Map(all('FN').map((value) => value.split(/,(.*)/s).slice(0, 2).reverse() as [string, string]));
    const functions = Object.fromEntries(
      all('FNDA').map((value) => {
        const [hits, name = ''] = value.split(/,(.*)/s);
        return [`${lineOf.get(name)} ${name}`, Number(hits)];
      }),
    );
    const lines = Object.fromEntries(all('DA').map((value) => value.split(',').map(Number) as [number, number]));
    const branches = Object.fromEntries(
      all('BRDA').map((value) => {
        const [line, block, branch, taken] = value.split(',').map(Number);
        return [`${line} ${block} ${branch}`, taken ?? Number.NaN];
      }),
    );
    for (const [found, hit, counts] of [
      ['FNF', 'FNH', functions],
      ['LF', 'LH', lines],
      ['BRF', 'BRH', branches],
    ] as const) {
      expect(all(found), `${found} of ${record}`).toEqual([String(Object.keys(counts).length)]);
      expect(all(hit)).toEqual([String(Object.values(counts).filter((count) => count > 0).length)]);
    }
    const known = ['SF', 'FN', 'FNDA', 'FNF', 'FNH', 'DA', 'LF', 'LH', 'BRDA', 'BRF', 'BRH'];
    expect(fields.map(([, key]) => key).filter((key) => !known.includes(key ?? ''))).toEqual([]);
    records.set(all('SF').join(), { functions, lines, branches });
  }
  return records;
}
