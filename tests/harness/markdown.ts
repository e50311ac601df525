import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** A fenced block of a page. */
export interface Block {
  /** Where it begins, counted from 1: the line of its fence. */
  readonly line: number;
  /** What stands behind the fence: `playbook`, `playbook wrong`, `json compiled late_delivery`. */
  readonly info: string;
  readonly text: string;
}

/** The pages of the documentation, by their path from the root: the one on the front and all of `docs/`. */
export function documentation(): ReadonlyMap<string, string> {
  const inDocs = readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' }).map(
    (path) => `docs/${path.replaceAll('\\', '/')}`,
  );
  const atRoot = readdirSync(ROOT);
  const paths = [...atRoot, ...inDocs].filter((path) => path.endsWith('.md')).sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}

/**
 * The fenced blocks of a page, in order.
 *
 * @throws Error where a block has no end
 */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open:
    | { readonly fence: string; readonly info: string; readonly line: number; readonly lines: string[] }
    | undefined;
  for (const [index, line] of page.split('\n').entries()) {
    const [, fence, info = ''] = /^(`{3,})\s*(.*?)\s*$/.exec(line) ?? [];
    if (open && fence === open.fence && info === '') {
      blocks.push({ line: open.line, info: open.info, text: open.lines.join('\n') });
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else if (fence !== undefined) {
      open = { fence, info, line: index + 1, lines: [] };
    }
  }
  if (open) throw new Error(`the block that begins on line ${open.line} has no end`);
  return blocks;
}

/** A page without its fenced blocks: what is prose in it. */
export function proseOf(page: string): string {
  return page.replace(/^(`{3,}).*\n[\s\S]*?^\1\s*$/gm, '');
}
