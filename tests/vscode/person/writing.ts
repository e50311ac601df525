import type { Doing } from './doing.ts';

/** A file with a mistake in it, for the owner is misspelt; and then with a scenario that fails. */
export const LAMP = `playbook broken_lamp "Broken lamp"
  ownr "Shop"
  version 1.0.0

trigger broken
  when customer says "arrived broken"

step listen "Listen first"
  goal "The customer feels heard."
  say "I am sorry."

scenario "It waits for a reply"
  customer says "It arrived broken"
  expect end
`;

/** A person corrects a playbook, and writes on. */
export const writing: Doing = {
  'sees what is wrong': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.squiggles.first().waitFor();
    await window.picture('squiggle');
  },

  'sees how all playbooks are': async (window) => {
    await window.page.locator('[id="status.languageStatus"]').hover();
    await window.page.locator('.hover-language-status', { hasText: /\d+ playbooks, 1 error/ }).waitFor();
  },

  'reads what is meant': async (window) => {
    await window.line('ownr').getByText('ownr', { exact: true }).hover();
    await window.page.locator('.monaco-hover .code-link').click();
    await window.inner.locator('h1', { hasText: 'unknown-line' }).waitFor();
    await window.picture('explained');
    await window.run('View: Close Editor');
  },

  'takes a quick fix': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.press('F8');
    await window.press('Escape');
    await window.press('Control+.');
    await window.page.locator('.action-widget .monaco-list-row', { hasText: 'owner' }).first().waitFor();
    await window.picture('quick-fix');
    await window.press('Enter');
    await window.line('owner').first().waitFor();
    await window.squiggles.first().waitFor({ state: 'detached' });
    await window.run('File: Save');
  },

  'takes a completion': async (window) => {
    await window.press('Control+End');
    await window.type('bound');
    await window.press('Control+Space');
    await window.suggestion('boundary').waitFor();
    await window.picture('completion');
    await window.press('Enter');
    await window.line('boundary').waitFor();
    await window.run('File: Revert File');
  },

  'begins a playbook': async (window) => {
    await window.run('Poise: New playbook…');
    await window.page.locator('.quick-input-widget', { hasText: 'What is the conversation about?' }).waitFor();
    await window.type('Lost keys');
    await window.press('Enter');
    await window.choice('Six steps from complaint to lesson').click();
    await window.line('playbook lost_keys "Lost keys"').waitFor();
    await window.line('follows six_steps').waitFor();
    await window.picture('new-playbook');
    await window.run('File: Save');
  },
};
