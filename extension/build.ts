/// <reference types="node" />
/**
 * Bundles the extension into `dist/`: the same sources for desktops and for browsers.
 *
 * Run it with `node extension/build.ts`.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { bundling } from '../scripts/bundling.ts';
import { writeGrammar } from './grammar/write-grammar.ts';
import { webviewBundling } from './webviews/bundling.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const desktop: BuildOptions = {
  ...bundling,
  target: 'node22',
  external: ['vscode'],
  entryPoints: { 'desktop/extension': here('src/desktop.ts'), 'desktop/server': here('src/server/desktop.ts') },
  outdir: here('dist'),
};

/** A browser has neither `require` nor files beside the bundle; and Visual Studio Code wants its name to end in `.js` there. */
const web: BuildOptions = {
  ...bundling,
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  banner: {},
  define: {},
  outExtension: {},
  entryPoints: { 'web/extension': here('src/web.ts'), 'web/server': here('src/server/web.ts') },
  outdir: here('dist'),
};

rmSync(here('dist'), { recursive: true, force: true });
await Promise.all([build(desktop), build(web), build({ ...webviewBundling, outdir: here('dist') })]);
writeGrammar(here('dist/syntaxes'));
writePages();
cpSync(here('../generator/schema/poise.schema.json'), here('dist/poise.schema.json'));

/** All pages of findings in one file, by code: it is read when the first page is asked for. */
function writePages(): void {
  const folder = here('../docs/diagnostics/');
  const pages = readdirSync(folder)
    .sort()
    .map((name) => [name.slice(0, -'.md'.length), readFileSync(folder + name, 'utf8')] as const);
  writeFileSync(here('dist/pages.json'), JSON.stringify(Object.fromEntries(pages)));
}
