import { type ast, textValue } from '@poise/language';
import type { CompileContext } from './context.ts';

/** What every named rule has. */
export function described(node: ast.Titled, context: CompileContext): { id: string; title?: string; note?: string } {
  return { id: node.name, ...(node.title && { title: textValue(node.title) }), ...context.note(node) };
}

/** What a rule is called where its nameless lines are counted: its kind and name, since a step and a boundary may share a name. */
export function ownerOf(node: ast.Titled): string {
  return `${node.$type.charAt(0).toLowerCase()}${node.$type.slice(1)}.${node.name}`;
}
