import type { Doing } from './doing.ts';

/** A person runs scenarios from the text, and in a terminal. */
export const running: Doing = {
  'puts a scenario right, and runs it from the text': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.lens('Failed: expected the conversation to end').waitFor();
    await window.press('Control+End');
    await window.press('ArrowUp');
    await window.press('End');
    await window.press('Control+Backspace');
    await window.type('step listen');
    await window.press('Escape');
    await window.line('expect step listen').waitFor();
    await window.lens('Run').click();
    await window.lens('Passed').waitFor();
    await window.run('File: Revert File');
    await window.line('expect step listen').waitFor({ state: 'detached' });
  },

  'runs all of them in a terminal, and is led to the one that fails': async (window) => {
    await window.run('Tasks: Run Task');
    await window.choice('poise').click();
    await window.choice('Play all scenarios').click();
    await window.squiggles.first().waitFor();
    await window.run('Problems: Focus on Problems View');
    const problem = window.page.locator('.markers-panel .monaco-list-row', { hasText: 'It waits for a reply' }).first();
    await problem.waitFor();
    await problem.dblclick();
    await window.isLedTo('It waits for a reply');
    await window.run('View: Hide Panel');
  },
};
