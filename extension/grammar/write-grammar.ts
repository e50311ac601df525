/// <reference types="node" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKDOWN_GRAMMAR } from './markdown-grammar.ts';
import { PLAYBOOK_GRAMMAR } from './playbook-grammar.ts';

/** The grammars by the names of the files that `package.json` expects. */
const FILES = {
  'playbook.tmLanguage.json': PLAYBOOK_GRAMMAR,
  'markdown.tmLanguage.json': MARKDOWN_GRAMMAR,
} as const;

/**
 * Writes the grammars as VS Code reads them.
 *
 * @throws Error where the folder can't be written to
 */
export function writeGrammar(outFolder: string): void {
  mkdirSync(outFolder, { recursive: true });
  for (const [file, grammar] of Object.entries(FILES)) {
    writeFileSync(join(outFolder, file), `${JSON.stringify(grammar)}\n`);
  }
}
