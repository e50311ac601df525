import type { Doing } from './doing.ts';

/** A person plays all scenarios in the Testing view, sees why one fails, and goes through it line by line. */
export const testing: Doing = {
  'plays all scenarios': async (window) => {
    await window.run('View: Close All Editors');
    await window.open('broken_lamp.playbook');
    await window.page.locator('.activitybar').getByRole('tab', { name: 'Testing' }).click();
    await window.page.locator('.test-explorer .monaco-list-row', { hasText: 'Broken lamp' }).waitFor();
    await window.run('Test: Run All Tests');
    await window.page.getByRole('treeitem', { name: /^Who are we talking to\? \(Passed/ }).waitFor();
  },

  'sees where and why one fails': async (window) => {
    await window.page
      .locator('.editor-instance')
      .getByText('Expected the conversation to end, but it goes on.')
      .waitFor();
    await window.run('View: Hide Panel');
    await window.picture('scenarios', { of: window.page.locator('.part.sidebar'), width: 900, height: 480 });
  },

  'goes through it line by line': async (window) => {
    await window.goTo('It waits for a reply');
    await window.run('Poise: Step through scenario');
    const here = window.page.locator('.editor-instance .debug-top-stack-frame-line').first();
    await here.waitFor();
    await window.run('Debug: Step Over');
    await window.page.locator('.debug-variables .monaco-list-row', { hasText: 'Broken lamp' }).first().waitFor();
    await window.run('Debug: Continue');
    await window.page.locator('.exception-widget', { hasText: 'Expected the conversation to end' }).waitFor();
    await window.run('View: Hide Panel');
    const shown = window.page.locator('.debug-variables .monaco-list');
    await shown.getByText('Now', { exact: true }).click();
    // What is below moves while this opens.
    await shown.getByText('The customer feels heard.').waitFor();
    await shown.getByText('What to do', { exact: true }).click();
    await shown.getByText('I am sorry.').waitFor();
    await window.pointNowhere();
    await window.picture('step-through', { of: window.page.locator('.monaco-workbench') });
    await window.run('Debug: Stop');
    await here.waitFor({ state: 'detached' });
    await window.run('View: Close Primary Side Bar');
  },
};
