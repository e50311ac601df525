import type { Sources } from '../corpus/template.ts';

/** A part of a file: a line that begins one, and what stands below it. */
export interface Section {
  /** `step`, `follow up`, … */
  readonly kind: string;
  readonly name: string;
  /** Its first line, counted from 0. */
  readonly first: number;
  /** The line after its last one that isn't empty. */
  readonly end: number;
}

/** A file as lines, laid out as the formatter does it: what begins a part is not indented, and everything of the part is. */
export interface Page {
  readonly file: string;
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
}

const BEGINS =
  /^(playbook|signal|field|phrases|situation|wording|action|framework|team|trigger|step|boundary|escalation|follow up|agent care|trend|scenario)\b *(\w*)/;

function pageOf(file: string, text: string): Page {
  const lines = text.split('\n');
  const beginnings = lines.flatMap((line, first) => {
    const [, kind, name = ''] = BEGINS.exec(line) ?? [];
    return kind === undefined ? [] : [{ kind, name, first }];
  });
  const sections = beginnings.map((section, index) => {
    let end = beginnings[index + 1]?.first ?? lines.length;
    while (end > section.first + 1 && /^\s*(?:\/\/.*)?$/.test(lines[end - 1] ?? '')) end -= 1;
    return { ...section, end };
  });
  return { file, lines, sections };
}

/** The files of a workspace, in order. */
export function pagesOf(sources: Sources): readonly Page[] {
  return [...sources].map(([file, text]) => pageOf(file, text));
}

/** The files that hold a playbook. */
export function playbooksIn(sources: Sources): readonly Page[] {
  return pagesOf(sources).filter(({ sections }) => sections.some(({ kind }) => kind === 'playbook'));
}

/** Those sections of a page that are of one kind, as written. */
export function sectionsOf(page: Page, kind: string): readonly Section[] {
  return page.sections.filter((section) => section.kind === kind);
}

/** The lines of a section after its first, with their numbers. */
export function linesOf(page: Page, { first, end }: Section): readonly (readonly [text: string, number: number])[] {
  return page.lines.slice(first + 1, end).map((text, index) => [text, first + 1 + index] as const);
}

/** The text of a section. */
export function textOf({ lines }: Page, { first, end }: Section): string {
  return lines.slice(first, end).join('\n');
}

/** A line with what stands in quotes blotted out, sign by sign. */
export function withoutTexts(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, (text) => `"${'_'.repeat(text.length - 2)}"`);
}
