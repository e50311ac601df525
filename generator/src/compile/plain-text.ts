import { type ast, readString } from '@poise/language';

/** A text without placeholders. */
export function plainText(text: ast.Text): string {
  return text.parts.map((part) => readString(part).text).join(' ');
}
