/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';

/** A piece of a line with its scopes, the innermost last. Columns are UTF-16 units from 0. */
export interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** A line as VS Code colours it. */
export interface ScopedLine {
  readonly tokens: readonly Scoped[];
  /** How many stretches are still open behind it: 1 is the file itself. */
  readonly depth: number;
}

export type Tokenizer = (text: string) => readonly ScopedLine[];

/** What colours texts by a grammar, with the engine that VS Code has. `grammars` are the JSON texts of all grammars that include each other. */
export async function tokenizer(scopeName: string, grammars: Readonly<Record<string, string>>): Promise<Tokenizer> {
  const grammar = await new textmate.Registry({
    onigLib: loadOniguruma(),
    loadGrammar: async (name) => {
      const text = grammars[name];
      return text === undefined ? null : textmate.parseRawGrammar(text, `${name}.json`);
    },
  }).loadGrammar(scopeName);
  if (!grammar) throw new Error(`there is no grammar ${scopeName}`);
  return (text) => linesOf(text, grammar);
}

let oniguruma$: ReturnType<typeof startOniguruma> | undefined;

/** The engine can be started only once. */
function loadOniguruma(): ReturnType<typeof startOniguruma> {
  oniguruma$ ??= startOniguruma();
  return oniguruma$;
}

async function startOniguruma() {
  const path = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(path));
  return {
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
}

function linesOf(text: string, grammar: IGrammar): ScopedLine[] {
  let state: StateStack = textmate.INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return {
      tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        text: line.slice(startIndex, endIndex),
        scopes,
      })),
      depth: ruleStack.depth,
    };
  });
}
