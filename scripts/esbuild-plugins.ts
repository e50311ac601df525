/// <reference types="node" />
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Plugin } from 'esbuild';

const WRITTEN_MODE = "mode: 'development'";

/**
 * Builds the parser without the checks of its grammar, which have been made when it was generated: it starts sooner, and needs nothing newer than
 * Node 20 has.
 */
export const productionParser: Plugin = {
  name: 'production-parser',
  setup(build) {
    build.onLoad({ filter: /[\\/]language[\\/]src[\\/]generated[\\/]module\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(WRITTEN_MODE)) throw new Error(`${path} has no \`${WRITTEN_MODE}\` any more`);
      return { contents: source.replace(WRITTEN_MODE, "mode: 'production'"), loader: 'ts' };
    });
  },
};

/** Takes the indentation out of the generated grammar, a JSON text that would be as long again with it. */
export const compactGrammar: Plugin = {
  name: 'compact-grammar',
  setup(build) {
    build.onLoad({ filter: /[\\/]language[\\/]src[\\/]generated[\\/]grammar\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/^ +/gm, ''),
      loader: 'ts',
    }));
  },
};

/**
 * Makes `bundled:<folder>` a module whose default export has the text of every file in that folder and below, by its path from there with `/`.
 *
 * @param root the folder from which such a folder is named
 */
export function bundledFolders(root: string): Plugin {
  return {
    name: 'bundled-folders',
    setup(build) {
      build.onResolve({ filter: /^bundled:/ }, ({ path }) => ({
        path: join(root, path.slice('bundled:'.length)),
        namespace: 'bundled',
      }));
      build.onLoad({ filter: /.*/, namespace: 'bundled' }, async ({ path }) => ({
        contents: JSON.stringify(await textsIn(path)),
        loader: 'json',
        watchDirs: [path],
      }));
    },
  };
}

async function textsIn(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const texts = await Promise.all(
    paths.map(
      async (path) =>
        [
          path
            .slice(folder.length + 1)
            .split(sep)
            .join('/'),
          await readFile(path, 'utf8'),
        ] as const,
    ),
  );
  return Object.fromEntries(texts);
}
