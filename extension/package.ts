/// <reference types="node" />
/**
 * Packs what has been built: `dist/poise-<version>.vsix`.
 *
 * Run it with `node extension/package.ts`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from './package.json' with { type: 'json' };
import { pack } from './stage.ts';

const target = fileURLToPath(new URL('../dist/', import.meta.url));
mkdirSync(target, { recursive: true });
await pack(`${target}poise-${manifest.version}.vsix`);
