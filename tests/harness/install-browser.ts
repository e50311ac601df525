import { installWhereAllowed } from '../vscode/hosts/debian.ts';

/**
 * Before any test, and once: a worker that installs something doesn't answer meanwhile, and two would be in each other's way. Where the browser can't be had,
 * the tests that need it say so.
 */
export function setup(): void {
  installWhereAllowed('chromium-headless-shell');
}
