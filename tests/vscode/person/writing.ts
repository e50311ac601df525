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

/** So much of the text is enough. */
const SMALL = { width: 900, height: 296 };

/** A person corrects a playbook, and writes on. */
export const writing: Doing = {
  'sees what is wrong': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.squiggles.first().waitFor();
  },

  'sees how all playbooks are': async (window) => {
    await window.page.locator('[id="status.languageStatus"]').hover();
    await window.page.locator('.hover-language-status', { hasText: /\d+ playbooks, 1 error/ }).waitFor();
  },

  'reads what is meant': async (window) => {
    await window.line('ownr').getByText('ownr', { exact: true }).hover();
    await window.page.locator('.monaco-hover', { hasText: 'did you mean' }).waitFor();
    await window.picture('squiggle', SMALL);
    await window.page.locator('.monaco-hover .code-link').click();
    await window.inner.locator('h1', { hasText: 'unknown-line' }).waitFor();
    await window.run('View: Close Editor');
  },

  'takes a quick fix': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.press('F8');
    const message = window.page.locator('.marker-widget', { hasText: 'ownr' });
    await message.waitFor();
    await window.press('Escape');
    await message.waitFor({ state: 'detached' });
    // Whatever still comes to be shown would close the list of fixes.
    await window.lens('Not played').first().waitFor();
    await window.page.locator('.editor-instance .lightBulbWidget').waitFor();
    await window.press('Control+.');
    await window.page.locator('.action-widget .monaco-list-row', { hasText: 'owner' }).first().waitFor();
    await window.press('Enter');
    await window.line('owner').first().waitFor();
    await window.squiggles.first().waitFor({ state: 'detached' });
    await window.save();
  },

  'takes a completion': async (window) => {
    await window.press('Control+End');
    await window.type('bound');
    await window.suggestion('boundary').waitFor();
    await window.press('Enter');
    await window.line('boundary').waitFor();
    await window.run('File: Revert File');
    await window.line('boundary').waitFor({ state: 'detached' });
  },

  'takes a name from another file, which is used from then on': async (window) => {
    await window.goTo('broken');
    await window.press('ArrowDown');
    await window.press('End');
    await window.type(' and ang');
    await window.suggestion('anger').waitFor();
    await window.picture('completion', SMALL);
    await window.press('Enter');
    await window.line('use "shared/signals.playbook"').waitFor();
    await window.line('when customer says "arrived broken" and anger').waitFor();
    await window.run('File: Revert File');
    await window.line('use "shared').waitFor({ state: 'detached' });
  },

  'is shown how to begin': async (window) => {
    await window.run('Welcome: Open Walkthrough...');
    await window.choice('Your first playbook').click();
    await window.page.locator('.gettingStartedContainer', { hasText: 'Make a playbook' }).waitFor();
    await window.run('View: Close Editor');
  },

  'begins a playbook': async (window) => {
    await window.run('Poise: New playbook…');
    await window.page.locator('.quick-input-widget', { hasText: 'What is the conversation about?' }).waitFor();
    await window.type('Lost keys');
    await window.press('Enter');
    await window.choice('Six steps from complaint to lesson').click();
    await window.line('playbook lost_keys "Lost keys"').waitFor();
    await window.line('follows six_steps').waitFor();
    await window.save();
  },
};
