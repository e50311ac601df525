/// <reference types="node" />
/**
 * Writes `language/src/parsing/generated/decisions.ts`: how the parser decides which way to go, as chevrotain finds it out from the grammar.
 *
 * Run it with `node language/scripts/generate-decisions.ts`, after `langium generate`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { decisionsOfGrammar } from './decisions-of-grammar.ts';

const lines = Object.entries(decisionsOfGrammar()).map(
  ([name, decision]) => `  ${JSON.stringify(name)}: ${JSON.stringify(decision)},\n`,
);
const folder = new URL('../src/parsing/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('decisions.ts', folder),
  `// Written by language/scripts/generate-decisions.ts; don't edit.
import type { Decisions } from '../decisions.ts';

export const DECISIONS: Decisions = {
${lines.join('')}};
`,
);
