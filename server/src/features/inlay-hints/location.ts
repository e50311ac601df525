import { type Declared, documentOf, nameOf } from '@poise/language';
import type { Location } from 'vscode-languageserver';

/** Where the name of a declaration stands. */
export function locationOf(declaration: Declared): Location | undefined {
  const range = nameOf(declaration)?.range;
  return range && { uri: documentOf(declaration).uri.toString(), range };
}
