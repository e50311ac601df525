import type { Colors } from '../terminal.ts';
import { wrap } from './wrap.ts';

/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 88;

/** What a block of code is an example of, behind its language: `wrong` or `right`. */
const FENCE_LABEL = /^```\w+ (.+)$/;

/** A page of ours as a terminal shows it: headings, paragraphs, lists, tables as they are, blocks of code, emphasis and links. */
export function showMarkdown(page: string, colors: Colors, width: number): string {
  const limit = Math.min(width, WIDEST);
  const shown: string[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const endParagraph = (): void => {
    if (paragraph.length > 0) shown.push(wrapped(paragraph.join(' '), limit, (text) => inline(text, colors)));
    paragraph = [];
  };
  for (const line of page.trimEnd().split(/\r?\n/)) {
    if (line.startsWith('```')) {
      endParagraph();
      inCode = !inCode;
      const label = FENCE_LABEL.exec(line)?.[1];
      if (inCode && label !== undefined) shown.push(colors.dim(`${label}:`));
    } else if (inCode) {
      shown.push(`    ${line}`.trimEnd());
    } else if (/^#+ /.test(line)) {
      endParagraph();
      shown.push(colors.bold(inline(line.replace(/^#+ /, ''), colors)));
    } else if (line.trim() === '') {
      endParagraph();
      shown.push('');
    } else {
      if (/^\s*(?:[-*]|\d+\.) |^\|/.test(line)) endParagraph();
      paragraph.push(paragraph.length === 0 ? line.trimEnd() : line.trim());
    }
  }
  endParagraph();
  return `${shown.join('\n')}\n`;
}

/** Breaks at spaces; what follows the first line of a list's item stands under its text. */
function wrapped(text: string, limit: number, style: (text: string) => string): string {
  const indent = ' '.repeat(/^\s*(?:(?:[-*]|\d+\.) )?/.exec(text)?.[0].length ?? 0);
  const [first = '', ...more] = wrap(text.slice(indent.length), limit - indent.length);
  // Styled as one, since a piece of code may stand across two lines; none of the styles has a width.
  return style([text.slice(0, indent.length) + first, ...more.map((line) => indent + line)].join('\n'));
}

function inline(text: string, colors: Colors): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => colors.bold(strong))
    .replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(colors.isColorSupported ? code : `\`${code}\``));
}
