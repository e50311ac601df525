/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is fetched once is kept, for all checkouts. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'poise-tests');

/**
 * The folder of a package that is too large to be installed with the rest: it lies outside the checkout, by its version, and is fetched once.
 *
 * @param complete what else has to be done in the package's folder; its scripts are not run
 */
export function cachedPackage(name: string, version: string, complete: (folder: string) => void = () => {}): string {
  const home = join(CACHE, `${name}-${version}`);
  const within = join('node_modules', name);
  if (!existsSync(home)) install();
  return join(home, within);

  function install(): void {
    console.log(`fetching ${name} ${version}, once …`);
    mkdirSync(CACHE, { recursive: true });
    const fresh = mkdtempSync(join(CACHE, 'unfinished-'));
    try {
      writeFileSync(join(fresh, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
      npm(['install'], fresh);
      complete(join(fresh, within));
      // What has its name is complete. Another run may have been faster: then that one is as good.
      renameSync(fresh, home);
    } catch (error) {
      if (!existsSync(home)) throw error;
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
}

/** Runs npm without any script of a package. */
export function npm(what: readonly string[], folder: string): void {
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  // In a process of its own: what npm runs in is not what this one was started with.
  const env = { ...process.env, npm_config_workspace: undefined, npm_config_local_prefix: undefined };
  execFileSync('npm', [...what, ...quietly], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
}
