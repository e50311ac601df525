/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import type { Window } from './window.ts';

/** What a person does in a window, one thing after the other, by what it is. */
export type Doing = Readonly<Record<string, (window: Window) => Promise<void>>>;

/**
 * Does all of it, and prints a line for each.
 *
 * @throws at the first that fails, for the next ones begin where it ends; a picture says what was on the screen then
 */
export async function does(what: string, doing: Doing, window: Window): Promise<void> {
  for (const [name, act] of Object.entries(doing)) {
    const start = performance.now();
    try {
      await act(window);
    } catch (error) {
      const path = fileURLToPath(new URL('../dist/failed.png', import.meta.url));
      await window.page.screenshot({ path });
      console.log(`  ✗ ${what} › ${name}: see ${path}`);
      throw error;
    }
    console.log(`  ✓ ${what} › ${name} (${Math.round(performance.now() - start)} ms)`);
  }
}
