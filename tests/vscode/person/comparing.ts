import type { Locator } from 'playwright-core';
import type { Doing } from './doing.ts';
import type { Window } from './window.ts';

/** A branch where a supervisor is asked sooner, for `addBranch`. */
export const OTHER_BRANCH = [
  'sooner',
  'late_delivery.playbook',
  'is more than 10 days',
  'is more than 8 days',
] as const;

const MISTAKE = /^broken_lamp\.playbook:/;

/** A person looks what has become of the playbooks since earlier versions. Begins with a mistake in one, and leaves all as it was. */
export const comparing: Doing = {
  'is led to a mistake that is in the way, and corrects it': async (window) => {
    await window.open('late_delivery.playbook');
    // Its commands are there once the extension is.
    await window.lens('Used once').first().waitFor();
    await window.run('Poise: Compare behaviour with the last commit');
    const inTheWay = window.inner.getByText('has 1 error, so nothing was compared');
    await inTheWay.waitFor();
    await window.inner.getByRole('link', { name: MISTAKE }).click();
    await window.isLedTo('broken_lamp');
    await window.press('Control+ArrowRight');
    await window.press('ArrowLeft');
    await window.type('e');
    await inTheWay.waitFor({ state: 'detached' });
    await window.inner.locator('li', { hasText: /^\s*playbook .* \(broken_lamp\)/ }).waitFor();
  },

  'changes a threshold, and sees what that does': async (window) => {
    await window.open('late_delivery.playbook');
    await window.goTo('long_overdue');
    await window.press('ArrowDown');
    await writeDays(window, 14);
    await window.inner.getByText('before: when order_delay is more than 10 days').waitFor();
    await window.inner.getByText('now: when order_delay is more than 14 days').waitFor();
    await window.inner.getByText('it holds in fewer situations, for example with order_delay 11 days').waitFor();
    await window.inner.getByText('its version has to be at least 2.0.0').waitFor();
  },

  'goes from the page to the line': async (window) => {
    await window.goTo('hear');
    await linkTo(window, 'now').click();
    await window.isLedTo('long_overdue');
  },

  'reads what it said before': async (window) => {
    await linkTo(window, 'before').click();
    await window.page.locator('.tab.active', { hasText: 'late_delivery.playbook (the last commit)' }).waitFor();
    await window.line('when order_delay is more than 10 days').waitFor();
    await window.hasKeys();
    await window.run('View: Close Editor');
    await window.line('when order_delay is more than 14 days').waitFor();
  },

  'compares with a branch instead': async (window) => {
    await window.run('Poise: Compare behaviour with…');
    await window.choice('sooner').click();
    await window.inner.getByText('it holds in fewer situations, for example with order_delay 9 days').waitFor();
  },

  'has the page follow the text': async (window) => {
    await linkTo(window, 'now').click();
    await window.isLedTo('long_overdue');
    await writeDays(window, 7);
    await window.inner.getByText('it holds in more situations').waitFor();
    await window.run('File: Revert File');
    await window.inner.getByText('it holds in fewer situations').waitFor();
  },

  'leaves all as it was': async (window) => {
    await window.open('broken_lamp.playbook');
    await window.run('File: Revert File');
    await window.squiggles.first().waitFor();
    await window.run('View: Close All Editors');
  },
};

/** What the page says of the rule leads to the line that has changed. */
function linkTo({ inner }: Window, version: 'before' | 'now'): Locator {
  return inner.locator('li', { hasText: 'long_overdue' }).getByRole('link', { name: version, exact: true });
}

/** Writes another number of days into the line that the cursor is in. */
async function writeDays(window: Window, days: number): Promise<void> {
  await window.press('End');
  await window.press('Control+Backspace');
  await window.press('Control+Backspace');
  await window.type(`${days} days`);
  await window.line(`when order_delay is more than ${days} days`).waitFor();
}
