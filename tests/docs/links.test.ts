import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentation, proseOf } from '../harness/markdown.ts';

const ROOT = new URL('../../', import.meta.url);
const LINK = /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;

const pages = documentation();

describe('every link within the documentation leads somewhere', () => {
  test.each([...pages])('%s', (page, text) => {
    const links = [...proseOf(text).matchAll(LINK)].flatMap(([, link]) => link ?? []);
    expect(links.filter((link) => !/^[a-z]+:/.test(link) && !isThere(page, link))).toEqual([]);
  });
});

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : new URL(path, new URL(page, 'file:///')).pathname.slice(1);
  if (!existsSync(new URL(file, ROOT))) return false;
  const text = pages.get(decodeURI(file));
  return anchor === undefined || text === undefined || anchorsOf(text).has(anchor);
}

/** The anchors of a page's headings, as code forges make them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...proseOf(page).matchAll(/^#+\s+(.*?)\s*$/gm)].flatMap(([, heading]) => heading ?? []);
  const anchors = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(
    anchors.map((anchor, index) => {
      const before = anchors.slice(0, index).filter((other) => other === anchor).length;
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}
