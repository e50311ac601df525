import { type ast, createPlaybookLanguage, type Formatting, formatText } from '@poise/language';
import type { AstNode } from 'langium';
import { textChecker } from '../harness/text-checker.ts';

const { playbook: services } = createPlaybookLanguage({});
const check = textChecker();

export function format(text: string): Formatting {
  return formatText(text, services);
}

/** What is wrong with how a text was formatted: a sentence for each law it breaks, none if all is well. */
export async function faultsOf(text: string): Promise<string[]> {
  const formatted = format(text);
  const again = format(formatted.text);
  const sameFindings = JSON.stringify(await saidOf(text)) === JSON.stringify(await saidOf(formatted.text));
  const laws: readonly (readonly [boolean, string])[] = [
    [again.text === formatted.text, 'formatting it again changes something'],
    [formatted.edits.every((edit) => isBlank(text.slice(edit.start, edit.end) + edit.text)), 'more than space changes'],
    [formatted.edits.every((edit) => leavesAlone(formatted, edit)), 'a line changes that is to stay'],
    [same(wordsOf(text), wordsOf(formatted.text)), 'a word or remark is not where it was'],
    [same(treeOf(text), treeOf(formatted.text)), 'it means something else'],
    [sameFindings, 'something else is found'],
    [formatted.leftAlone.length > 0 || isTidy(formatted.text), 'it is not tidy'],
  ];
  return laws.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

function leavesAlone({ leftAlone }: Formatting, edit: { readonly start: number; readonly end: number }): boolean {
  return leftAlone.every(({ start, end }) => edit.end <= start || edit.start >= end);
}

/** Words and remarks in order, and for each remark whether it stands behind a word. */
function wordsOf(text: string): unknown {
  const { tokens, hidden } = services.parser.Lexer.tokenize(text);
  const all = [...tokens, ...hidden].sort((a, b) => a.startOffset - b.startOffset);
  return all.map((token, index) => {
    if (!hidden.includes(token)) return token.image;
    return [token.image.trimEnd(), all[index - 1]?.endLine === token.startLine];
  });
}

/** The tree without its places: what is declared, by type and in order. */
function treeOf(text: string): unknown {
  return withoutPlaces(services.parser.LangiumParser.parse<ast.PlaybookFile>(text).value);
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  if ('$refText' in value) return value.$refText;
  const node = value as AstNode;
  const own = Object.entries(node).filter(([key]) => key === '$type' || !key.startsWith('$'));
  return Object.fromEntries(own.map(([key, part]) => [key, withoutPlaces(part)]));
}

/** What is said of a text, wherever. What a message quotes is left out: it is cut short, with the spaces in it. */
async function saidOf(text: string): Promise<string[]> {
  return (await check(text)).map(({ code, message }) => `${code}: ${message}`.replace(/`[^`]*`/g, '')).sort();
}

/** Nothing at the ends of lines, no tabs but in strings and remarks, no two blank lines, one line end at the end. */
function isTidy(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  const outside = lines.replace(/"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[“”„][^“”"\n]*[“”"]|\/\/[^\n]*/g, 'x');
  return (
    !/\t|[^\S\n](?:\n|$)|\n{3}/.test(outside) && !outside.startsWith('\n') && (text === '' || /[^\n]\n$/.test(outside))
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isBlank(text: string): boolean {
  return /^[^\S\uFEFF]*$/.test(text);
}
