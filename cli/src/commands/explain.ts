import pages from 'bundled:docs/diagnostics';
import { plain } from '@poise/generator/words';
import { EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import { showMarkdown } from '../output/markdown.ts';
import type { Terminal } from '../terminal.ts';

const PAGE_ENDING = '.md';

/** `poise explain <code>`: shows the page of a finding. @throws CommandStop if there is no such page */
export async function explain(code: string, { print, colors, width }: Terminal): Promise<ExitCode> {
  const page = Object.hasOwn(pages, code + PAGE_ENDING) ? pages[code + PAGE_ENDING] : undefined;
  if (page === undefined)
    throw wrongUse(`there is no finding with the code \`${plain(code)}\`${await suggestion(code)}`);
  print(showMarkdown(page, colors, width));
  return EXIT.clean;
}

async function suggestion(code: string): Promise<string> {
  const { nearest } = await import('@poise/language/words');
  const codes = Object.keys(pages).map((name) => name.slice(0, -PAGE_ENDING.length));
  const meant = nearest(code, codes.sort());
  return meant === undefined ? '' : `: did you mean \`${meant}\`?`;
}
