/// <reference types="node" />
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_OPTIONS } from '../../extension/src/server/node-options.ts';
import type { Bench } from '../measuring/processes.ts';
import { plainGrammar } from './plain-grammar.ts';
import type { Server } from './work.ts';
import { modelsAlone, modelsAmong } from './workspaces/models.ts';
import { plainAlone, plainAmong } from './workspaces/plain-playbooks.ts';
import { playbookAlone, playbooksAmong } from './workspaces/playbooks.ts';
import type { Alone, Among } from './workspaces/workspace.ts';

export type EditorSubject = 'Poise' | 'plain Langium' | 'tsp-server';

/** Something for each server. */
export type Servers<Of> = Readonly<Record<EditorSubject, Of>>;

/** A server, and texts of about the same size in its language. */
export interface Measurable {
  readonly server: Server;
  readonly alone: (lines: number) => Alone;
  readonly among: (files: number, smallLines: number, largeLines: number) => Among;
}

/** The server that is in the extension, which starts it with `NODE_OPTIONS`. */
const POISE = fileURLToPath(new URL('../../extension/dist/desktop/server.cjs', import.meta.url));
const TSP = join(createRequire(import.meta.url).resolve('@typespec/compiler'), '../../../cmd/tsp-server.js');

/** All servers that are measured. @throws Error where ours hasn't been built */
export async function measurableServers(bench: Bench): Promise<Servers<Measurable>> {
  if (!existsSync(POISE)) throw new Error('the extension has to be built first: npm run build');
  const grammar = join(bench.scratch, 'plain.json');
  writeFileSync(grammar, await plainGrammar());
  const plain = join(bench.children, 'editor/peers/plain-langium.cjs');
  return {
    Poise: {
      server: {
        name: 'Poise',
        args: [...NODE_OPTIONS, POISE, '--stdio'],
        languageId: 'playbook',
        tellsOfAll: true,
        proves: true,
        findsSymbols: true,
      },
      alone: playbookAlone,
      among: playbooksAmong,
    },
    'plain Langium': {
      server: {
        name: 'the plain Langium server',
        args: [plain, grammar, '--stdio'],
        languageId: 'plain',
        tellsOfAll: true,
        proves: false,
        findsSymbols: true,
      },
      alone: plainAlone,
      among: plainAmong,
    },
    'tsp-server': {
      server: {
        name: 'tsp-server',
        args: [TSP, '--stdio'],
        languageId: 'typespec',
        tellsOfAll: false,
        proves: false,
        findsSymbols: false,
      },
      alone: modelsAlone,
      among: modelsAmong,
    },
  };
}
