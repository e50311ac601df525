import type { Doing } from './doing.ts';

/** A person runs all scenarios in a terminal, and is led to the one that fails. */
export const running: Doing = {
  'sees which scenario fails': async (window) => {
    await window.run('Tasks: Run Task');
    await window.choice('poise').click();
    await window.choice('Play all scenarios').click();
    await window.page.locator('.terminal-tab, .xterm').first().waitFor();
    await window.run('Problems: Focus on Problems View');
    await window.page.locator('.markers-panel .monaco-list-row', { hasText: 'It waits for a reply' }).first().waitFor();
    await window.picture('problems');
  },
};
