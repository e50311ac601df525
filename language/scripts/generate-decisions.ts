/// <reference types="node" />
/**
 * Writes `language/src/generated/decisions.ts`: how the parser decides which way to go, as chevrotain finds it out from the grammar.
 *
 * Run it with `node language/scripts/generate-decisions.ts`, after `langium generate`.
 */
import { writeFileSync } from 'node:fs';
import { decisionsOfGrammar } from './decisions-of-grammar.ts';

const lines = Object.entries(decisionsOfGrammar()).map(
  ([name, decision]) => `  ${JSON.stringify(name)}: ${JSON.stringify(decision)},\n`,
);
writeFileSync(
  new URL('../src/generated/decisions.ts', import.meta.url),
  `// Written by language/scripts/generate-decisions.ts; don't edit.
import type { Decisions } from '../parsing/decisions.ts';

export const DECISIONS: Decisions = {
${lines.join('')}};
`,
);
